namespace MemOS.Evolution.Skills;

/// <summary>What a failed task taught of a skill that was there already: the task was done without it, but for a like request.</summary>
/// <param name="Lesson">What went wrong, in one line without values.</param>
/// <param name="Evidence">The messages of the task; when one is erased, the lesson goes.</param>
public sealed record SkillPitfall(string Lesson, IReadOnlyList<MemoryId> Evidence);
