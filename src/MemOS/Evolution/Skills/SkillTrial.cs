namespace MemOS.Evolution.Skills;

/// <summary>A call of a skill with its outcome.</summary>
/// <param name="Version">The version that was called.</param>
/// <param name="Time">When.</param>
/// <param name="IsSuccess">Whether all of its calls were done.</param>
/// <param name="Lesson">What went wrong and how far it came, in one line; <see langword="null"/> for a success with nothing to note.</param>
/// <param name="Tokens">What it cost in tokens: schema, call and report. 0 when it is not known.</param>
/// <param name="IsCancelled">Whether the caller stopped it: it says nothing about the skill then, and counts neither way.</param>
public sealed record SkillTrial(int Version, DateTimeOffset Time, bool IsSuccess, string? Lesson = null, long Tokens = 0, bool IsCancelled = false);
