namespace MemOS.Benchmarks;

/// <summary>How much is measured.</summary>
/// <param name="Appends">Single appends.</param>
/// <param name="Messages">Messages of the memory that is imported and searched.</param>
/// <param name="Warm">Searches, and turns, that are not timed; the timed ones ask something else.</param>
/// <param name="Queries">Searches, and turns, that are timed.</param>
/// <param name="BigFile">Messages of the big file.</param>
internal sealed record BenchmarkSizes(int Appends, int Messages, int Warm, int Queries, int BigFile)
{
    public static BenchmarkSizes Full { get; } = new(1000, 10_000, 2000, 200, 300_000);

    public static BenchmarkSizes Quick { get; } = new(100, 1_000, 60, 40, 5_000);
}
