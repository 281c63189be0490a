using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace MemOS.Hosts.Tests.Conformance;

public abstract partial class HostConformance<THost>
{
    [Fact]
    public async Task Stream_CancelledInTheMiddle_KeepsTheQuestionAndThePartOfTheAnswer()
    {
        using var stop = new CancellationTokenSource();
        Model.OnStreaming = (_, cancellationToken) => HangAfterAsync("The first words", cancellationToken);
        var session = await Host.OpenSessionAsync(Ada);
        var error = await Record.ExceptionAsync(async () =>
        {
            await foreach (var piece in session.StreamAsync("Tell me a long story.", stop.Token))
            {
                if (piece.Length > 0)
                {
                    await stop.CancelAsync();
                }
            }
        });
        Find<OperationCanceledException>(error);
        Assert.True(Model.StreamWasDisposed);
        Assert.Equal(["user: Tell me a long story.", "assistant: The first words (partial)"], await Store.LogOfAllSessionsAsync(Ada));
        await AssertGoesOnAsync(session);
    }

    [Fact]
    public async Task Stream_Abandoned_KeepsTheQuestionAndThePartOfTheAnswer()
    {
        Model.OnStreaming = (_, cancellationToken) => HangAfterAsync("The first words", cancellationToken);
        var session = await Host.OpenSessionAsync(Ada);
        await foreach (var piece in session.StreamAsync("Tell me a long story."))
        {
            if (piece.Length > 0)
            {
                break;
            }
        }

        Assert.True(Model.StreamWasDisposed);
        Assert.Equal(["user: Tell me a long story.", "assistant: The first words (partial)"], await Store.LogOfAllSessionsAsync(Ada));
        await AssertGoesOnAsync(session);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Turn_CancelledBeforeItBegins_CallsNoModel(bool streaming)
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        var session = await Host.OpenSessionAsync(Ada);
        Find<OperationCanceledException>(await Record.ExceptionAsync(() => session.SayAsync("Hello?", streaming, cancellationToken: stop.Token)));
        Assert.Empty(Model.Calls);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Model_Fails_TheQuestionStaysAndIsRecordedOnceWhenItIsAskedAgain(bool streaming)
    {
        var session = await Host.OpenSessionAsync(Ada);
        Model.OnResponse = (_, _) => Task.FromException<ChatResponse>(new TimeoutException("The model is away."));
        var error = await Record.ExceptionAsync(() => session.SayAsync("Is anybody there?", streaming));
        Assert.Equal("The model is away.", Find<TimeoutException>(error).Message);
        Assert.Equal(["user: Is anybody there?"], await Store.LogOfAllSessionsAsync(Ada));

        Model.OnResponse = (_, _) => Answer("Yes.");
        Assert.Equal("Yes.", await session.SayAsync("Is anybody there?", streaming));
        Assert.Equal(["user: Is anybody there?", "assistant: Yes."], await Store.LogOfAllSessionsAsync(Ada));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Scope_Missing_IsAClearErrorAndNoModelIsCalled(bool streaming)
    {
        var session = await Host.OpenSessionAsync(null);
        var error = Find<MemoryScopeException>(await Record.ExceptionAsync(() => session.SayAsync("Hello, who am I?", streaming)));
        Assert.Contains("MemoryScope.ForUser", error.Message, StringComparison.Ordinal);
        Assert.Empty(Model.Calls);
        Assert.Equal(0, (await Store.Memory.Store.Maintenance.GetStatisticsAsync()).Messages);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Recording_Fails_StopsTheTurnBeforeTheModel(bool streaming)
    {
        var session = await Host.OpenSessionAsync(Ada);
        Store.RecordingFails = new IOException("The disk is full.");
        Find<MemoryStoreException>(await Record.ExceptionAsync(() => session.SayAsync("Hello!", streaming)));
        Assert.Empty(Model.Calls);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Recall_Fails_TheTurnGoesOn(bool streaming)
    {
        var session = await Host.OpenSessionAsync(Ada);
        Store.RecallFails = new IOException("The index cannot be read.");
        Assert.Equal("ok", await session.SayAsync(Question, streaming));
        Assert.Equal([$"user: {Question}", "assistant: ok"], await Store.LogOfAllSessionsAsync(Ada));
    }

    private async Task AssertGoesOnAsync(IHostSession session)
    {
        Model.OnStreaming = null;
        Model.OnResponse = (_, _) => Answer("Gladly.");
        Assert.Equal("Gladly.", await session.SayAsync("Then a short one, please.", streaming: true));
        var log = await Store.LogOfAllSessionsAsync(Ada);
        Assert.Equal(["user: Then a short one, please.", "assistant: Gladly."], log[^2..]);
        Assert.Single(log, "user: Then a short one, please.");
    }

    private static async IAsyncEnumerable<ChatResponseUpdate> HangAfterAsync(string text, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return new(ChatRole.Assistant, text);
        var never = new TaskCompletionSource();
        await using (cancellationToken.Register(() => never.TrySetCanceled(cancellationToken)))
        {
            await never.Task;
        }
    }
}
