namespace MemOS.Benchmarks;

/// <summary>How much is measured.</summary>
/// <param name="Appends">Single appends.</param>
/// <param name="Messages">Messages of the memory that is imported and searched.</param>
/// <param name="Queries">Searches, and turns.</param>
/// <param name="BigFile">Messages of the big file.</param>
internal sealed record BenchmarkSizes(int Appends, int Messages, int Queries, int BigFile)
{
    public static BenchmarkSizes Full { get; } = new(1000, 10_000, 200, 300_000);

    public static BenchmarkSizes Quick { get; } = new(100, 1_000, 40, 5_000);
}
