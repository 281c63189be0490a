namespace MemOS.Storage;

/// <summary>Counts of a store.</summary>
public sealed record StoreStatistics
{
    /// <summary>Messages and document chunks.</summary>
    public required long Messages { get; init; }

    /// <summary>Records, in any state.</summary>
    public required long Records { get; init; }

    /// <summary>Tasks.</summary>
    public required long Tasks { get; init; }

    /// <summary>Skills, in any state.</summary>
    public required long Skills { get; init; }

    /// <summary>Cubes.</summary>
    public required long Cubes { get; init; }

    /// <summary>Users.</summary>
    public required long Users { get; init; }

    /// <summary>Jobs that wait, run or are dead.</summary>
    public required long Jobs { get; init; }

    /// <summary>Bytes on disk, the write-ahead log included.</summary>
    public required long Bytes { get; init; }
}
