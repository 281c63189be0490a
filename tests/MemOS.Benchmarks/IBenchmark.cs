namespace MemOS.Benchmarks;

/// <summary>One measurement or a few that share their preparation.</summary>
internal interface IBenchmark
{
    Task<IReadOnlyList<Measurement>> RunAsync(BenchmarkSizes sizes, string folder);
}
