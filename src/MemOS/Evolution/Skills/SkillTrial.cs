namespace MemOS.Evolution.Skills;

/// <summary>A call of a skill with its outcome.</summary>
/// <param name="Version">The version that was called.</param>
/// <param name="Time">When.</param>
/// <param name="IsSuccess">Whether all of its calls were done, and the user did not complain of it.</param>
/// <param name="Lesson">What went wrong and how far it came, in one line; <see langword="null"/> for a success with nothing to note.</param>
/// <param name="Tokens">What it cost in tokens: schema, call and report. 0 when it is not known.</param>
/// <param name="IsCancelled">Whether the caller stopped it: it says nothing about the skill then, and counts neither way.</param>
public sealed record SkillTrial(int Version, DateTimeOffset Time, bool IsSuccess, string? Lesson = null, long Tokens = 0, bool IsCancelled = false)
{
    /// <summary>The number of the home cube of who ran it, so that a complaint in that memory finds it; <see langword="null"/> where it is not known.</summary>
    public int? Cube { get; init; }

    /// <summary>Whether a person approved the version anew after this trial had helped to retire it: it counts no more, and its lesson stays.</summary>
    public bool IsSetAside { get; init; }

    /// <summary>The messages of the task whose complaint judged it; when one is erased, the trial goes. Default: none, its own report says all.</summary>
    public IReadOnlyList<MemoryId> Evidence { get => field ?? []; init; }

    /// <summary>Whether it counts for or against its version.</summary>
    internal bool IsWeighed => !IsCancelled && !IsSetAside;
}
