namespace MemOS.Governance;

/// <summary>What an erasure removed for good.</summary>
/// <param name="Evidence">Messages and chunks, links in other cubes included.</param>
/// <param name="Records">Records that derived from them, with all their versions.</param>
/// <param name="IsPending">
/// Whether copies may still stand in the write-ahead log, because a reader (perhaps of another process) holds an older view.
/// Nothing of it can be searched any more; the bytes go with the next write, check or opening that finds the file free.
/// </param>
public sealed record EraseReceipt(int Evidence, int Records, bool IsPending)
{
    /// <summary>The skills that were learned from the messages and went with them, by name. Default: none.</summary>
    public IReadOnlyList<string> Skills { get; init; } = [];
}
