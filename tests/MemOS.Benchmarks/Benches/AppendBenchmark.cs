namespace MemOS.Benchmarks.Benches;

/// <summary>What a turn waits for: one message, on disk.</summary>
internal sealed class AppendBenchmark : IBenchmark
{
    public async Task<IReadOnlyList<Measurement>> RunAsync(BenchmarkSizes sizes, string folder)
    {
        await using var memory = await MemoryOS.OpenAsync(Path.Combine(folder, "append.db"), new() { ReadInBackground = false });
        var messages = Corpus.Messages(2 * sizes.Appends, 1).ToList();
        var scope = MemoryScope.ForUser("ada", "s");
        var median = await Clock.MedianAsync(sizes.Appends, sizes.Appends, i => memory.AddAsync([messages[i]], scope));
        return [new("append one message durably, p50", median, "ms", "≤ 1")];
    }
}
