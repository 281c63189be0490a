namespace MemOS.Cli.Benches.Evolution;

/// <summary>B-cubed F1 over the gold tasks that succeeded (Bagga and Baldwin 1998).</summary>
/// <remarks>
/// The gold class of a task is the skill that lists it, otherwise the task alone; its found class is the pattern of its match
/// when that has three successes or more, otherwise the task alone.
/// </remarks>
internal static class PatternScore
{
    private const int Successes = 3;

    public static double Of(IReadOnlyList<FoundStream> streams) => Of([.. streams.SelectMany(Classes)]);

    public static double Of(IReadOnlyList<(string Gold, string Found)> items)
    {
        if (items.Count == 0)
        {
            return 1;
        }

        var precision = items.Average(item => Share(items, other => other.Found == item.Found, other => other.Gold == item.Gold));
        var recall = items.Average(item => Share(items, other => other.Gold == item.Gold, other => other.Found == item.Found));
        return 2 * precision * recall / (precision + recall);
    }

    private static double Share(IReadOnlyList<(string Gold, string Found)> items, Func<(string Gold, string Found), bool> all, Func<(string Gold, string Found), bool> right) =>
        (double)items.Count(item => all(item) && right(item)) / items.Count(all);

    private static IEnumerable<(string Gold, string Found)> Classes(FoundStream stream)
    {
        for (var task = 0; task < stream.Gold.Tasks.Count; task++)
        {
            if (stream.Gold.Tasks[task].Outcome != "success")
            {
                continue;
            }

            var skill = stream.Gold.Skills.ToList().FindIndex(listed => listed.Tasks.Contains(task));
            var match = stream.Matches[task];
            var pattern = stream.Found.Patterns.ToList().FindIndex(found => found.Successes.Count >= Successes && found.Traces.Any(trace => trace.Task == match));
            yield return (
                skill >= 0 ? $"{stream.Gold.Id} skill {skill}" : $"{stream.Gold.Id} task {task}",
                pattern >= 0 ? $"{stream.Gold.Id} pattern {pattern}" : $"{stream.Gold.Id} task {task}");
        }
    }
}
