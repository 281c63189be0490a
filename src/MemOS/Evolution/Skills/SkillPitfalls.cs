using MemOS.Evolution.Tasks;

namespace MemOS.Evolution.Skills;

/// <summary>Keeps what failed tasks of a skill's pattern teach, beside its versions: a lesson changes nothing that was approved.</summary>
internal static class SkillPitfalls
{
    private const int Most = 5;

    /// <summary>The skill with the lessons of the failed tasks of its pattern, the newest first, each once; the same skill when nothing is new.</summary>
    /// <param name="skill">The skill.</param>
    /// <param name="tasks">The tasks of the pattern that are known now, whatever their outcome.</param>
    /// <param name="lessonsOf">What a failed task teaches.</param>
    public static Skill Note(Skill skill, IEnumerable<MemoryTask> tasks, Func<MemoryTask, IEnumerable<string>> lessonsOf)
    {
        if (!skill.IsOffered)
        {
            return skill;
        }

        // What the version in use says of itself is not said twice.
        var known = skill.Current.Pitfalls.Concat(skill.Current.Instructions?.Pitfalls ?? []).ToHashSet(StringComparer.Ordinal);
        List<SkillPitfall> pitfalls =
        [
            .. tasks.Where(task => task.Outcome == TaskOutcome.Failure).OrderByDescending(task => task.Ended)
                .SelectMany(task => lessonsOf(task).Select(lesson => new SkillPitfall(lesson, task.Evidence)))
                .Where(pitfall => known.Add(pitfall.Lesson)).Take(Most),
        ];
        return AreSame(skill.Pitfalls, pitfalls) ? skill : skill with { Pitfalls = pitfalls };
    }

    private static bool AreSame(IReadOnlyList<SkillPitfall> left, IReadOnlyList<SkillPitfall> right) =>
        left.Count == right.Count && left.Zip(right).All(pair => pair.First.Lesson == pair.Second.Lesson && pair.First.Evidence.SequenceEqual(pair.Second.Evidence));
}
