#!/usr/bin/env dotnet
#:package MemOS.Sqlite@0.1.0
// %% [markdown]
// # 5. Bring your own model
//
// Memory sits in front of any `IChatClient`: of OpenAI, Ollama, ONNX, or your own. Here is your own, in thirty lines, for every
// endpoint that speaks the OpenAI chat protocol (Ollama, llama.cpp, vLLM, LM Studio, the clouds).
//
// Set `MEMOS_ENDPOINT` (such as `http://localhost:11434/v1`), `MEMOS_MODEL` and, where it is needed, `MEMOS_API_KEY` to ask a real
// model. Without them a server in this very notebook answers, so that it runs offline.

// %%
using System.IO;
using System.Net;
using System.Net.Http;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Threading;
using MemOS;
using Microsoft.Extensions.AI;

// %% [types here]

// %%
var endpoint = Environment.GetEnvironmentVariable("MEMOS_ENDPOINT");
var server = endpoint is null ? new LoopbackModel() : null;
var model = new HttpChatClient(
    endpoint ?? server!.Address,
    Environment.GetEnvironmentVariable("MEMOS_MODEL") ?? "any",
    Environment.GetEnvironmentVariable("MEMOS_API_KEY"));
Console.WriteLine(server is null ? "asking the model at MEMOS_ENDPOINT" : "asking the loopback model");

// %% [markdown]
// One line gives the model a memory. In the first conversation it is told something; the second one starts from nothing, and the
// model sees what it needs all the same.

// %%
var path = Path.Combine(Path.GetTempPath(), $"memos-{Guid.NewGuid():N}.db");
var memory = await MemoryOS.OpenAsync(path);
IChatClient chat = model.WithMemory(memory, MemoryScope.ForUser("ada"));

var first = new ChatOptions().WithMemoryScope(MemoryScope.ForUser("ada", "monday"));
Console.WriteLine((await chat.GetResponseAsync("Please remember that my bicycle is in locker 4711.", first)).Text);
await memory.FlushAsync();

var second = new ChatOptions().WithMemoryScope(MemoryScope.ForUser("ada", "friday"));
Console.WriteLine((await chat.GetResponseAsync("Where is my bicycle?", second)).Text);

// %% [markdown]
// What the model was sent in the second conversation, as it went over the wire:

// %%
if (server is not null)
{
    // The number in the fence is new every time, so that no text can close it; the date is today's.
    Console.WriteLine(Regex.Replace(Regex.Replace(server.LastPrompt, "(?<=recalled-memory-)[0-9a-f]+", "…"), @"^\[\d{4}-.*\]$", "[today]", RegexOptions.Multiline));
}

// %%
chat.Dispose();
server?.Dispose();
await memory.DisposeAsync();
File.Delete(path);

// %% [types]
// %% [markdown]
// The client, and the server that stands in for a model: it answers with the line of its prompt that shares most words with the
// question.

// %%
sealed class HttpChatClient(string endpoint, string model, string? key) : IChatClient
{
    private readonly HttpClient http = new();

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var sent = messages.Select(message => new JsonObject { ["role"] = message.Role.Value, ["content"] = message.Text });
        var instructions = options?.Instructions is { } text ? [new JsonObject { ["role"] = "system", ["content"] = text }] : Array.Empty<JsonObject>();
        var body = new JsonObject { ["model"] = model, ["messages"] = new JsonArray([.. instructions, .. sent]) };
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint.TrimEnd('/') + "/chat/completions") { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
        if (key is not null)
        {
            request.Headers.Authorization = new("Bearer", key);
        }

        using var response = await http.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken))!["choices"]![0]!["message"]!["content"]!.GetValue<string>();
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, answer));
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose() => http.Dispose();
}

sealed class LoopbackModel : IDisposable
{
    private readonly HttpListener listener = new();

    public LoopbackModel()
    {
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        Address = $"http://localhost:{((IPEndPoint)probe.LocalEndpoint).Port}";
        probe.Stop();
        listener.Prefixes.Add(Address + "/");
        listener.Start();
        _ = ServeAsync();
    }

    public string Address { get; }

    public string LastPrompt { get; private set; } = "";

    public void Dispose() => listener.Close();

    private async Task ServeAsync()
    {
        while (listener.IsListening)
        {
            HttpListenerContext call;
            try
            {
                call = await listener.GetContextAsync();
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
            {
                return; // the notebook has ended
            }

            using var reader = new StreamReader(call.Request.InputStream);
            var messages = JsonNode.Parse(await reader.ReadToEndAsync())!["messages"]!.AsArray().Select(message => message!["content"]!.GetValue<string>()).ToList();
            LastPrompt = string.Join('\n', messages);
            var answer = new JsonObject { ["choices"] = new JsonArray(new JsonObject { ["message"] = new JsonObject { ["content"] = Answer(LastPrompt) } }) };
            call.Response.ContentType = "application/json";
            await call.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(answer.ToJsonString()));
            call.Response.Close();
        }
    }

    private static string Answer(string prompt)
    {
        var lines = prompt.Split('\n');
        if (!lines[^1].EndsWith('?'))
        {
            return "I will.";
        }

        var asked = lines[^1].Trim('?').ToLowerInvariant().Split(' ');
        return lines[..^1].MaxBy(line => line.ToLowerInvariant().Split(' ', '.', ',').Intersect(asked).Count()) ?? "I do not know.";
    }
}
