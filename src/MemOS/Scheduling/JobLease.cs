namespace MemOS.Scheduling;

/// <summary>A job that a worker holds until <see cref="Until"/>; after that another may take it.</summary>
public sealed record JobLease
{
    /// <summary>The number of the job.</summary>
    public required long Id { get; init; }

    /// <summary>The number that makes this lease different from earlier ones of the same job.</summary>
    public required long Token { get; init; }

    /// <summary>What to do.</summary>
    public required JobKind Kind { get; init; }

    /// <summary>The cube.</summary>
    public required int Cube { get; init; }

    /// <summary>The session; <see langword="null"/> for the unnamed one.</summary>
    public required string? Session { get; init; }

    /// <summary>The first evidence of the job.</summary>
    public required MemoryId First { get; init; }

    /// <summary>The last evidence of the job. All of the session's evidence between the two belongs to it.</summary>
    public required MemoryId Last { get; init; }

    /// <summary>How many times it was tried before.</summary>
    public required int Attempts { get; init; }

    /// <summary>When the lease runs out.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>What the job becomes when it is completed, in the same transaction; <see langword="null"/> when it is then done.</summary>
    public JobKind? Then { get; init; }
}
