namespace MemOS.Evidence;

/// <summary>Which evidence to list; every condition that is set must hold.</summary>
public sealed record EvidenceFilter
{
    /// <summary>Only of this session. Default: all.</summary>
    public string? Session { get; init; }

    /// <summary>Only of this kind. Default: all.</summary>
    public EvidenceKind? Kind { get; init; }

    /// <summary>Only chunks of the document of this name. Default: all.</summary>
    public string? Document { get; init; }

    /// <summary>Whether abandoned and forgotten evidence is listed too. Default: no.</summary>
    public bool IncludeInactive { get; init; }

    /// <summary>Only what comes after this id. Default: from the start. The next page starts after the last id of this one.</summary>
    public MemoryId? After { get; init; }

    /// <summary>How many at most, from 1 to 1,000. Default: 100.</summary>
    public int Limit { get; init; } = 100;
}
