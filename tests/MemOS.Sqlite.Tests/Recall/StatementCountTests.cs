using MemOS.Evidence;
using MemOS.Reading;
using MemOS.Sqlite.Recall;
using MemOS.Sqlite.Storage;
using Microsoft.Extensions.AI;
using static SQLitePCL.raw;

namespace MemOS.Sqlite.Tests.Recall;

public sealed class StatementCountTests
{
    [Fact]
    public async Task Describe_AnyNumberOfItems_TakesFourStatements()
    {
        using var folder = new TemporaryFolder();
        await using var store = await SqliteMemoryStore.OpenAsync(folder.File());
        var access = await store.Cubes.ResolveAsync(MemoryScope.ForUser("ada"));
        var items = Enumerable.Range(0, 200).Select(static i => new EvidenceDraft { Role = EvidenceRole.User, Text = $"text {i}", Time = DateTimeOffset.UnixEpoch }).ToList();
        var evidence = await store.Evidence.AppendAsync(access, new() { Items = items });
        var records = await store.Records.ApplyAsync(
            access,
            [.. evidence.Select(static (item, i) => new RecordChange.Insert(new() { Kind = MemoryKind.Fact, Subject = "Ada", Text = $"Ada said {i}.", Sources = [item.Id] }, DateTimeOffset.UnixEpoch))],
            []);
        using var connection = Connection.Open(folder.File(), SQLITE_OPEN_READWRITE, TimeSpan.FromSeconds(5));

        var documents = RecallDocuments.Describe(connection, [.. evidence.Select(static item => item.Id.Value), .. records!.Select(static id => id.Value)], access.Readable);

        Assert.Equal(400, documents.Count);
        Assert.Equal(4, connection.Prepared);
    }

    [Theory]
    [InlineData(50)]
    [InlineData(800)]
    public async Task SearchAsync_AnyNumberOfMessages_TakesAsManyStatementsAsItHasTerms(int messages)
    {
        // Scope, view and state; the terms of the question as words and as names, and those that are lent; then what is
        // described, what stands around it, what derives from it and what is outdated, twice where words are lent.
        const int Most = 80;
        using var folder = new TemporaryFolder();
        await using var memory = await OpenQuietAsync(folder.File());
        var store = (SqliteMemoryStore)memory.Store;
        var scope = MemoryScope.ForUser("ada", "s");
        await memory.AddAsync([.. Enumerable.Range(0, messages).Select(static i => Said($"I bought zeppelin number {i} in Paris and a walnut for my uncle {i % 7}."))], scope);
        await memory.FlushAsync();

        var first = await CountAsync(store, () => memory.SearchAsync("Which zeppelin did I buy in Paris?", scope));
        var again = await CountAsync(store, () => memory.SearchAsync("Which zeppelin did I buy in Paris?", scope));

        Assert.InRange(first, 1, Most);

        // Scope, view and state.
        Assert.InRange(again, 1, 8);
    }

    [Fact]
    public async Task SearchAsync_AfterOneMoreMessage_ReadsWhatIsNewAlone()
    {
        using var folder = new TemporaryFolder();
        await using var memory = await OpenQuietAsync(folder.File());
        var store = (SqliteMemoryStore)memory.Store;
        var scope = MemoryScope.ForUser("ada", "s");
        await memory.AddAsync([.. Enumerable.Range(0, 300).Select(static i => Said($"I bought zeppelin number {i} in Paris."))], scope);
        await memory.SearchAsync("Which zeppelin did I buy in Paris?", scope);
        await memory.AddAsync([Said("The best zeppelin is in Rome.")], scope);

        var found = 0;
        var statements = await CountAsync(store, async () => found = (await memory.SearchAsync("Which zeppelin did I buy in Paris?", scope)).Items.Count);

        Assert.NotEqual(0, found);

        // Scope, view and state; the new words and places; then what came within reach by them.
        Assert.InRange(statements, 1, 20);
    }

    [Fact]
    public async Task Turn_InALongSession_ReadsAsManyStatementsAsInAShortOne()
    {
        using var folder = new TemporaryFolder();
        await using var memory = await OpenQuietAsync(folder.File());
        var store = (SqliteMemoryStore)memory.Store;
        using var model = new MemOS.TestKit.ScriptedChatClient();
        using var client = new MemoryChatClient(model, memory, new() { Scope = MemoryScope.ForUser("ada", "s") });
        async Task<long> TurnAsync(string text) => await CountAsync(store, () => client.GetResponseAsync([new(ChatRole.User, text)]));
        await TurnAsync("I bought a zeppelin in Paris.");
        await TurnAsync("Which zeppelin did I buy?");
        var early = await TurnAsync("Which zeppelin did I buy?");
        await memory.AddAsync([.. Enumerable.Range(0, 600).Select(static i => Said($"Remark {i} about zeppelins."))], MemoryScope.ForUser("ada", "s"));
        await TurnAsync("Which zeppelin did I buy?");

        var late = await TurnAsync("Which zeppelin did I buy?");

        Assert.InRange(late, 1, early + 6);
    }

    /// <summary>Statements that go through a cube to find a few rows do not show in their number: what they do is counted.</summary>
    [Fact]
    public async Task Turn_InALargeCube_HasTheDatabaseDoAsMuchAsInASmallOne()
    {
        using var small = new TemporaryFolder();
        using var large = new TemporaryFolder();

        var few = await StepsOfTurnAsync(small.File(), 200);
        var many = await StepsOfTurnAsync(large.File(), 4000);

        Assert.InRange(many, 1, few * 3 / 2);
    }

    // The instructions of the machine that a turn's statements run, reading of what was said included.
    private static async Task<long> StepsOfTurnAsync(string path, int messages)
    {
        await using var memory = await OpenQuietAsync(path);
        var store = (SqliteMemoryStore)memory.Store;
        var scope = MemoryScope.ForUser("ada", "s");
        await memory.AddAsync([.. Enumerable.Range(0, messages).Select(static i => Said($"I like cake number {i}."))], scope);
        await memory.FlushAsync();
        using var model = new MemOS.TestKit.ScriptedChatClient();
        using var client = new MemoryChatClient(model, memory, new() { Scope = scope });
        await client.GetResponseAsync([new(ChatRole.User, "My zeppelin is moored in Utrecht.")]);
        await memory.FlushAsync();
        var before = store.StepsRun;
        await client.GetResponseAsync([new(ChatRole.User, "Where is my zeppelin moored?")]);
        await memory.FlushAsync();
        return store.StepsRun - before;
    }

    // Counted are the connections that are given back. One that the background has out while the count begins would bring all that
    // it ever did to the count when it returns: here reading is done by flushing alone.
    private static Task<MemoryOS> OpenQuietAsync(string path) => MemoryOS.OpenAsync(path, new() { ReadInBackground = false });

    private static EvidenceDraft Said(string text) => new() { Role = EvidenceRole.User, Text = text, Time = DateTimeOffset.UnixEpoch };

    private static async Task<long> CountAsync(SqliteMemoryStore store, Func<Task> run)
    {
        var before = store.StatementsRead;
        await run();
        return store.StatementsRead - before;
    }
}
