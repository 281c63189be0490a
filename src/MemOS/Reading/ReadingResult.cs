namespace MemOS.Reading;

/// <summary>What a reader found.</summary>
/// <param name="Records">The statements, in the order of their sources.</param>
public sealed record ReadingResult(IReadOnlyList<RecordDraft> Records)
{
    /// <summary>Nothing was found.</summary>
    public static ReadingResult Empty { get; } = new([]);

    /// <summary>Tokens that a model spent on it. Default: 0, no model.</summary>
    public long TokensSpent { get; init; }
}
