using MemOS.Models;
using MemOS.Models.Chat;
using MemOS.TestKit.Models;
using Microsoft.Extensions.AI;

namespace MemOS.EndToEnd.Models;

public class EndpointFailureTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ask_SlowEndpoint_FailsAfterTheTimeoutAndIsNotAskedAgain(bool streaming)
    {
        await using var host = await ModelHost.StartAsync();
        host.Server.Usual = ModelReplies.Silence();
        using var chat = new EndpointChatClient(host.Endpoint with { Timeout = TimeSpan.FromMilliseconds(150) });

        var error = await Assert.ThrowsAsync<ModelEndpointException>(() => streaming ? chat.GetStreamingResponseAsync("hi").ToChatResponseAsync() : chat.GetResponseAsync("hi"));

        Assert.Contains("did not answer within 0.2 seconds", error.Message, StringComparison.Ordinal);
        Assert.InRange(host.Server.Requests.Count, 0, 1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ask_CallerGivesUp_IsACancellationAndNoFailure(bool streaming)
    {
        await using var host = await ModelHost.StartAsync();
        using var stop = new CancellationTokenSource();
        host.Server.Usual = async (context, request) =>
        {
            await stop.CancelAsync();
            await ModelReplies.Silence()(context, request);
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => host.AskAsync(streaming, cancellationToken: stop.Token));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ask_BusyEndpoint_WaitsAsLongAsItAsksAndTriesAgain(bool streaming)
    {
        await using var host = await ModelHost.StartAsync();
        host.Server.Enqueue(ModelReplies.Status(429, retryAfter: "7"), ModelReplies.Status(429, retryAfter: "Wed, 01 May 2024 12:00:09 GMT"), ModelReplies.Text("now"));

        var answer = await host.AskAsync(streaming);

        Assert.Equal("now", answer.Text);
        Assert.Equal([TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(9)], host.Time.Pauses);
    }

    [Fact]
    public async Task Ask_EndpointAsksForALongPause_FailsAtOnce()
    {
        await using var host = await ModelHost.StartAsync();
        host.Server.Usual = ModelReplies.Status(429, "quota", retryAfter: "3600");

        var error = await Assert.ThrowsAsync<ModelEndpointException>(() => host.AskAsync(streaming: false));

        Assert.Equal(429, error.Status);
        Assert.Contains("try again later", error.Message, StringComparison.Ordinal);
        Assert.Single(host.Server.Requests);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ask_BrokenEndpoint_IsTriedAgainWithGrowingPausesAndThenFails(bool streaming)
    {
        await using var host = await ModelHost.StartAsync();
        host.Server.Usual = ModelReplies.Status(500, $"worker died, key was {ModelHost.Key}");

        var error = await Assert.ThrowsAsync<ModelEndpointException>(() => host.AskAsync(streaming));

        Assert.Equal(500, error.Status);
        Assert.Contains("worker died", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(ModelHost.Key, error.ToString(), StringComparison.Ordinal);
        Assert.Equal(4, host.Server.Requests.Count);
        Assert.Equal([0.5, 1, 2], host.Time.Pauses.Select(pause => pause.TotalSeconds));
    }

    [Fact]
    public async Task Ask_WrongKey_IsNotTriedAgainAndSaysWhereTheKeyIs()
    {
        await using var host = await ModelHost.StartAsync();
        host.Server.Usual = ModelReplies.Status(401, "bad key");

        var error = await Assert.ThrowsAsync<ModelEndpointException>(() => host.AskAsync(streaming: false));

        Assert.Contains(ModelEndpoint.KeyVariable, error.Message, StringComparison.Ordinal);
        Assert.Single(host.Server.Requests);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ask_ConnectionIsCut_FailsAndSaysSo(bool streaming)
    {
        await using var host = await ModelHost.StartAsync();
        host.Server.Usual = ModelReplies.Cut("half an");

        var error = await Assert.ThrowsAsync<ModelEndpointException>(() => host.AskAsync(streaming));

        Assert.Contains("cut off", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stream_EndsBeforeTheAnswer_YieldsWhatCameAndFails()
    {
        await using var host = await ModelHost.StartAsync();
        host.Server.Usual = ModelReplies.Stopped("half an");
        var heard = "";

        var error = await Assert.ThrowsAsync<ModelEndpointException>(async () =>
        {
            await foreach (var update in host.Chat.GetStreamingResponseAsync("hi"))
            {
                heard += update.Text;
            }
        });

        Assert.Equal("half an", heard);
        Assert.Contains("cut off", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "{\"choices\": [")]
    [InlineData(false, "[1, 2, 3]")]
    [InlineData(false, "{}")]
    [InlineData(false, "{\"id\":\"c1\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"m\",\"choices\":[]}")]
    [InlineData(false, "")]
    [InlineData(true, "data: {\"choices\": [\n\n")]
    [InlineData(true, "data: [1]\n\n")]
    [InlineData(true, "")]
    public async Task Ask_WrongJson_FailsAndSaysSo(bool streaming, string body)
    {
        await using var host = await ModelHost.StartAsync();
        host.Server.Usual = ModelReplies.Body(streaming ? "text/event-stream" : "application/json", body);

        var error = await Assert.ThrowsAsync<ModelEndpointException>(() => host.AskAsync(streaming));

        Assert.Contains("small", error.Message, StringComparison.Ordinal);
        Assert.Single(host.Server.Requests);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ask_EmptyText_IsAnEmptyAnswer(bool streaming)
    {
        await using var host = await ModelHost.StartAsync();
        host.Server.Usual = ModelReplies.Text("");

        var answer = await host.AskAsync(streaming);

        Assert.Equal("", answer.Text);
        Assert.Equal(ChatFinishReason.Stop, answer.FinishReason);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ask_WrongContentType_IsRefusedWithAdvice(bool streaming)
    {
        await using var host = await ModelHost.StartAsync();
        host.Server.Usual = ModelReplies.Body("text/html; charset=utf-8", "<html>Welcome</html>");

        var error = await Assert.ThrowsAsync<ModelEndpointException>(() => host.AskAsync(streaming));

        Assert.Contains("text/html", error.Message, StringComparison.Ordinal);
        Assert.Contains("/v1", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ask_TenMegabyteAnswer_IsRefused(bool streaming)
    {
        await using var host = await ModelHost.StartAsync();
        host.Server.Usual = ModelReplies.Huge(10 * 1024 * 1024);

        var error = await Assert.ThrowsAsync<ModelEndpointException>(() => host.AskAsync(streaming));

        Assert.Contains("larger than 8,388,608 bytes", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("html", "something else than JSON")]
    [InlineData("json", "not what the protocol says")]
    [InlineData("cut", "cut off")]
    [InlineData("huge", "larger than 8,388,608 bytes")]
    public async Task Ask_Fails_HasAReasonThatIsSafeToStore(string answer, string expected)
    {
        await using var host = await ModelHost.StartAsync();
        host.Server.Usual = answer switch
        {
            "html" => ModelReplies.Body("text/html", "<html>SECRET</html>"),
            "json" => ModelReplies.Body("application/json", "{\"SECRET\":"),
            "cut" => ModelReplies.Cut("SECRET"),
            _ => ModelReplies.Huge(10 * 1024 * 1024),
        };

        var error = await Assert.ThrowsAsync<ModelEndpointException>(() => host.AskAsync(streaming: false));

        var safe = Assert.IsType<string>(error.Data["memos.failure"]);
        Assert.Contains(expected, safe, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", safe, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ask_Redirect_IsNotFollowed(bool streaming)
    {
        await using var elsewhere = await ModelServer.StartAsync();
        await using var host = await ModelHost.StartAsync();
        host.Server.Usual = (context, _) =>
        {
            context.Response.StatusCode = 307;
            context.Response.Headers.Location = $"{elsewhere.Url}/chat/completions";
            return Task.CompletedTask;
        };

        var error = await Assert.ThrowsAsync<ModelEndpointException>(() => host.AskAsync(streaming));

        Assert.Equal(307, error.Status);
        Assert.Contains("redirect", error.Message, StringComparison.Ordinal);
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task Ask_NobodyListens_SaysThatTheEndpointCannotBeReached()
    {
        string url;
        await using (var server = await ModelServer.StartAsync())
        {
            url = server.Url;
        }

        using var chat = new EndpointChatClient(ModelEndpoint.Of(url, "small"));

        var error = await Assert.ThrowsAsync<ModelEndpointException>(() => chat.GetResponseAsync("hi"));

        Assert.Contains("cannot be reached", error.Message, StringComparison.Ordinal);
    }
}
