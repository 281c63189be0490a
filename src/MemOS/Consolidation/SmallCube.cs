using MemOS.Cubes;
using MemOS.Evidence;
using MemOS.Reading;

namespace MemOS.Consolidation;

/// <summary>The records of a cube that holds little: all of them can be held against what is new, and referred to by it.</summary>
/// <remarks>One query of at most <see cref="MostRecords"/> records; none in a cube that holds more.</remarks>
internal static class SmallCube
{
    // Up to here a message may change or mean anything that was told before: there is little, and a change need not share a word with
    // what it changes. Beyond, the judge asks for more certainty than a pair without a common word ever has.
    private const int FewMessages = 100;
    private const int MostRecords = 200;

    /// <summary>The current records of the cube, and whether these are all; none when it is no small one.</summary>
    /// <param name="records">The store.</param>
    /// <param name="access">The cube.</param>
    /// <param name="items">The evidence that is read.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    public static async Task<(IReadOnlyList<MemoryRecord> Records, bool IsAll)> RecordsAsync(IRecordStore records, CubeAccess access, IReadOnlyList<EvidenceItem> items, CancellationToken cancellationToken)
    {
        if (items.Count == 0 || items[^1].Id.Sequence > FewMessages)
        {
            return ([], false);
        }

        var all = await records.ListAsync(access, new() { After = new(MemoryId.First(access.Home, MemoryItemKind.Record)), Limit = MostRecords }, cancellationToken).ConfigureAwait(false);
        return ([.. all.Where(record => record.Id.Cube == access.Home)], all.Count < MostRecords);
    }
}
