using System.Text.Json.Nodes;
using MemOS.Evidence;
using MemOS.Recall;
using MemOS.Recall.Words;

namespace MemOS.Cli.Benches.Locomo;

/// <summary>Recall over long conversations between two people: the LoCoMo questions, asked through <see cref="MemoryOS.SearchAsync"/>.</summary>
internal sealed class LocomoBench : IBench
{
    private const int SourcesCounted = 3;
    private const int FirstResults = 10;
    private const int DetailBudget = 1000;

    public string Name => "locomo";

    public string Summary => "recall of the evidence behind questions about long conversations, by token budget";

    public string? Data => "a file in the LoCoMo format: an array of samples with conversation and qa";

    public async Task<JsonObject> RunAsync(BenchSettings settings, CancellationToken cancellationToken)
    {
        var budgets = settings.Values.ContainsKey("budget") ? [settings.Number("budget", DetailBudget)] : new[] { 250, 500, DetailBudget, 2000 };
        var questions = await LocomoQuestions.ReadAsync(settings.DataFile!, cancellationToken);
        await using var memory = await BenchMemory.ImportAsync(settings.DataFile!, settings, cancellationToken);
        var score = new LocomoScore();
        var details = new JsonArray();
        var done = 0;
        var total = questions.Sum(sample => sample.Value.Count);
        foreach (var (sample, list) in questions)
        {
            var scope = MemoryScope.ForUser(sample);
            var evidence = await memory.EvidenceOfAsync(scope, cancellationToken);
            score.FullTokens += evidence.Values.Sum(item => (long)memory.Tokens.Count(item.Content.Text));
            var asked = evidence.Values.Max(item => item.Content.Time);
            foreach (var question in list.Take(settings.Limit ?? int.MaxValue))
            {
                settings.Progress.Report(new("asking", ++done, total));
                var row = await AskAsync(memory, sample, scope, question, evidence, asked, budgets, score, settings.TimeProvider, cancellationToken);
                if (settings.Details && row is not null)
                {
                    row["sample"] = sample;
                    details.Add(row);
                }
            }
        }

        var result = score.ToJson();
        BenchMemory.NoteChannels(settings, result);
        if (settings.Details)
        {
            result["details"] = details;
        }

        return result;
    }

    private static async Task<JsonObject?> AskAsync(BenchMemory memory, string sample, MemoryScope scope, LocomoQuestion question, IReadOnlyDictionary<string, EvidenceItem> evidence,
        DateTimeOffset asked, int[] budgets, LocomoScore score, TimeProvider clock, CancellationToken cancellationToken)
    {
        var gold = question.Evidence.Where(evidence.ContainsKey).ToHashSet(StringComparer.Ordinal);
        if (gold.Count == 0)
        {
            return null;
        }

        score.Questions++;
        var row = new JsonObject { ["question"] = question.Text, ["category"] = question.Category, ["evidence"] = new JsonArray([.. gold.Select(id => (JsonNode)id)]) };
        foreach (var budget in budgets)
        {
            var started = clock.GetTimestamp();
            var found = await memory.Memory.SearchAsync(question.Text, scope, new RecallOptions { BudgetTokens = budget, AskedAt = asked }, cancellationToken);
            var elapsed = clock.GetElapsedTime(started).TotalMilliseconds;
            var share = Recall(found, gold);
            if (question.Category is >= 1 and <= 4)
            {
                score.AddRecall(budget, share);
            }

            if (budget != MainBudget(budgets))
            {
                continue;
            }

            score.AddSearch(elapsed, found.Tokens);
            ScoreMain(memory, sample, question, evidence, gold, found, share, score, row);
        }

        return row;
    }

    private static int MainBudget(int[] budgets) => budgets.Contains(DetailBudget) ? DetailBudget : budgets[0];

    private static void ScoreMain(BenchMemory memory, string sample, LocomoQuestion question, IReadOnlyDictionary<string, EvidenceItem> evidence,
        HashSet<string> gold, RecallResult found, double share, LocomoScore score, JsonObject row)
    {
        row["recall"] = share;
        var sessions = gold.Select(id => evidence[id].Session).ToHashSet();
        var hit = found.Ranked.Take(FirstResults).Any(item => sessions.Contains(item.Sources[0].Session));
        score.AddSession(hit);
        row["session_hit"] = hit;
        row["context"] = found.Context;
        if (question.Category is >= 1 and <= 4)
        {
            score.AddCategory(question.Category, share);
            score.AddSample(sample, share);
        }

        if (question.Category is 1 or 4 && AnswerWords(question, found.Context) is { } words)
        {
            score.AddWords(words);
            row["answer_words"] = words;
        }

        if (question.Category == 2)
        {
            ScoreTime(question, gold, found, score, row);
        }
    }

    private static void ScoreTime(LocomoQuestion question, HashSet<string> gold, RecallResult found, LocomoScore score, JsonObject row)
    {
        var time = GoldTime.Parse(question.Answer, out var reason);
        if (time is null)
        {
            score.SkipTime(reason!);
            return;
        }

        var hit = found.Items.Any(item => item.EventTime?.ToString() == time.ToString() && Sources(item).Any(gold.Contains));
        score.AddTime(hit);
        row["time_hit"] = hit;
        row["gold_time"] = time.ToString();
        row["found_times"] = new JsonArray([.. found.Items.Where(item => Sources(item).Any(gold.Contains)).Select(item => (JsonNode?)item.EventTime?.ToString())]);
    }

    private static double Recall(RecallResult found, HashSet<string> gold) =>
        (double)found.Items.SelectMany(Sources).Where(gold.Contains).Distinct().Count() / gold.Count;

    private static IEnumerable<string> Sources(RecallItem item) => item.Sources.Take(SourcesCounted).Select(source => source.Label);

    // The share of the answer's stems that the question does not give away and the context holds.
    private static double? AnswerWords(LocomoQuestion question, string context)
    {
        var wanted = WordAnalyzer.Terms(question.Answer).Except(WordAnalyzer.Terms(question.Text)).ToHashSet(StringComparer.Ordinal);
        if (wanted.Count == 0)
        {
            return null;
        }

        var held = WordAnalyzer.Terms(context).ToHashSet(StringComparer.Ordinal);
        return (double)wanted.Count(held.Contains) / wanted.Count;
    }
}
