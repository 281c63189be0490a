using MemOS.Evidence;
using MemOS.Reading;
using MemOS.Recall;
using MemOS.Recall.Words;
using MemOS.Time;

namespace MemOS.Sqlite.Tests.Conformance;

/// <summary>What every store owes of <see cref="IRecallIndex"/> and <see cref="IRecallReader"/>.</summary>
public abstract class RecallIndexConformance : StoreConformance
{
    [Fact]
    public async Task GetPostingsAsync_Term_GivesTheNewestAscending()
    {
        var access = await AccessAsync();
        var ids = await AppendAsync(access, "s", Said("a zeppelin"), Said("nothing"), Said("two zeppelins"), Said("zeppelin three"));
        await AppendAsync(await AccessAsync("bob"), "s", Said("bob's zeppelin"));
        await using var reader = await Store.Recall.OpenAsync(access);
        var found = (await reader.GetPostingsAsync(access.Home, "zeppelin", 2)).ToArray();
        Assert.Equal([ids[2].Value, ids[3].Value], found);
        found = (await reader.GetPostingsAsync(access.Home, "zeppelin", 10)).ToArray();
        Assert.Equal(3, found.Length);
        found = (await reader.GetPostingsAsync(access.Home, "absent", 10)).ToArray();
        Assert.Empty(found);
    }

    [Fact]
    public async Task GetPostingsAsync_EveryTermOfAText_FindsIt()
    {
        var access = await AccessAsync();
        const string text = "Caroline's café in 東京都 serves crème brûlée 24/7 — naïve? Привет! \"quoted\" AND NOT near* x:y ﬁne 한국어";
        var id = Assert.Single(await AppendAsync(access, "s", Said(text, author: "Zoë O'Hara")));
        await using var reader = await Store.Recall.OpenAsync(access);

        foreach (var term in WordAnalyzer.Analyze(text, "Zoë O'Hara").Terms)
        {
            var found = (await reader.GetPostingsAsync(access.Home, term, 10)).ToArray();
            Assert.Equal([id.Value], found);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\"")]
    [InlineData("a OR b")]
    [InlineData("zeppelin\" OR \"x")]
    [InlineData("*")]
    [InlineData("terms : zeppelin")]
    [InlineData("\0")]
    [InlineData("^zeppelin")]
    [InlineData("zeppelin*")]
    public async Task GetPostingsAsync_QuerySyntax_HasNoMeaning(string term)
    {
        var access = await AccessAsync();
        await AppendAsync(access, "s", Said("zeppelin a b x"));

        Assert.Empty(await FindAsync(access, term));
    }

    [Fact]
    public async Task GetPostingsAsync_CubeOfAnother_IsRefused()
    {
        var bob = await AccessAsync("bob");
        await using var reader = await Store.Recall.OpenAsync(await AccessAsync());

        await Assert.ThrowsAsync<MemoryAccessException>(async () => await reader.GetPostingsAsync(bob.Home, "x", 10));
        await Assert.ThrowsAsync<MemoryAccessException>(async () => await reader.GetStatisticsAsync(bob.Home));
        await Assert.ThrowsAsync<MemoryAccessException>(async () => await reader.GetByTimeAsync(bob.Home, EventTime.OfYear(2024), 10));
        await Assert.ThrowsAsync<MemoryAccessException>(async () => await reader.GetByKindAsync(bob.Home, [MemoryKind.Fact], 10));
        await Assert.ThrowsAsync<MemoryAccessException>(async () => await reader.GetNearestAsync(bob.Home, "m", new float[] { 1 }, 10));
    }

