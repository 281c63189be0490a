using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MemOS.Cubes;
using MemOS.Evidence;
using MemOS.Recall.Words;
using MemOS.Sqlite.Recall;

namespace MemOS.Sqlite.Tests.Recall;

public sealed class WordIndexPropertyTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private SqliteMemoryStore store = null!;
    private int users;

    public async Task InitializeAsync() => store = await SqliteMemoryStore.OpenAsync(folder.File());

    public async Task DisposeAsync()
    {
        await store.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public void GetPostingsAsync_AnyText_IsFoundByEachOfItsTermsAndInItsCubeAlone() => Prop.ForAll<string[]>(texts =>
    {
        var given = (texts ?? []).Select(static text => text ?? "").ToArray();
        var one = Append(given);
        var two = Append(given);
        foreach (var term in given.SelectMany(static text => WordAnalyzer.Analyze(text).Terms).Distinct())
        {
            var expected = one.Ids.Where((_, i) => WordAnalyzer.Analyze(given[i]).Terms.Contains(term)).ToList();
            var found = Find(one.Access, term);
            if (!expected.SequenceEqual(found) || Find(two.Access, term).Any(id => id.Cube != two.Access.Home))
            {
                return false;
            }
        }

        return true;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public async Task GetPostingsAsync_AnyTerm_NeverThrowsOrReachesAnotherCube()
    {
        await AppendAsync(["zeppelin", "!zeppelin", "a b c", "NEAR AND OR NOT", "terms:zeppelin"]);
        var empty = (await AppendAsync([])).Access;

        Prop.ForAll<string>(term => Find(empty, term ?? "").Count == 0).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Theory]
    [InlineData("\"", "x")]
    [InlineData("a\"b", "ab")]
    [InlineData("naïve", "naive")]
    [InlineData("東", "京")]
    [InlineData("@ada", "ada")]
    [InlineData("ß", "ss")]
    [InlineData("x’y", "xy")]
    public async Task Tokenizer_AnyTerm_IsKeptAsItIs(string term, string other)
    {
        var access = (await AppendAsync([])).Access;
        var id = new MemoryId(access.Home, MemoryItemKind.Evidence, 1);
        using var connection = MemOS.Sqlite.Storage.Connection.Open(folder.File(), SQLitePCL.raw.SQLITE_OPEN_READWRITE, TimeSpan.FromSeconds(5));

        WordIndex.AddRow(connection, id, new([term, "last"], 2));

        Assert.Equal([id], await FindAsync(access, term));
        Assert.Equal([id], await FindAsync(access, "last"));
        Assert.Empty(await FindAsync(access, other));
    }

    [Fact]
    public void Prefix_AnyTwoCubes_NeitherIsTheOthersBeginningBeforeATerm()
    {
        var cubes = Gen.Choose(1, int.MaxValue).ToArbitrary();

        Prop.ForAll(cubes, cubes, static (one, two) => one == two || CubeTerm.Prefix(one) + "a" != CubeTerm.Prefix(two) + "a")
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
        Assert.Equal(100_000, Enumerable.Range(1, 100_000).Select(CubeTerm.Prefix).Distinct().Count());
        Assert.All(Enumerable.Range(1, 2000), static cube => Assert.False(CubeTerm.IsOne(CubeTerm.Prefix(cube) + "a")));
        Assert.All(CubeTerm.Prefix(int.MaxValue), static c => Assert.True(Rune.IsPunctuation(new(c)) || char.GetUnicodeCategory(c) is UnicodeCategory.MathSymbol or UnicodeCategory.CurrencySymbol or UnicodeCategory.ModifierSymbol));
    }

    // Properties are functions, not tasks; the store's calls complete on its own threads.
    private (CubeAccess Access, IReadOnlyList<MemoryId> Ids) Append(IReadOnlyList<string> texts) => AppendAsync(texts).GetAwaiter().GetResult();

    private IReadOnlyList<MemoryId> Find(CubeAccess access, string term) => FindAsync(access, term).GetAwaiter().GetResult();

    private async Task<(CubeAccess Access, IReadOnlyList<MemoryId> Ids)> AppendAsync(IReadOnlyList<string> texts)
    {
        var access = await store.Cubes.ResolveAsync(MemoryScope.ForUser($"user{++users}"));
        var items = texts.Select(static text => new EvidenceDraft { Role = EvidenceRole.User, Text = text, Time = DateTimeOffset.UnixEpoch }).ToList();
        return (access, [.. (await store.Evidence.AppendAsync(access, new() { Items = items })).Select(static item => item.Id)]);
    }

    private async Task<IReadOnlyList<MemoryId>> FindAsync(CubeAccess access, string term)
    {
        await using var reader = await store.Recall.OpenAsync(access);
        var ids = (await reader.GetPostingsAsync(access.Home, term, 1000)).ToArray();
        return [.. ids.Select(static id => new MemoryId(id))];
    }
}
