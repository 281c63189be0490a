using MemOS.Evolution.Plans;

namespace MemOS.Evolution.Skills;

/// <summary>A version of a skill; versions are added, and what they do is never changed or lost.</summary>
public sealed record SkillVersion
{
    /// <summary>The number, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The version it was made from; <see langword="null"/> for the first.</summary>
    public int? Parent { get; init; }

    /// <summary>Why it was made.</summary>
    public required string Reason { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>What is known of it. It stays with the version, whatever becomes of the skill.</summary>
    public SkillCheck Check { get; init; }

    /// <summary>What the check said, in words; <see langword="null"/> where there was none.</summary>
    public string? CheckReason { get; init; }

    /// <summary>Whether a person approved it; runs and trials never count as that.</summary>
    public bool IsApproved { get; init; }

    /// <summary>Whether a person went back from it or refused it: learning then does not propose what it does again.</summary>
    public bool IsWithdrawn { get; init; }

    /// <summary>The plan; <see langword="null"/> for an instruction skill.</summary>
    public SkillPlan? Plan { get; init; }

    /// <summary>The instructions; <see langword="null"/> for a skill with a plan.</summary>
    public SkillInstructions? Instructions { get; init; }

    /// <summary>The tools that the version may call: those of its evidence.</summary>
    public IReadOnlyList<SkillTool> Tools { get; init; } = [];

    /// <summary>What went wrong on the way in the tasks that it came from, without values; what failed tasks taught is the skill's. Default: nothing.</summary>
    public IReadOnlyList<string> Pitfalls { get; init; } = [];

    /// <summary>What such a task cost in tokens when it was done step by step, on average; 0 when it is not known.</summary>
    public long TaskTokens { get; init; }

    /// <summary>The messages of the tasks that it came from.</summary>
    public IReadOnlyList<MemoryId> Evidence { get; init; } = [];
}
