using MemOS.TestKit;

namespace MemOS.Hosts.Tests.Conformance;

public abstract partial class HostConformance<THost>
{
    [Fact]
    public async Task Streaming_AndNot_AreTheSame()
    {
        var (plainPrompts, plainAnswers, plainLog) = await PlayAsync(streaming: false);
        var (streamedPrompts, streamedAnswers, streamedLog) = await PlayAsync(streaming: true);
        Assert.Equal(plainAnswers, streamedAnswers);
        Assert.Equal(plainPrompts, streamedPrompts);
        Assert.Equal(plainLog, streamedLog);
        Assert.Contains(plainPrompts, prompt => prompt.Contains("<recalled-memory", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Streaming_Answer_ArrivesInPieces()
    {
        Model.OnResponse = (_, _) => Answer("one two three four");
        var pieces = new List<string>();
        await foreach (var piece in (await Host.OpenSessionAsync(Ada)).StreamAsync("Count, please."))
        {
            pieces.Add(piece);
        }

        Assert.True(pieces.Count(piece => piece.Length > 0) >= 4, $"The answer came in {pieces.Count} piece(s).");
        Assert.Equal("one two three four", string.Concat(pieces));
    }

    private static async Task<(List<string> Prompts, List<string> Answers, string[] Log)> PlayAsync(bool streaming)
    {
        await using var store = await HostMemory.OpenAsync();
        await store.KnowAsync(Ada, Known, "My favourite tea is oolong.");
        var model = new ScriptedChatClient();
        await using var host = new THost();
        await host.StartAsync(store.Memory, model);
        var answers = new List<string>();
        string[] texts = [Question, "And which tea do I like best?", "Please remind me of the weather in Porto.", "Thanks, that is all."];
        foreach (var scope in new[] { Ada, Ada, Bob })
        {
            var session = await host.OpenSessionAsync(scope);
            foreach (var text in texts)
            {
                store.Time.Advance(TimeSpan.FromMinutes(5));
                model.OnResponse = (_, _) => Answer($"My answer to \"{text}\" has some words.");
                answers.Add(await session.SayAsync(text, streaming, [Weather()]));
            }

            await store.Memory.FlushAsync();
        }

        return ([.. model.Calls.Select(call => Conformance.Prompts.WithoutNonces(Conformance.Prompts.Of(call)))], answers, [.. await store.LogOfAllSessionsAsync(Ada), .. await store.LogOfAllSessionsAsync(Bob)]);
    }
}
