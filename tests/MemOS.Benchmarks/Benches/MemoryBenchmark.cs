using MemOS.Evidence;
using MemOS.Reading;
using MemOS.TestKit;
using Microsoft.Extensions.AI;

namespace MemOS.Benchmarks.Benches;

/// <summary>A memory of one person: imported with reading, searched, and used in turns.</summary>
internal sealed class MemoryBenchmark : IBenchmark
{
    private const int Batch = 256;

    public async Task<IReadOnlyList<Measurement>> RunAsync(BenchmarkSizes sizes, string folder)
    {
        // The first import compiles its code as it goes; the second finds it warm, as it is in a running program.
        double first;
        await using (var warm = await MemoryOS.OpenAsync(Path.Combine(folder, "warm.db")))
        {
            var others = Corpus.Messages(sizes.Messages, 2).ToList();
            first = await Clock.SecondsAsync(() => ImportAsync(warm, others));
        }

        var scope = MemoryScope.ForUser("ada", "now");
        await using var memory = await MemoryOS.OpenAsync(Path.Combine(folder, "memory.db"));
        var messages = Corpus.Messages(sizes.Messages, 3).ToList();
        var seconds = await Clock.SecondsAsync(() => ImportAsync(memory, messages));

        // Sessions are segmented in the background after an import; what is measured from here on is a memory at rest.
        await memory.EvolveDueAsync();
        var questions = Corpus.Questions(sizes.Warm + sizes.Queries);
        var records = new List<MemoryRecord>();
        await foreach (var record in RecordsAsync(memory, scope))
        {
            records.Add(record);
        }

        using var plain = Baseline(Path.Combine(folder, "plain.db"), messages, records);

        // All answers of one kind before those of the other: each has the processor's caches to itself, as it would have alone.
        var search = await Clock.MedianAsync(sizes.Warm, sizes.Queries, i => memory.SearchAsync(questions[i], scope));
        var bm25 = await Clock.MedianAsync(sizes.Warm, sizes.Queries, i => Task.FromResult(plain.Search(questions[i])));
        var size = $"{messages.Count:N0} messages and {records.Count:N0} records";
        return
        [
            new($"import {messages.Count:N0} messages with reading, first in a process", messages.Count / first, "messages/s", "–"),
            new($"import {messages.Count:N0} messages with reading", messages.Count / seconds, "messages/s", "≥ 2,000"),
            new($"search {size}, p50", search, "ms", "ratio ≤ 1", "SQLite bm25() top 20", bm25),
            await TurnsAsync(memory, sizes, questions),
        ];
    }

    private static async Task ImportAsync(MemoryOS memory, IReadOnlyList<EvidenceDraft> messages)
    {
        var session = 0;
        foreach (var part in messages.Chunk(Batch))
        {
            await memory.AddAsync(part, MemoryScope.ForUser("ada", $"s{session++}"));
        }

        await memory.FlushAsync();
    }

    private static async IAsyncEnumerable<MemoryRecord> RecordsAsync(MemoryOS memory, MemoryScope scope)
    {
        var access = await memory.ResolveAsync(scope);
        MemoryId? after = null;
        while (await memory.Store.Records.ListAsync(access, new() { After = after, Limit = 1000 }) is { Count: > 0 } page)
        {
            foreach (var record in page)
            {
                yield return record;
            }

            after = page[^1].Id;
        }
    }

    private static PlainIndex Baseline(string path, IEnumerable<EvidenceDraft> messages, IEnumerable<MemoryRecord> records)
    {
        var plain = new PlainIndex(path);
        foreach (var text in messages.Select(message => message.Text).Concat(records.Select(record => record.Text)))
        {
            plain.Add(text);
        }

        plain.Commit();
        return plain;
    }

    private static async Task<Measurement> TurnsAsync(MemoryOS memory, BenchmarkSizes sizes, IReadOnlyList<string> questions)
    {
        using var model = new ScriptedChatClient();
        using var client = new MemoryChatClient(model, memory);
        var options = new ChatOptions().WithMemoryScope(MemoryScope.ForUser("ada", "turns"));
        var with = await Clock.MedianAsync(sizes.Warm, sizes.Queries, i => client.GetResponseAsync([new(ChatRole.User, questions[i])], options));
        var without = await Clock.MedianAsync(sizes.Warm, sizes.Queries, i => model.GetResponseAsync([new(ChatRole.User, questions[i])]));
        return new("middleware adds to a turn, p50", with - without, "ms", "≤ 5");
    }
}
