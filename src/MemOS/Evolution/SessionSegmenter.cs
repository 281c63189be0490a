using MemOS.Evidence;
using MemOS.Evolution.Judging;
using MemOS.Evolution.Tasks;
using MemOS.Storage;

namespace MemOS.Evolution;

/// <summary>Segments sessions as they grow: begins again where the last work began, and writes what was found with the mark.</summary>
internal sealed class SessionSegmenter(IMemoryStore store, EvolutionOptions options, TaskJudging? judging)
{
    private const int Page = 1000;

    // Talk without any work behind it is segmented again from here on.
    private const int LongestTalk = 200;

    /// <summary>Segments what waits in a session.</summary>
    /// <returns>Whether the session has a task that may still go on, and whether one was finished.</returns>
    public async Task<(bool IsOpen, bool HasWork)> RunAsync(PendingSession pending, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var tools = await store.Tasks.ListToolsAsync(pending.Access, cancellationToken).ConfigureAwait(false);
        var items = await LoadAsync(pending, cancellationToken).ConfigureAwait(false);
        var (tasks, skipped, mark) = items.Count == 0
            ? ([], [], new SegmentationMark(pending.Place, pending.From ?? new(MemoryId.First(pending.Access.Home, MemoryItemKind.Evidence) + 1)))
            : await ReadAsync(items, tools, pending, now, cancellationToken).ConfigureAwait(false);
        await store.Tasks.ReplaceAsync(pending.Access, pending.Session, [.. tasks.Where(task => !task.IsOpen)], mark, pending.From, skipped, cancellationToken).ConfigureAwait(false);
        return (mark.OpenUntil is not null, tasks.Any(task => !task.IsOpen));
    }

    /// <summary>How far a session was segmented by what was found in it.</summary>
    /// <remarks>A task that was judged is kept at once, and looked at again until the pause is over: the user may still say something of it.</remarks>
    public static SegmentationMark MarkOf(IReadOnlyList<EvidenceItem> items, IReadOnlyList<MemoryTask> tasks, int place, TimeSpan idleGap, DateTimeOffset now)
    {
        var open = tasks is [.., var last] && now - last.Ended < idleGap ? last : null;
        var from = tasks.LastOrDefault(task => task.Calls.Count > 0)?.Evidence[0] ?? items[Math.Max(0, items.Count - LongestTalk)].Id;
        return new(place, open is not null && open.Evidence[0] < from ? open.Evidence[0] : from, open is null ? null : open.Ended + idleGap);
    }

    private async Task<(IReadOnlyList<MemoryTask> Tasks, IReadOnlyList<SkippedSpan> Skipped, SegmentationMark Mark)> ReadAsync(
        IReadOnlyList<EvidenceItem> items, IReadOnlyList<ToolDefinition> tools, PendingSession pending, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var opinions = judging is null ? TurnOpinion.Nothing : await judging.AskAsync(pending.Access, items, tools, now, cancellationToken).ConfigureAwait(false);
        var found = new EvolutionEngine(options).SegmentWith(opinions, items, tools, now);
        return (found.Tasks, found.Skipped, MarkOf(items, found.Tasks, pending.Place, options.IdleGap, now));
    }

    private async Task<List<EvidenceItem>> LoadAsync(PendingSession pending, CancellationToken cancellationToken)
    {
        var items = new List<EvidenceItem>();
        MemoryId? after = new MemoryId((pending.From?.Value ?? MemoryId.First(pending.Access.Home, MemoryItemKind.Evidence) + 1) - 1);
        while (after is not null)
        {
            var filter = new EvidenceFilter { Kind = EvidenceKind.Message, Session = pending.Session, After = after, Limit = Page };
            var page = await store.Evidence.ListAsync(pending.Access, filter, cancellationToken).ConfigureAwait(false);
            items.AddRange(page.Where(item => item.Session == pending.Session));
            after = page.Count == Page ? page[^1].Id : null;
        }

        return items;
    }
}
