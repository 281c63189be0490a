using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MemOS.TestKit.Models;

/// <summary>A model's endpoint on the loopback address: OpenAI's protocol over real HTTP and server-sent events, misbehaving as a test says.</summary>
public sealed class ModelServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<ModelReply> next = new();
    private readonly ConcurrentQueue<ModelRequest> requests = new();

    private ModelServer(WebApplication app) => this.app = app;

    /// <summary>The base address, such as <c>http://127.0.0.1:40123/v1</c>.</summary>
    public string Url { get; private set; } = "";

    /// <summary>How requests are answered for which nothing else is queued. Default: with "ok".</summary>
    public ModelReply Usual { get; set; } = ModelReplies.Text("ok");

    /// <summary>How texts are embedded for which nothing else is queued. Default: one vector a text.</summary>
    public ModelReply Vectors { get; set; } = ModelReplies.Vectors();

    /// <summary>The requests so far.</summary>
    public IReadOnlyList<ModelRequest> Requests => [.. requests];

    /// <summary>The last request.</summary>
    public ModelRequest Last => Requests[^1];

    /// <summary>Starts a server on a free port.</summary>
    public static async Task<ModelServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new ModelServer(builder.Build());
        server.app.Run(server.AnswerAsync);
        await server.app.StartAsync();
        server.Url = server.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/v1";
        return server;
    }

    /// <summary>Says how the next requests are answered, one reply each.</summary>
    public void Enqueue(params ModelReply[] replies)
    {
        foreach (var reply in replies)
        {
            next.Enqueue(reply);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted);
        var request = new ModelRequest(context.Request.Path.Value!, context.Request.Headers.Authorization.ToString(), body.RootElement.Clone());
        requests.Enqueue(request);
        var usual = request.Path.EndsWith("/embeddings", StringComparison.Ordinal) ? Vectors : Usual;
        await (next.TryDequeue(out var reply) ? reply : usual)(context, request);
    }
}
