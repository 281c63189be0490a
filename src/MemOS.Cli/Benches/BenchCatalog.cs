namespace MemOS.Cli.Benches;

/// <summary>The benches that <c>memos bench</c> offers, in the order of its help.</summary>
internal static class BenchCatalog
{
    public static IReadOnlyList<IBench> All { get; } =
    [
        new Locomo.LocomoBench(),
        new PrefEval.PrefEvalBench(),
        new PrefEval.GateBench(),
        new TurnsBench(),
        new DateTimeBench(),
        new ReadingBench(),
        new EvolutionBench(),
    ];
}