    [Fact]
    public async Task GetStatisticsAsync_Changes_CountsActiveAndCurrentItems()
    {
        var access = await AccessAsync();
        var ids = await AppendAsync(access, "s", Said("red green blue"), Said("red"), Said("yellow"));
        var record = await InsertAsync(access, Draft("Ada paints red green.", ids[0]));
        await Store.Evidence.AppendAsync(access, new() { Session = "s", Items = [], Abandon = [ids[2]] });
        await Store.Records.ApplyAsync(access, [new RecordChange.Revise(record, Draft("Ada paints.", ids[0]), [], "shorter")], []);
        await using var reader = await Store.Recall.OpenAsync(access);

        var statistics = await reader.GetStatisticsAsync(access.Home);

        var lengths = new[] { WordAnalyzer.Analyze("red green blue").Length, 1, WordAnalyzer.Analyze("Ada paints.").Length };
        Assert.Equal(new CubeStatistics(3, lengths.Average()), statistics);
    }

    [Fact]
    public async Task OpenAsync_View_DoesNotSeeLaterWrites()
    {
        var access = await AccessAsync();
        await AppendAsync(access, "s", Said("zeppelin"));
        await using var reader = await Store.Recall.OpenAsync(access);
        var before = await reader.GetStatisticsAsync(access.Home);

        await AppendAsync(access, "s", Said("another zeppelin"));

        Assert.Equal(before, await reader.GetStatisticsAsync(access.Home));
        var found = (await reader.GetPostingsAsync(access.Home, "zeppelin", 10)).ToArray();
        Assert.Single(found);
        Assert.Equal(2, (await FindAsync(access, "zeppelin")).Count);
    }

    [Fact]
    public async Task DescribeAsync_EvidenceAndRecord_GivesWhatRankingNeeds()
    {
        var access = await Store.Cubes.ResolveAsync(new() { User = "ada", Agent = "coder" });
        await AppendAsync(access, "s", Said("before"));
        var source = Assert.Single(await AppendAsync(access, "s", Said("Berlin on Friday", "m1", EvidenceRole.Assistant, "Grace")));
        var draft = Draft("Ada goes to Berlin.", source, kind: MemoryKind.Event) with
        {
            EventTime = EventTime.OfDay(new(2024, 5, 3)),
            Confidence = 0.6,
            Origin = RecordOrigin.Assistant,
            Polarity = Polarity.Positive,
        };
        var record = await InsertAsync(access, draft);
        await using var reader = await Store.Recall.OpenAsync(access);

        var documents = (await reader.DescribeAsync([record.Value, source.Value, 12345])).ToDictionary(static document => document.Id);

        var message = documents[source.Value];
        Assert.Equal(("Berlin on Friday", "s", 1, EvidenceRole.Assistant, EvidenceKind.Message), (message.Text, message.SessionName, message.Position, message.Role, message.EvidenceKind));
        Assert.Equal(("Grace", "m1", "coder", null), (message.Author, message.ExternalId, message.Agent, message.Kind));
        Assert.Equal(Said("x").Time, message.Time);
        Assert.Equal([source.Value], message.Sources);
        var told = documents[record.Value];
        Assert.Equal(("Ada goes to Berlin.", MemoryKind.Event, "Ada", 0.6, RecordOrigin.Assistant, Polarity.Positive), (told.Text, told.Kind, told.Subject, told.Confidence, told.Origin, told.Polarity));
        Assert.Equal((message.Session, "s", 1, message.Time, EvidenceRole.Assistant), (told.Session, told.SessionName, told.Position, told.Time, told.Role));
        Assert.Equal(draft.EventTime, told.EventTime);
        Assert.Equal([source.Value], told.Sources);
        Assert.Equal(WordAnalyzer.Analyze("Berlin on Friday").Length, message.Length);
        Assert.Equal(2, documents.Count);
    }

    [Fact]
    public async Task DescribeAsync_OfAnotherUser_IsLeftOut()
    {
        var theirs = Assert.Single(await AppendAsync(await AccessAsync("bob"), "s", Said("secret")));
        await using var reader = await Store.Recall.OpenAsync(await AccessAsync());

        Assert.Empty(await reader.DescribeAsync([theirs.Value]));
        Assert.Empty(await reader.GetNeighboursAsync([theirs.Value], 2));
        Assert.Empty(await reader.GetDerivedAsync([theirs.Value]));
    }

