namespace MemOS.Recall;

/// <summary>What a search found, packed into a budget.</summary>
public sealed record RecallResult
{
    /// <summary>Nothing was found, or nothing was relevant enough.</summary>
    public static RecallResult Empty { get; } = new() { Items = [], Context = "", Tokens = 0 };

    /// <summary>The results that fit, best first.</summary>
    public required IReadOnlyList<RecallItem> Items { get; init; }

    /// <summary>The results as text to read or to inject, with their dates and speakers.</summary>
    public required string Context { get; init; }

    /// <summary>Tokens of <see cref="Context"/>; at most the budget.</summary>
    public required int Tokens { get; init; }

    /// <summary>The results in order before packing: the first <see cref="RecallOptions.Limit"/> candidates.</summary>
    public IReadOnlyList<RecallItem> Ranked { get; init; } = [];

    /// <summary>How it came about; <see langword="null"/> unless asked for.</summary>
    public RecallExplanation? Explanation { get; init; }
}
