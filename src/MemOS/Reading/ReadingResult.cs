namespace MemOS.Reading;

/// <summary>What a reader found.</summary>
/// <param name="Records">The statements, in the order of their sources.</param>
public sealed record ReadingResult(IReadOnlyList<RecordDraft> Records)
{
    /// <summary>Nothing was found.</summary>
    public static ReadingResult Empty { get; } = new([]);

    /// <summary>What models spent on it. Default: nothing, no model was called.</summary>
    public ModelUsage Usage { get; init; }

    /// <summary>How many statements were offered by a model and turned down, because they were malformed, without a valid source, or not theirs to make.</summary>
    public int Rejected { get; init; }
}