    [Fact]
    public async Task GetNeighboursAsync_AcrossAnAbandonedBranch_GivesTheConversationAsItStands()
    {
        var access = await AccessAsync();
        var ids = await AppendAsync(access, "s", Said("0"), Said("1"), Said("2"), Said("wrong"), Said("also wrong"));
        await AppendAsync(access, "t", Said("elsewhere"));
        await Store.Evidence.AppendAsync(access, new() { Session = "s", Items = [Said("3"), Said("4"), Said("5")], Abandon = [ids[3], ids[4]] });
        await using var reader = await Store.Recall.OpenAsync(access);

        var near = await reader.GetNeighboursAsync([ids[2].Value], 2);

        Assert.Equal(["0", "1", "2", "3", "4"], near.Select(static document => document.Text).Order());
        Assert.Equal(["2"], (await reader.GetNeighboursAsync([ids[2].Value], 0)).Select(static document => document.Text));
    }

    [Fact]
    public async Task GetByTimeAsync_Span_FindsEventsAndWhatWasSaid()
    {
        var access = await AccessAsync();
        var early = Assert.Single(await AppendAsync(access, "s", Said("early", time: "2023-05-07T23:59:59-07:00")));
        var inside = Assert.Single(await AppendAsync(access, "s", Said("inside", time: "2023-05-08T00:00:00-07:00")));
        await AppendAsync(access, "s", Said("late", time: "2023-05-09T00:00:00-07:00"));
        async Task<MemoryId> On(string time) => await InsertAsync(access, Draft($"Something on {time}.", inside) with { EventTime = EventTime.TryParse(time, out var span) ? span : null });
        var day = await On("2023-05-08");
        var week = await On("2023-05-02/2023-05-08");
        var year = await On("2023");
        var moment = await On("2023-05-08T00:00");
        await On("2023-05-07");
        await On("2023-05-09T00:00");
        await On("2022");
        await using var reader = await Store.Recall.OpenAsync(access);

        var found = await reader.GetByTimeAsync(access.Home, EventTime.OfDay(new(2023, 5, 8)), 100);

        Assert.Equal(new[] { inside, day, week, year, moment }.Select(static id => id.Value).Order(), found.Order());
        Assert.Contains(early.Value, await reader.GetByTimeAsync(access.Home, EventTime.OfMonth(2023, 5), 100));
    }

    [Fact]
    public async Task GetByKindAsync_Kinds_GivesTheNewestFirst()
    {
        var access = await AccessAsync();
        var source = Assert.Single(await AppendAsync(access, "s", Said("one")));
        var instruction = await InsertAsync(access, Draft("Answer briefly.", source, kind: MemoryKind.Instruction));
        await InsertAsync(access, Draft("Ada likes tea.", source));
        var profile = await InsertAsync(access, Draft("Ada is 36.", source, kind: MemoryKind.Profile));
        await using var reader = await Store.Recall.OpenAsync(access);

        Assert.Equal([profile.Value, instruction.Value], await reader.GetByKindAsync(access.Home, [MemoryKind.Instruction, MemoryKind.Profile], 10));
        Assert.Equal([profile.Value], await reader.GetByKindAsync(access.Home, [MemoryKind.Instruction, MemoryKind.Profile], 1));
    }

    [Fact]
    public async Task GetDerivedAsync_Sources_GivesCurrentRecordsOnly()
    {
        var access = await AccessAsync();
        var sources = await AppendAsync(access, "s", Said("one"), Said("two"));
        var old = await InsertAsync(access, Draft("Ada said one.", sources[0]));
        var current = await InsertAsync(access, Draft("Ada said two.", sources[0]) with { Sources = sources }, old);
        await using var reader = await Store.Recall.OpenAsync(access);

        var pairs = await reader.GetDerivedAsync([sources[0].Value, sources[1].Value]);

        Assert.Equal([(sources[0].Value, current.Value), (sources[1].Value, current.Value)], pairs.Order());
    }
}
