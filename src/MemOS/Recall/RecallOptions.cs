using MemOS.Evidence;
using MemOS.Reading;

namespace MemOS.Recall;

/// <summary>Settings of one search. Budget and limit are upper bounds.</summary>
public sealed record RecallOptions
{
    /// <summary>The most tokens that the packed context may cost, its headings included. Default: 600.</summary>
    public int BudgetTokens { get; init; } = 600;

    /// <summary>The most results. Default: 100; the budget is usually reached first.</summary>
    public int Limit { get; init; } = 100;

    /// <summary>Whether nothing is returned when nothing is relevant enough. Default: <see langword="false"/>: a person who searches wants the best there is.</summary>
    public bool Gate { get; init; }

    /// <summary>Only records of these kinds. Default: <see langword="null"/>, records of all kinds and messages too.</summary>
    public IReadOnlyList<MemoryKind>? Kinds { get; init; }

    /// <summary>Whether finished tasks are results too. Default: <see langword="null"/>: where the query asks how something was done.</summary>
    public bool? IncludeTasks { get; init; }

    /// <summary>Only messages or chunks of these kinds, so that documents and conversation can be searched apart. Default: <see langword="null"/>, all.</summary>
    /// <remarks>Together with <see cref="Kinds"/>: what fits either of them.</remarks>
    public IReadOnlyList<EvidenceKind>? EvidenceKinds { get; init; }

    /// <summary>Whether each result explains its scores, and the result tells what was cut and why. Default: <see langword="false"/>.</summary>
    public bool Explain { get; init; }

    /// <summary>A date relative to which the query's times are understood ("last week"). Default: <see langword="null"/>, now.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>What was true at a time: nothing said later, and statements that were replaced since as they stood. Default: <see langword="null"/>, what is true now.</summary>
    /// <remarks>A search in the past reads all records of the cubes once: its cost grows with them.</remarks>
    public DateTimeOffset? ValidAt { get; init; }

    /// <summary>What was held at a time: nothing recorded later, and records in the version that they had. Default: <see langword="null"/>, what is held now.</summary>
    /// <remarks>What is forgotten or erased now stays out. With <see cref="ValidAt"/>: what was held then to be true at that time.</remarks>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>Evidence that is in the prompt already and is left out. Default: none.</summary>
    public IReadOnlyCollection<MemoryId> Exclude { get; init; } = [];
}
