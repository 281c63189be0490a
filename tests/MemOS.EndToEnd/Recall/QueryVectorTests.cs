using MemOS.TestKit;
using Microsoft.Extensions.AI;

namespace MemOS.EndToEnd.Recall;

/// <summary>A search waits for its query's vector briefly, and not again and again while none comes.</summary>
public class QueryVectorTests
{
    private static readonly MemoryScope Ada = MemoryScope.ForUser("ada");
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Search_GeneratorHangs_GoesOnByWordsAndTheNextDoNotWait()
    {
        using var folder = new TemporaryFolder();
        using var concepts = new ConceptEmbeddings(["boat", "vessel"], ["tax"]);
        using var embeddings = new HangingEmbeddings(concepts);
        var time = new SteppedTime();
        await using var memory = await MemoryOS.OpenAsync(folder.File(), new() { Embeddings = embeddings, TimeProvider = time, ReadInBackground = false, QueryEmbeddingTimeout = TimeSpan.FromSeconds(3) });
        await memory.AddAsync("My boat is old.", Ada);
        await memory.FlushAsync();
        embeddings.Hangs = true;

        var search = memory.SearchAsync("boat", Ada);
        await time.WhenWaitingAsync(TimeSpan.FromSeconds(3)).WaitAsync(Patience);
        Assert.False(search.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(3));
        Assert.NotEmpty((await search.WaitAsync(Patience)).Items);
        Assert.NotEmpty((await memory.SearchAsync("boat", Ada).WaitAsync(Patience)).Items);
        Assert.Equal(1, embeddings.Hung);

        embeddings.Hangs = false;
        Assert.Empty((await memory.SearchAsync("vessel", Ada)).Items);
        time.Advance(TimeSpan.FromSeconds(5));
        Assert.NotEmpty((await memory.SearchAsync("vessel", Ada)).Items);
    }

    [Fact]
    public async Task Search_GeneratorFails_IsNotAskedByTheNextSearches()
    {
        using var folder = new TemporaryFolder();
        using var concepts = new ConceptEmbeddings(["boat"]);
        using var embeddings = new HangingEmbeddings(concepts);
        await using var memory = await MemoryOS.OpenAsync(folder.File(), new() { Embeddings = embeddings, TimeProvider = new SteppedTime(), ReadInBackground = false });
        concepts.Failure = new HttpRequestException("down");

        for (var i = 0; i < 3; i++)
        {
            await memory.SearchAsync("boat", Ada);
        }

        Assert.Equal(1, embeddings.Asked);
    }

    /// <summary>A generator that hangs on demand, whatever it is told.</summary>
    private sealed class HangingEmbeddings(ConceptEmbeddings inner) : DelegatingEmbeddingGenerator<string, Embedding<float>>(inner)
    {
        public bool Hangs { get; set; }

        public int Hung { get; private set; }

        public int Asked { get; private set; }

        public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
        {
            Asked++;
            if (Hangs)
            {
                Hung++;
                await new TaskCompletionSource().Task;
            }

            return await base.GenerateAsync(values, options, cancellationToken);
        }
    }
}
