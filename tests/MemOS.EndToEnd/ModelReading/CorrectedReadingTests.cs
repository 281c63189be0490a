using MemOS.EndToEnd.Operations;
using MemOS.Reading;
using MemOS.TestKit;

namespace MemOS.EndToEnd.ModelReading;

/// <summary>A model that reads a message late does not bring back what was put right in the meantime.</summary>
public class CorrectedReadingTests
{
    [Theory]
    [InlineData("My dentist appointment is on Tuesday.", "No, on Thursday.", "User's dentist appointment takes place on Tuesday.", "Thursday")]
    [InlineData("My sister lives in Toronto.", "Sorry, I meant Montreal.", "User has a sister living in Toronto.", "Montreal")]
    [InlineData("My sister lives in Toronto.", "Sorry, I meant Montreal.", "User's sister lives in Toronto.", "Montreal")]
    [InlineData("The meeting is on Tuesday.", "No, it's Thursday.", "The meeting is on Tuesday.", "Thursday")]
    [InlineData("I am 40 years old.", "Sorry, I meant 39.", "User's age is 40.", "39")]
    public async Task Refine_ValueThatALaterMessageCorrected_IsNotCurrentAgain(string told, string correction, string read, string right)
    {
        using var model = ScriptedChatClient.Answering(call => ModelAnswers.Messages(call).First().GetProperty("text").GetString() == told ? ModelAnswers.Of([ModelAnswers.Statement(read, 1)]) : ModelAnswers.Of([]));
        await using var file = await OpenAsync(model);
        await file.Memory.AddAsync([file.Say(told)], file.Ada);
        file.Time.Advance(TimeSpan.FromMinutes(1));
        await file.Memory.AddAsync([file.Say(correction)], file.Ada);

        await file.Memory.FlushAsync();

        Assert.NotEmpty(model.Calls);
        Assert.Contains(right, Assert.Single(await CurrentAsync(file)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refine_ValueThatWasCorrectedByHand_IsNotCurrentAgain()
    {
        var isDown = true;
        using var model = ScriptedChatClient.Answering(_ => isDown ? throw new InvalidOperationException("down") : ModelAnswers.Of([ModelAnswers.Statement("User has a sister living in Toronto.", 1)]));
        await using var file = await OpenAsync(model);
        await file.TellAsync("My sister lives in Toronto.");
        await file.Memory.UpdateAsync((await file.Memory.ListAsync(file.Ada))[0].Id, "User's sister lives in Montreal.", file.Ada);

        isDown = false;
        file.Time.Advance(TimeSpan.FromMinutes(1));
        await file.Memory.FlushAsync();

        Assert.Equal(2, model.Calls.Count);
        Assert.Equal(["User's sister lives in Montreal."], await CurrentAsync(file));
    }

    [Theory]
    [InlineData("User's sister has twins.")]
    [InlineData("User's brother lives in Toronto.")]
    [InlineData("User's sister lives in Montreal, not in Toronto.")]
    public async Task Refine_WhatWasNotCorrected_IsRead(string read)
    {
        using var model = ScriptedChatClient.Answering(call => ModelAnswers.Messages(call).Count() > 1 ? ModelAnswers.Of([ModelAnswers.Statement(read, 1)]) : ModelAnswers.Of([]));
        await using var file = await OpenAsync(model);
        await file.Memory.AddAsync([file.Say("My sister lives in Toronto. She has twins. My brother lives there, too.")], file.Ada);
        await file.Memory.AddAsync([file.Say("Sorry, I meant my sister lives in Montreal, not in Toronto.")], file.Ada);

        await file.Memory.FlushAsync();

        Assert.Contains(read, await CurrentAsync(file));
    }

    [Fact]
    public async Task Refine_CorrectedValueThatIsSaidAnewLater_IsNews()
    {
        const string Read = "User has a sister living in Toronto.";
        using var model = ScriptedChatClient.Answering(call => ModelAnswers.Messages(call).Last().GetProperty("text").GetString()!.StartsWith("She is", StringComparison.Ordinal)
            ? ModelAnswers.Of([ModelAnswers.Statement(Read, ModelAnswers.Messages(call).Count())])
            : ModelAnswers.Of([]));
        await using var file = await OpenAsync(model);
        await file.TellAsync("My sister lives in Toronto.");
        file.Time.Advance(TimeSpan.FromMinutes(1));
        await file.TellAsync("Sorry, I meant Montreal.");
        file.Time.Advance(TimeSpan.FromDays(60));

        await file.TellAsync("She is back: a sister living in Toronto is what I have.");

        Assert.Contains(Read, await CurrentAsync(file));
    }

    private static Task<MemoryFile> OpenAsync(ScriptedChatClient model) => MemoryFile.OpenAsync(options => options.Reader = new ChatClientMemReader(model));

    private static async Task<string[]> CurrentAsync(MemoryFile file) =>
        [.. (await file.Memory.Store.Records.ListAsync(await file.Memory.ResolveAsync(file.Ada), new() { Limit = 1000 })).Select(record => record.Text)];
}
