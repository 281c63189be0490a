using MemOS.Evidence;

namespace MemOS;

/// <summary>What an addition did.</summary>
/// <param name="Evidence">One entry for each message, in order, with its id and whether it was new.</param>
public sealed record AddResult(IReadOnlyList<AppendedEvidence> Evidence)
{
    /// <summary>How many messages were not known before.</summary>
    public int Added => Evidence.Count(item => item.IsNew);
}
