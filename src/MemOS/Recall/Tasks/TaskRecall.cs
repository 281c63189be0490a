using System.Text;
using MemOS.Cubes;
using MemOS.Evidence;
using MemOS.Evolution.Tasks;
using MemOS.Reading;
using MemOS.Storage;
using MemOS.Tokens;

namespace MemOS.Recall.Tasks;

/// <summary>Brings finished tasks where a question asks how something was done: what was wanted, what was done, and what came of it.</summary>
/// <remarks>
/// A task is found through the messages it consists of, which every channel of recall ranks already; tasks that succeeded come
/// before those that did not, and of equals the last. Threat note: a task's text holds what people, the assistant and tools said;
/// it is shown as data like every other result.
/// </remarks>
internal sealed class TaskRecall(IMemoryStore store, ITokenCounter counter)
{
    private const int MostTasks = 2;
    private const int LongestPart = 240;
    private const int Considered = 60;
    private const double FailedShare = 0.5;

    // Of the budget; the rest is for what was said.
    private const double Share = 0.5;

    /// <summary>Adds the tasks that the results belong to, before them and within the budget.</summary>
    /// <param name="access">Whose memory.</param>
    /// <param name="query">The question.</param>
    /// <param name="settings">The search's settings.</param>
    /// <param name="search">Searches with other settings.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    public async Task<RecallResult> SearchAsync(
        CubeAccess access, string query, RecallOptions settings, Func<RecallOptions, Task<RecallResult>> search, CancellationToken cancellationToken)
    {
        var found = await search(settings).ConfigureAwait(false);
        var tasks = await FindAsync(access, query, found, settings, cancellationToken).ConfigureAwait(false);
        var packed = new List<RecallItem>();
        var left = (int)(settings.BudgetTokens * Share);
        foreach (var (stored, score) in tasks)
        {
            var item = await ItemAsync(access, stored, score, cancellationToken).ConfigureAwait(false);
            if (packed.Count < Math.Min(MostTasks, settings.Limit) && item.Tokens <= left)
            {
                packed.Add(item);
                left -= item.Tokens;
            }
        }

        if (packed.Count == 0)
        {
            return found;
        }

        var spent = packed.Sum(item => item.Tokens);
        var rest = await search(settings with { BudgetTokens = settings.BudgetTokens - spent, Limit = Math.Max(1, settings.Limit - packed.Count) }).ConfigureAwait(false);
        var items = packed.Count < settings.Limit ? rest.Items : [];
        var context = string.Join('\n', packed.Select(item => item.Text).Append(items.Count > 0 ? rest.Context : "")).TrimEnd('\n');
        return rest with
        {
            Items = [.. packed, .. items],
            Context = context,
            Tokens = spent + (items.Count > 0 ? rest.Tokens : 0),
            Ranked = [.. packed, .. rest.Ranked],
        };
    }

    private async Task<IReadOnlyList<(StoredTask Task, double Score)>> FindAsync(
        CubeAccess access, string query, RecallResult found, RecallOptions settings, CancellationToken cancellationToken)
    {
        var excluded = settings.Exclude.ToHashSet();
        var scores = new Dictionary<MemoryId, double>();
        foreach (var item in (found.Ranked.Count > 0 ? found.Ranked : found.Items).Take(Considered))
        {
            foreach (var source in item.Sources)
            {
                scores[source.Id] = Math.Max(scores.GetValueOrDefault(source.Id), item.Score);
            }
        }

        var tasks = scores.Count > 0 && !TaskQuestion.IsVague(query)
            ? await store.Tasks.FindAsync(access, scores.Keys, cancellationToken).ConfigureAwait(false)
            : await store.Tasks.ListAsync(access, MostTasks, cancellationToken).ConfigureAwait(false);
        return
        [
            .. tasks.Where(stored => !stored.Task.Evidence.Any(excluded.Contains))
                .Select(stored => (Task: stored, Score: ScoreOf(stored.Task, scores)))
                .OrderByDescending(pair => pair.Score)
                .ThenByDescending(pair => pair.Task.Task.Started),
        ];
    }

    // The best message tells how near the task is; that many were found does not make it nearer.
    private static double ScoreOf(MemoryTask task, Dictionary<MemoryId, double> scores) =>
        task.Evidence.Max(id => scores.GetValueOrDefault(id)) * (task.Outcome == TaskOutcome.Failure ? FailedShare : 1);

    private async Task<RecallItem> ItemAsync(CubeAccess access, StoredTask stored, double score, CancellationToken cancellationToken)
    {
        var task = stored.Task;
        var text = Text(task);
        var evidence = await store.Evidence.GetAsync(access, [.. task.Evidence.Take(1), .. task.Calls.Select(call => call.Message)], cancellationToken).ConfigureAwait(false);
        return new()
        {
            Id = stored.Id,
            Kind = RecallItemKind.Task,
            Text = text,
            Score = score,
            SaidAt = task.Started,
            Sources = [.. evidence.DistinctBy(item => item.Id).Select(SourceOf)],
            Origin = RecordOrigin.Assistant,
            Channels = [new("tasks", score, "was asked how it was done")],
            Tokens = counter.Count(text) + 1,
        };
    }

    private static RecallSource SourceOf(EvidenceItem item) =>
        new(item.Id, item.Content.ExternalId, item.Session, item.Content.Role, item.Content.Author, item.Content.Time);

    private static string Text(MemoryTask task)
    {
        var outcome = task.Outcome switch { TaskOutcome.Success => "it worked", TaskOutcome.Failure => "it failed", _ => "outcome unknown" };
        var text = new StringBuilder("Task of ").Append(task.Started.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)).Append(" (").Append(outcome).Append("): ").Append(Line(task.Goal));
        if (task.Steps.Count > 0)
        {
            text.Append(" Done: ").Append(Line(string.Join("; ", task.Steps)));
        }

        return (task.Result.Length > 0 ? text.Append(" Result: ").Append(Line(task.Result)) : text).ToString();
    }

    private static string Line(string text) => TextHead.Of(text.ReplaceLineEndings(" "), LongestPart, "…");
}
