using MemOS.Cubes;
using MemOS.Evidence;
using MemOS.Reading;
using MemOS.Recall;

namespace MemOS.Consolidation;

/// <summary>Decides what statements change: a repeated one strengthens a record, a later value supersedes an earlier one, the rest is new.</summary>
/// <param name="records">Where records are found by text and slot.</param>
/// <param name="index">Where near duplicates are found by their words; <see langword="null"/> finds exact ones and slots alone.</param>
internal sealed class Consolidator(IRecordStore records, IRecallIndex? index = null)
{
    private readonly RelatedRecordFinder? finder = index is null ? null : new(index, records);

    /// <summary>Plans the changes for the statements of one reading, in their order.</summary>
    /// <param name="access">The cube that is written to.</param>
    /// <param name="drafts">What was read.</param>
    /// <param name="items">The evidence that was read, for the times at which statements became known.</param>
    /// <param name="cancellationToken">Cancels the look-up of related records.</param>
    public async Task<IReadOnlyList<RecordChange>> PlanAsync(CubeAccess access, IReadOnlyList<RecordDraft> drafts, IReadOnlyList<EvidenceItem> items, CancellationToken cancellationToken)
    {
        if (drafts.Count == 0)
        {
            return [];
        }

        var times = items.ToDictionary(item => item.Id, item => item.Content.Time);
        var latest = items.Count > 0 ? items[^1].Content.Time : default;
        var shown = drafts.Select(draft => (draft.Subject, Expected: RepeatedBehaviour.Expected(draft))).Where(static pair => pair.Expected is not null).ToList();
        var keys = drafts.Select(draft => RecordText.Key(draft.Text)).Concat(shown.Select(pair => RecordText.Key(pair.Expected!.Value.Text))).Distinct(StringComparer.Ordinal).ToList();
        var slots = drafts.SelectMany(SlotComparison.RelatedSlots).Concat(shown.Select(pair => (pair.Subject, pair.Expected!.Value.Slot))).Distinct().ToList();
        var known = (await records.FindAsync(access, keys, slots, cancellationToken).ConfigureAwait(false)).ToDictionary(record => record.Id);
        var judged = drafts.SelectMany(draft => draft.Repeats is { } repeated ? draft.Replaces.Prepend(repeated) : draft.Replaces).Where(id => id.Cube == access.Home && !known.ContainsKey(id)).Distinct().ToList();
        foreach (var record in judged.Count == 0 ? [] : await records.GetAsync(access, judged, cancellationToken).ConfigureAwait(false))
        {
            known[record.Id] = record;
        }

        var (told, isAllKnown) = await SmallCube.RecordsAsync(records, access, items, cancellationToken).ConfigureAwait(false);
        foreach (var record in told)
        {
            known.TryAdd(record.Id, record);
        }

        if (finder is not null && !isAllKnown)
        {
            foreach (var record in await finder.FindAsync(access, drafts, cancellationToken).ConfigureAwait(false))
            {
                known.TryAdd(record.Id, record);
            }
        }

        // A statement that was read before, from the same message, changes nothing: reading may run twice.
        return ConsolidationPlan.Of(drafts, [.. drafts.Select(draft => times.TryGetValue(draft.Sources[0], out var time) ? time : latest)], [.. known.Values]);
    }
}
