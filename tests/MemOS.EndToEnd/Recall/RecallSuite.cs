using System.Text.Json;
using MemOS.Evidence;
using MemOS.Recall;
using MemOS.TestKit;

namespace MemOS.EndToEnd.Recall;

/// <summary>Tells a memory on a file the conversations of <c>tests/suites/recall.json</c>, asks their questions and sums up; once for all tests.</summary>
/// <remarks>
/// Measures: <c>recall/250</c> and so on, the share of a question's gold messages among the sources of the packed results;
/// <c>words</c>, the share of its words in the context, and <c>time</c>, a packed result of a gold message with the gold time, both
/// at 500 tokens; <c>preference</c>, a message that bears on the advice asked for, packed at 500 tokens, and <c>passed</c>, the same
/// through the gate; <c>closed</c>, nothing through the gate.
/// </remarks>
public sealed class RecallSuite : IAsyncLifetime
{
    private const int MainBudget = 500;
    private static readonly int[] Budgets = [250, MainBudget, 1000];
    private readonly Dictionary<(string Language, string Measure), RecallTally> tallies = [];

    internal RecallTally this[string language, string measure] =>
        tallies.TryGetValue((language, measure), out var tally) ? tally : tallies[(language, measure)] = new();

    internal IReadOnlyList<RecallConversation> Conversations { get; private set; } = [];

    public async Task InitializeAsync()
    {
        using var folder = new TemporaryFolder();
        Conversations = await ReadAsync();
        await using var memory = await MemoryOS.OpenAsync(folder.File(), new() { TimeProvider = new ManualTime(), ReadInBackground = false });
        foreach (var conversation in Conversations)
        {
            await TellAsync(memory, conversation);
        }

        await memory.FlushAsync();
        foreach (var conversation in Conversations)
        {
            foreach (var question in conversation.Questions)
            {
                await AskAsync(memory, conversation, question);
            }
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private static async Task<IReadOnlyList<RecallConversation>> ReadAsync()
    {
        await using var stream = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "suites", "recall.json"));
        return (await JsonSerializer.DeserializeAsync(stream, RecallJsonContext.Default.IReadOnlyListRecallConversation))!;
    }

    private static async Task TellAsync(MemoryOS memory, RecallConversation conversation)
    {
        foreach (var session in conversation.Messages.GroupBy(message => message.SessionId))
        {
            await memory.AddAsync([.. session.Select(Draft)], MemoryScope.ForUser(conversation.Id).InSession(session.Key));
        }
    }

    private static EvidenceDraft Draft(RecallMessage message) => new()
    {
        ExternalId = message.MessageId,
        Role = message.Role == "assistant" ? EvidenceRole.Assistant : EvidenceRole.User,
        Author = message.Name,
        Text = message.Content,
        Time = message.Timestamp,
    };

    private async Task AskAsync(MemoryOS memory, RecallConversation conversation, RecallQuestion question)
    {
        if (question.Nothing || question.Advice)
        {
            var passed = await SearchAsync(memory, conversation, question, MainBudget, gate: true);
            var held = question.Nothing ? passed.Items.Count == 0 : Found(passed, question).Any();
            Add(question.Nothing ? "closed" : "passed", held ? 1 : 0);
            if (question.Advice)
            {
                Add("preference", Found(await SearchAsync(memory, conversation, question, MainBudget, gate: false), question).Any() ? 1 : 0);
            }

            return;
        }

        foreach (var budget in Budgets)
        {
            var found = await SearchAsync(memory, conversation, question, budget, gate: false);
            Add($"recall/{budget}", (double)Found(found, question).SelectMany(Labels).Intersect(question.Gold).Count() / question.Gold.Count);
            if (budget == MainBudget && question.Words.Count > 0)
            {
                Add("words", (double)question.Words.Count(word => found.Context.Contains(word, StringComparison.OrdinalIgnoreCase)) / question.Words.Count);
            }

            if (budget == MainBudget && question.EventTime is not null)
            {
                Add("time", Found(found, question).Any(item => item.EventTime?.ToString() == question.EventTime) ? 1 : 0);
            }
        }

        void Add(string measure, double share) => this[conversation.Language, measure].Add(conversation, question, share);
    }

    private static Task<RecallResult> SearchAsync(MemoryOS memory, RecallConversation conversation, RecallQuestion question, int budget, bool gate) =>
        memory.SearchAsync(question.Question, MemoryScope.ForUser(conversation.Id), new() { BudgetTokens = budget, Gate = gate, AskedAt = conversation.AskedAt });

    private static IEnumerable<RecallItem> Found(RecallResult found, RecallQuestion question) => found.Items.Where(item => Labels(item).Intersect(question.Gold).Any());

    private static IEnumerable<string> Labels(RecallItem item) => item.Sources.Select(source => source.Label);
}
