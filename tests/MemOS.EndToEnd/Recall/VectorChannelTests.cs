using MemOS.Evidence;
using MemOS.TestKit;

namespace MemOS.EndToEnd.Recall;

public class VectorChannelTests
{
    private static readonly MemoryScope Ada = MemoryScope.ForUser("ada");
    private static readonly string[][] Concepts = [["puppy", "dog", "canine"], ["boat", "sail"], ["tax", "revenue"]];

    [Fact]
    public async Task Search_NoSharedWord_FindsByVector()
    {
        using var folder = new TemporaryFolder();
        using var embeddings = new ConceptEmbeddings(Concepts);
        await using var memory = await OpenAsync(folder, embeddings);
        var added = await AddAsync(memory, "We picked up our puppy at the shelter.", "The sail is torn.", "The tax form is due.");
        await memory.FlushAsync();

        var found = await memory.SearchAsync("anything canine", Ada);

        Assert.Equal(added[0], found.Items[0].Sources[0].Id);
        Assert.Contains(found.Items[0].Channels, channel => channel.Channel == "vectors");
    }

    [Theory]
    [InlineData(typeof(InvalidOperationException))]
    [InlineData(typeof(TaskCanceledException))]
    public async Task Search_GeneratorFails_GoesOnByWords(Type failure)
    {
        using var folder = new TemporaryFolder();
        using var embeddings = new ConceptEmbeddings(Concepts) { Failure = (Exception)Activator.CreateInstance(failure)! };
        await using var memory = await OpenAsync(folder, embeddings);
        var added = await AddAsync(memory, "We picked up our puppy at the shelter.", "The tax form is due.");
        await memory.FlushAsync();

        var found = await memory.SearchAsync("where did the puppy come from?", Ada);

        Assert.Equal(added[0], found.Items[0].Sources[0].Id);
        Assert.Equal(0, embeddings.Count);
    }

    [Theory]
    [InlineData(typeof(InvalidOperationException))]
    [InlineData(typeof(TaskCanceledException))]
    public async Task Flush_AfterAFailureHasPassed_EmbedsWhatWasMissing(Type failure)
    {
        using var folder = new TemporaryFolder();
        using var embeddings = new ConceptEmbeddings(Concepts) { Failure = (Exception)Activator.CreateInstance(failure)! };
        await using var memory = await OpenAsync(folder, embeddings);
        var added = await AddAsync(memory, "We picked up our puppy at the shelter.");
        await memory.FlushAsync();
        embeddings.Failure = null;
        await AddAsync(memory, "The sail is torn.");
        await memory.FlushAsync();

        var found = await memory.SearchAsync("canine", Ada);

        Assert.Equal(added[0], found.Items[0].Sources[0].Id);
    }

    [Fact]
    public async Task Search_TextOfNoConcept_HasNoVectorAndIsStillFoundByWords()
    {
        using var folder = new TemporaryFolder();
        using var embeddings = new ConceptEmbeddings(Concepts);
        await using var memory = await OpenAsync(folder, embeddings);
        var added = await AddAsync(memory, "The kettle whistles in the morning.", "We picked up our puppy at the shelter.");
        await memory.FlushAsync();
        var access = await memory.ResolveAsync(Ada);

        var missing = await memory.Store.Vectors.GetMissingAsync(access, "concepts", 10);
        var found = await memory.SearchAsync("kettle", Ada);

        Assert.Contains(missing, item => item.Id == added[0]);
        Assert.Equal(added[0], found.Items[0].Sources[0].Id);
    }

    [Fact]
    public async Task Search_VectorsOfAnotherUser_AreNotSeen()
    {
        using var folder = new TemporaryFolder();
        using var embeddings = new ConceptEmbeddings(Concepts);
        await using var memory = await OpenAsync(folder, embeddings);
        await memory.AddAsync("We picked up our puppy at the shelter.", MemoryScope.ForUser("bob"));
        await memory.FlushAsync();

        Assert.Empty((await memory.SearchAsync("canine", Ada)).Items);
    }

    [Fact]
    public async Task Open_AnotherModel_EmbedsAgainInTheBackgroundWhileSearchWorks()
    {
        using var folder = new TemporaryFolder();
        using var first = new ConceptEmbeddings(Concepts);
        await using (var memory = await OpenAsync(folder, first))
        {
            await AddAsync(memory, "We picked up our puppy at the shelter.", "The tax form is due.");
            await memory.AddAsync("Our dog snores.", MemoryScope.ForUser("bob"));
            await memory.FlushAsync();
        }

        using var second = new ConceptEmbeddings([.. Concepts, ["moon"]]) { Model = "concepts-2" };
        await using var again = await OpenAsync(folder, second);

        Assert.NotEmpty((await again.SearchAsync("where did the puppy come from?", Ada)).Items);
        await again.FlushAsync();
        Assert.Contains((await again.SearchAsync("anything canine", Ada)).Items[0].Channels, channel => channel.Channel == "vectors");
        Assert.NotEmpty((await again.SearchAsync("anything canine", MemoryScope.ForUser("bob"))).Items);
    }

    [Fact]
    public async Task Flush_EqualTexts_AreEmbeddedOnce()
    {
        using var folder = new TemporaryFolder();
        using var embeddings = new ConceptEmbeddings(Concepts);
        await using var memory = await OpenAsync(folder, embeddings);
        await AddAsync(memory, "The sail is torn, and how?", "The sail is torn, and how?");
        await memory.FlushAsync();
        await AddAsync(memory, "The sail is torn, and how?");
        await memory.FlushAsync();

        Assert.Equal(1, embeddings.Texts.Count(text => text == "The sail is torn, and how?"));
        var access = await memory.ResolveAsync(Ada);
        Assert.Empty(await memory.Store.Vectors.GetMissingAsync(access, "concepts", 10));
    }

    [Fact]
    public async Task Flush_OneTextCannotBeEmbedded_TheOthersAre()
    {
        using var folder = new TemporaryFolder();
        using var embeddings = new ConceptEmbeddings(Concepts) { FailsOn = "tax" };
        await using var memory = await OpenAsync(folder, embeddings);
        var ids = await AddAsync(memory, "The puppy barks, or so?", "The tax form, or so?", "The sail is torn, or so?");
        await memory.FlushAsync();

        var access = await memory.ResolveAsync(Ada);
        Assert.Equal([ids[1]], (await memory.Store.Vectors.GetMissingAsync(access, "concepts", 10)).Where(item => item.Id.Kind == MemoryItemKind.Evidence).Select(item => item.Id));
    }

    private static Task<MemoryOS> OpenAsync(TemporaryFolder folder, ConceptEmbeddings embeddings) =>
        MemoryOS.OpenAsync(Path.Combine(folder.Path, "memory.db"), new MemoryOSOptions { Embeddings = embeddings, ReadInBackground = false });

    private static async Task<IReadOnlyList<MemoryId>> AddAsync(MemoryOS memory, params string[] texts)
    {
        var time = new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
        var drafts = texts.Select((text, i) => new EvidenceDraft { Role = EvidenceRole.User, Text = text, Time = time.AddMinutes(i) }).ToList();
        return (await memory.AddAsync(drafts, Ada)).Evidence.Select(item => item.Id).ToList();
    }
}
