namespace MemOS.Cli.Benches.Evolution;

/// <summary>F1 of each outcome over all tasks of the file, then the mean of the outcomes that occur.</summary>
internal static class OutcomeScore
{
    public static double Of(IReadOnlyList<FoundStream> streams) => Of(
        [.. streams.SelectMany(stream => stream.Gold.Tasks.Select((task, index) => (task.Outcome, stream.Matches[index]?.Outcome.ToString().ToLowerInvariant())))]);

    public static double Of(IReadOnlyList<(string Gold, string? Found)> tasks)
    {
        var classes = tasks.Select(task => task.Gold).Distinct(StringComparer.Ordinal).ToList();
        return classes.Count == 0 ? 1 : classes.Average(outcome => BoundaryScore.F1(
            tasks.Count(task => task.Gold == outcome && task.Found == outcome),
            tasks.Count(task => task.Found == outcome),
            tasks.Count(task => task.Gold == outcome)));
    }
}
