namespace MemOS.Evolution.Skills;

/// <summary>What to do where no tools are called: advice for a model, in words.</summary>
public sealed record SkillInstructions
{
    /// <summary>When it applies.</summary>
    public required string WhenToUse { get; init; }

    /// <summary>What to do, in order.</summary>
    public required IReadOnlyList<string> Steps { get; init; }

    /// <summary>What went wrong before. Default: nothing.</summary>
    public IReadOnlyList<string> Pitfalls { get; init; } = [];

    /// <summary>Requests that it answered, without personal values. Default: none.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];
}
