using System.Text;
using MemOS.Sqlite;

namespace MemOS.Benchmarks.Benches;

/// <summary>A file of many: its size, how fast it opens, and what a small cube in it pays for the others.</summary>
internal sealed class BigFileBenchmark : IBenchmark
{
    private const int Batch = 2000;
    private const int SmallCube = 100;

    public async Task<IReadOnlyList<Measurement>> RunAsync(BenchmarkSizes sizes, string folder)
    {
        var rows = new List<Measurement>();
        var path = Path.Combine(folder, "big.db");
        var third = sizes.BigFile / 3;
        long bytes = 0;
        await using (var store = await SqliteMemoryStore.OpenAsync(path))
        {
            bytes = await FillAsync(store, "ada", third, 4);
        }

        rows.Add(new($"bytes a message beyond its text, {third:N0} messages", (new FileInfo(path).Length - bytes) / (double)third, "bytes", "≤ 400"));
        var open = await Clock.SecondsAsync(async () => await (await MemoryOS.OpenAsync(path)).DisposeAsync());
        rows.Add(new($"open a file of {third:N0} messages", open * 1000, "ms", "≤ 300"));
        await using (var store = await SqliteMemoryStore.OpenAsync(path))
        {
            await FillAsync(store, "eve", sizes.BigFile - third, 5);
            await FillAsync(store, "bob", SmallCube, 6);
        }

        await using var memory = await MemoryOS.OpenAsync(path);
        var questions = Corpus.Questions(sizes.Warm + sizes.Queries);
        var search = await Clock.MedianAsync(sizes.Warm, sizes.Queries, i => memory.SearchAsync(questions[i], MemoryScope.ForUser("bob")));
        rows.Add(new($"search {SmallCube} messages in a file of {sizes.BigFile:N0}, p50", search, "ms", "≤ 1"));
        return rows;
    }

    // Evidence alone: what is measured here does not depend on records.
    private static async Task<long> FillAsync(SqliteMemoryStore store, string user, int count, int seed)
    {
        long bytes = 0;
        var session = 0;
        foreach (var part in Corpus.Messages(count, seed).Chunk(Batch))
        {
            var name = $"s{session++}";
            var access = await store.Cubes.ResolveAsync(MemoryScope.ForUser(user, name));
            await store.Evidence.AppendAsync(access, new() { Session = name, Items = part, Read = false });
            bytes += part.Sum(message => (long)Encoding.UTF8.GetByteCount(message.Text));
        }

        return bytes;
    }
}
