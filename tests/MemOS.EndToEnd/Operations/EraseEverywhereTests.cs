using System.Globalization;
using System.Text.Json;
using MemOS.EndToEnd.Faults;
using MemOS.Evidence;
using MemOS.Evolution;
using MemOS.Reading;
using MemOS.TestKit;
using Microsoft.Extensions.AI;

namespace MemOS.EndToEnd.Operations;

/// <summary>What was erased is in no table, index, queue or cache: the bytes of all files are searched for it.</summary>
public sealed class EraseEverywhereTests
{
    private const string Secret = "Zqxyler";
    private static readonly ToolDefinition[] Tools = [new("find", "", default, IsReadOnly: true), new("refund", "", default)];

    [Fact]
    public async Task EraseSession_WithTasksSkillsAndFailedReading_LeavesNoByte()
    {
        using var embeddings = new ConceptEmbeddings([Secret], ["refund"]);
        await using var file = await MemoryFile.OpenAsync(options =>
        {
            options.Embeddings = embeddings;

            // The first reading succeeds; the later ones fail with an error whose note, against its promise, names what was said.
            options.Reader = new InterruptedReader(static call => call <= 3 ? Task.CompletedTask : throw new InvalidOperationException("no answer") { Data = { [ModelFailure.DataKey] = $"{Secret}9 could not be read" } });
        });
        for (var i = 1; i <= 3; i++)
        {
            await AddOrderAsync(file, i);
        }

        await file.Memory.FlushAsync();
        await file.Memory.EvolveAsync(file.Ada, Tools);
        await new ScriptedChatClient().WithMemory(file.Memory, file.Ada.InSession("s2")).GetResponseAsync([new(ChatRole.User, $"What about {Secret}2?")]);
        await file.Memory.AddAsync(new DocumentDraft { Name = $"{Secret}.md", Text = $"# {Secret}7\n\nA note." }, file.Ada.InSession("s2"));
        await file.Memory.FlushAsync();
        Assert.Contains(Secret, (await file.Memory.Store.Jobs.CountAsync(null)).LastError, StringComparison.Ordinal);
        Assert.Equal(3, (await file.Memory.ListTasksAsync(file.Ada)).Count);
        Assert.NotEmpty(await file.Memory.ListSkillsAsync(file.Ada));

        // A second memory system on the same file, and everything the first keeps between searches.
        await using var other = await MemoryOS.OpenAsync(file.PathOf("memory.db"), new() { TimeProvider = file.Time, ReadInBackground = false, Embeddings = embeddings });
        foreach (var memory in new[] { file.Memory, other })
        {
            Assert.Contains(Secret, (await memory.SearchAsync($"What about {Secret}2?", file.Ada)).Context, StringComparison.Ordinal);
        }

        Assert.NotEmpty(file.FilesWith(Secret));
        foreach (var session in new[] { "s1", "s2", "s3" })
        {
            Assert.False((await file.Memory.EraseSessionAsync(session, file.Ada)).IsPending);
        }

        foreach (var memory in new[] { file.Memory, other })
        {
            Assert.DoesNotContain(Secret, (await memory.SearchAsync($"What about {Secret}2?", file.Ada)).Context, StringComparison.Ordinal);
            Assert.Empty(await memory.ListTasksAsync(file.Ada));
            Assert.Empty(await memory.ListSkillsAsync(file.Ada));
        }

        Assert.Empty(file.FilesWith(Secret));
        var counts = await file.Memory.Store.Maintenance.GetStatisticsAsync();
        Assert.Equal((0, 0, 0, 0, 0), (counts.Messages, counts.Records, counts.Tasks, counts.Skills, counts.Jobs));
        Assert.Empty(await file.Memory.Store.Maintenance.CheckAsync(deep: true));
    }

    [Fact]
    public async Task EraseMessage_OfOneOfSeveralTasks_TakesWhatWasLearnedFromItAndKeepsTheRest()
    {
        await using var file = await MemoryFile.OpenAsync();
        for (var i = 1; i <= 3; i++)
        {
            await AddOrderAsync(file, i);
        }

        await file.Memory.FlushAsync();
        await file.Memory.EvolveAsync(file.Ada, Tools);
        var message = (await file.Memory.ListEvidenceAsync(file.Ada.InSession("s2"), new() { Session = "s2" }))[0];
        await file.Memory.EraseAsync([.. (await file.Memory.ListEvidenceAsync(file.Ada, new() { Session = "s2" })).Select(static item => item.Id)], file.Ada);
        Assert.Contains($"{Secret}2", message.Content.Text, StringComparison.Ordinal);
        Assert.Empty(file.FilesWith($"{Secret}2"));
        Assert.NotEmpty(file.FilesWith($"{Secret}3"));
        Assert.Equal(2, (await file.Memory.ListTasksAsync(file.Ada)).Count);
        Assert.Empty(await file.Memory.ListSkillsAsync(file.Ada));
        await file.Memory.EvolveAsync(file.Ada, Tools);
        Assert.Empty(file.FilesWith($"{Secret}2"));
    }

    [Fact]
    public async Task ForgetMessage_OfATask_HidesWhatWasLearnedFromItAlone()
    {
        await using var file = await MemoryFile.OpenAsync();
        await AddOrderAsync(file, 1);
        await file.Memory.FlushAsync();
        await file.Memory.EvolveAsync(file.Ada, Tools);
        var first = (await file.Memory.ListEvidenceAsync(file.Ada))[0].Id;
        Assert.Single(await file.Memory.ListTasksAsync(file.Ada));
        await file.Memory.ForgetAsync(first, file.Ada);
        Assert.Empty(await file.Memory.ListTasksAsync(file.Ada));
        foreach (var query in new[] { $"{Secret}1", $"Please refund {Secret}1", "What did I ask for?" })
        {
            Assert.DoesNotContain((await file.Memory.SearchAsync(query, file.Ada)).Items, item => item.Text.Contains($"refund {Secret}1", StringComparison.Ordinal));
        }

        await file.Memory.RestoreAsync(first, file.Ada);
        Assert.Single(await file.Memory.ListTasksAsync(file.Ada));
    }

    private static async Task AddOrderAsync(MemoryFile file, int number)
    {
        var order = number.ToString(CultureInfo.InvariantCulture);
        List<EvidenceDraft> messages =
        [
            file.Say($"Please refund {Secret}{order}", $"{Secret}-{order}") with { Author = $"{Secret}{order}" },
            file.Say("") with { Role = EvidenceRole.Assistant, ToolCalls = [new($"a{order}", "find", Json($$"""{"name":"{{Secret}}{{order}}"}"""))] },
            file.Say("") with { Role = EvidenceRole.Tool, ToolResults = [new($"a{order}", Json($$"""{"order":"O-{{order}}"}"""), null)] },
            file.Say("") with { Role = EvidenceRole.Assistant, ToolCalls = [new($"b{order}", "refund", Json($$"""{"order":"O-{{order}}"}"""))] },
            file.Say("") with { Role = EvidenceRole.Tool, ToolResults = [new($"b{order}", Json("""{"ok":true}"""), null)] },
            file.Say($"Refunded {Secret}{order}.") with { Role = EvidenceRole.Assistant },
            file.Say("Thanks, that worked"),
        ];
        await file.Memory.AddAsync(messages, file.Ada.InSession($"s{order}"));
        file.Time.Advance(TimeSpan.FromHours(5));
    }

    private static JsonElement Json(string text) => JsonElement.Parse(text);
}
