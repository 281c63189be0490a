using MemOS.Cubes;
using MemOS.Evidence;
using MemOS.Reading;

namespace MemOS.Consolidation;

/// <summary>Decides what statements change: a repeated one strengthens a record, a later value supersedes an earlier one, the rest is new.</summary>
internal sealed class Consolidator(IRecordStore records)
{
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
        var keys = drafts.Select(draft => RecordText.Key(draft.Text)).ToList();
        var known = (await records.FindAsync(access, keys, [], cancellationToken).ConfigureAwait(false))
            .DistinctBy(record => RecordText.Key(record.Text))
            .ToDictionary(record => RecordText.Key(record.Text));
        var changes = new List<RecordChange>();
        var planned = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < drafts.Count; i++)
        {
            if (known.TryGetValue(keys[i], out var record))
            {
                var further = drafts[i].Sources.Except(record.Sources).ToList();
                if (further.Count > 0)
                {
                    changes.Add(new RecordChange.Strengthen(record.Id, further, 1 - ((1 - record.Confidence) * 0.7)));
                }
            }
            else if (planned.Add(keys[i]))
            {
                changes.Add(new RecordChange.Insert(drafts[i], times.GetValueOrDefault(drafts[i].Sources[0])));
            }
        }

        return changes;
    }
}
