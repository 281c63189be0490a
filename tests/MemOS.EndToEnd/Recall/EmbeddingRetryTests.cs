using System.Threading.Channels;
using MemOS.TestKit;
using Microsoft.Extensions.AI;

namespace MemOS.EndToEnd.Recall;

/// <summary>Embedding in the background goes on by itself after a failure, by growing pauses.</summary>
public class EmbeddingRetryTests
{
    private static readonly MemoryScope Ada = MemoryScope.ForUser("ada");
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Background_GeneratorIsDown_IsTriedAgainByGrowingPausesUntilNothingIsMissing()
    {
        using var folder = new TemporaryFolder();
        using var concepts = new ConceptEmbeddings(["boat"], ["tax"]) { Failure = new InvalidOperationException("down") };
        using var embeddings = new WatchedEmbeddings(concepts);
        var time = new SteppedTime();
        await using (var without = await OpenAsync(folder, null, time, inBackground: false))
        {
            await without.AddAsync("My boat is old.", Ada);
            await without.AddAsync("My tax form is due.", Ada);
            await without.FlushAsync();
        }

        await using var memory = await OpenAsync(folder, embeddings, time, inBackground: true);
        foreach (var seconds in new[] { 5, 15, 45 })
        {
            await time.WhenWaitingAsync(TimeSpan.FromSeconds(seconds)).WaitAsync(Patience);
            var calls = embeddings.Count;

            // What is added in the pause waits for its end.
            await memory.AddAsync($"My boat has been old for {seconds} years.", Ada);
            await time.WhenWaitingAsync(TimeSpan.FromSeconds(seconds)).WaitAsync(Patience);
            Assert.Equal(calls, embeddings.Count);
            time.Advance(TimeSpan.FromSeconds(seconds));
        }

        await time.WhenWaitingAsync(TimeSpan.FromSeconds(135)).WaitAsync(Patience);
        concepts.Failure = null;
        time.Advance(TimeSpan.FromSeconds(135));
        await embeddings.WhenMadeAsync().WaitAsync(Patience);
        await memory.FlushAsync();

        Assert.Empty(await MissingAsync(memory));
    }

    [Fact]
    public async Task Background_OldestTextIsRefused_TheOthersAreEmbedded()
    {
        using var folder = new TemporaryFolder();
        using var concepts = new ConceptEmbeddings(["boat"], ["tax"]) { FailsOn = "tax" };
        using var embeddings = new WatchedEmbeddings(concepts);
        var time = new SteppedTime();
        await using var memory = await OpenAsync(folder, embeddings, time, inBackground: false);
        await memory.AddAsync("Is the tax form due?", Ada);
        await memory.FlushAsync();
        await memory.AddAsync("Is the boat old?", Ada);
        await memory.FlushAsync();

        Assert.Equal(["Is the tax form due?"], (await MissingAsync(memory)).Distinct());
    }

    private static Task<MemoryOS> OpenAsync(TemporaryFolder folder, IEmbeddingGenerator<string, Embedding<float>>? embeddings, TimeProvider time, bool inBackground) =>
        MemoryOS.OpenAsync(folder.File(), new() { Embeddings = embeddings, TimeProvider = time, ReadInBackground = inBackground });

    private static async Task<IEnumerable<string>> MissingAsync(MemoryOS memory) =>
        (await memory.Store.Vectors.GetMissingAsync(await memory.ResolveAsync(Ada), "concepts", 100)).Select(item => item.Text);

    /// <summary>Counts what a generator is asked, and says when it made something.</summary>
    private sealed class WatchedEmbeddings(ConceptEmbeddings inner) : DelegatingEmbeddingGenerator<string, Embedding<float>>(inner)
    {
        private readonly Channel<int> made = Channel.CreateUnbounded<int>();
        private int count;

        public int Count => Volatile.Read(ref count);

        public async Task WhenMadeAsync() => await made.Reader.ReadAsync();

        public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref count);
            var vectors = await base.GenerateAsync(values, options, cancellationToken);
            made.Writer.TryWrite(vectors.Count);
            return vectors;
        }
    }
}
