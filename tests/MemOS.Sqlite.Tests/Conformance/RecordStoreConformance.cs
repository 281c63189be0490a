using MemOS.Reading;
using MemOS.Scheduling;
using MemOS.Time;

namespace MemOS.Sqlite.Tests.Conformance;

/// <summary>What every store owes of <see cref="IRecordStore"/>.</summary>
public abstract class RecordStoreConformance : StoreConformance
{
    [Fact]
    public async Task ApplyAsync_Insert_ComesBackAsItWas()
    {
        var access = await AccessAsync();
        var sources = await AppendAsync(access, "s", Said("I moved yesterday."), Said("To Utrecht."));
        var draft = new RecordDraft
        {
            Kind = MemoryKind.Profile,
            Text = "Ada moved to Utrecht on 30 April 2024.",
            Subject = "Ada",
            Entities = ["Ada", "Utrecht \"NL\""],
            EventTime = EventTime.OfDay(new(2024, 4, 30)),
            Confidence = 0.75,
            Origin = RecordOrigin.Assistant,
            Slot = "home",
            SlotValue = "utrecht",
            Polarity = Polarity.Negative,
            Topic = "moving",
            Sources = [sources[1], sources[0]],
        };
        var from = new DateTimeOffset(2024, 4, 30, 9, 0, 0, TimeSpan.FromHours(2));

        var ids = await Store.Records.ApplyAsync(access, [new RecordChange.Insert(draft, from) { Reason = "told" }], []);

        var record = await RecordAsync(access, Assert.Single(ids!));
        Assert.Equal((draft.Kind, draft.Text, draft.Subject, draft.EventTime, draft.Confidence, draft.Origin), (record.Kind, record.Text, record.Subject, record.EventTime, record.Confidence, record.Origin));
        Assert.Equal((draft.Slot, draft.SlotValue, draft.Polarity, draft.Topic), (record.Slot, record.SlotValue, record.Polarity, record.Topic));
        Assert.Equal(draft.Entities, record.Entities);
        Assert.Equal(draft.Sources, record.Sources);
        Assert.Equal((1, RecordState.Current, Time.Now, from, null, "told"), (record.Version, record.State, record.RecordedAt, record.ValidFrom, record.ValidTo, record.Reason));
        Assert.Equal(from.Offset, record.ValidFrom.Offset);
    }

    [Fact]
    public async Task ApplyAsync_NoSource_IsRefusedWhole()
    {
        var access = await AccessAsync();
        var source = Assert.Single(await AppendAsync(access, "s", Said("one")));
        var good = new RecordChange.Insert(Draft("Ada said one.", source), Time.Now);

        await Assert.ThrowsAsync<ArgumentException>(() => Store.Records.ApplyAsync(access, [good, new RecordChange.Insert(Draft("x", source) with { Sources = [] }, Time.Now)], []));

        Assert.Empty(await Store.Records.ListAsync(access, new() { State = null }));
    }

    [Fact]
    public async Task ApplyAsync_SourceUnknownOrOfAnotherUser_IsRefused()
    {
        var access = await AccessAsync();
        var theirs = Assert.Single(await AppendAsync(await AccessAsync("bob"), "s", Said("secret")));

        await Assert.ThrowsAsync<MemoryNotFoundException>(() => InsertAsync(access, Draft("x", theirs)));
        await Assert.ThrowsAsync<MemoryNotFoundException>(() => InsertAsync(access, Draft("x", new(access.Home, MemoryItemKind.Evidence, 5))));
    }

    [Fact]
    public async Task ApplyAsync_Supersede_KeepsTheOldWithALinkAndOutOfTheIndex()
    {
        var access = await AccessAsync();
        var sources = await AppendAsync(access, "s", Said("I live in Delft."), Said("I live in Utrecht now."));
        var old = await InsertAsync(access, Draft("Ada lives in Delft.", sources[0], slot: "home", value: "delft"));

        var current = await InsertAsync(access, Draft("Ada lives in Utrecht.", sources[1], slot: "home", value: "utrecht"), old);

        var before = await RecordAsync(access, old);
        Assert.Equal((RecordState.Superseded, current, Time.Now, 2), (before.State, before.SupersededBy, before.ValidTo, before.Version));
        Assert.Equal([current], (await Store.Records.ListAsync(access, new())).Select(static record => record.Id));
        Assert.DoesNotContain(old, await FindAsync(access, "delft"));
        Assert.Contains(current, await FindAsync(access, "utrecht"));
        Assert.Equal([1, 2], (await Store.Records.HistoryAsync(access, old)).Select(static record => record.Version));
    }

    [Fact]
    public async Task ApplyAsync_InsertNoLongerTrue_IsSupersededFromTheStart()
    {
        var access = await AccessAsync();
        var source = Assert.Single(await AppendAsync(access, "s", Said("one")));

        var ids = await Store.Records.ApplyAsync(access, [new RecordChange.Insert(Draft("Ada met a zeppelin.", source), Time.Now) { ValidTo = Time.Now }], []);

        Assert.Equal(RecordState.Superseded, (await RecordAsync(access, ids![0])).State);
        Assert.Empty(await FindAsync(access, "zeppelin"));
    }

    [Fact]
    public async Task ApplyAsync_SupersedeInsertOfTheSameCall_KeepsItWithALink()
    {
        var access = await AccessAsync();
        var source = Assert.Single(await AppendAsync(access, "s", Said("On Tuesday. No, on Thursday.")));

        var ids = await Store.Records.ApplyAsync(
            access,
            [new RecordChange.Insert(Draft("The meeting is on Tuesday.", source), Time.Now), new RecordChange.Insert(Draft("The meeting is on Thursday.", source), Time.Now) { SupersedesInserts = [0] }],
            []);

        var before = await RecordAsync(access, ids![0]);
        Assert.Equal((RecordState.Superseded, ids[1], Time.Now), (before.State, before.SupersededBy, before.ValidTo));
        Assert.Equal(RecordState.Current, (await RecordAsync(access, ids[1])).State);
    }

    [Fact]
    public async Task ApplyAsync_Strengthen_AddsSourcesOnce()
    {
        var access = await AccessAsync();
        var sources = await AppendAsync(access, "s", Said("tea"), Said("tea again"));
        var id = await InsertAsync(access, Draft("Ada likes tea.", sources[0]));

        await Store.Records.ApplyAsync(access, [new RecordChange.Strengthen(id, [sources[1], sources[0]], 0.9)], []);

        var record = await RecordAsync(access, id);
        Assert.Equal(sources, record.Sources);
        Assert.Equal((0.9, 2, "Ada likes tea."), (record.Confidence, record.Version, record.Text));
        Assert.Equal([1, 2], (await Store.Records.HistoryAsync(access, id)).Select(static version => version.Sources.Count));
        Assert.Contains(id, await FindAsync(access, "tea"));
    }

    [Fact]
    public async Task ApplyAsync_Retire_EndsWithoutASuccessor()
    {
        var access = await AccessAsync();
        var source = Assert.Single(await AppendAsync(access, "s", Said("tea")));
        var id = await InsertAsync(access, Draft("Ada likes zeppelins.", source));

        await Store.Records.ApplyAsync(access, [new RecordChange.Retire(id, Time.Now, "no longer")], []);

        var record = await RecordAsync(access, id);
        Assert.Equal((RecordState.Superseded, null, "no longer"), (record.State, record.SupersededBy, record.Reason));
        Assert.Empty(await FindAsync(access, "zeppelin"));
    }

    [Fact]
    public async Task ApplyAsync_Revise_ChangesTheTextAndKeepsTheOldVersion()
    {
        var access = await AccessAsync();
        var sources = await AppendAsync(access, "s", Said("Delft"), Said("Utrecht"));
        var id = await InsertAsync(access, Draft("Ada lives in Delft.", sources[0]));

        await Store.Records.ApplyAsync(access, [new RecordChange.Revise(id, Draft("Ada lives in Utrecht.", sources[1]), [sources[1]], "corrected")], []);

        var record = await RecordAsync(access, id);
        Assert.Equal(("Ada lives in Utrecht.", 2, "corrected"), (record.Text, record.Version, record.Reason));
        Assert.Equal([sources[1], sources[0]], record.Sources);
        Assert.Equal("Ada lives in Delft.", (await Store.Records.HistoryAsync(access, id))[0].Text);
        Assert.DoesNotContain(id, await FindAsync(access, "delft"));
        Assert.Contains(id, await FindAsync(access, "utrecht"));
    }

    [Fact]
    public async Task ApplyAsync_RecordOfAnotherCube_IsNotFound()
    {
        var bob = await AccessAsync("bob");
        var source = Assert.Single(await AppendAsync(bob, "s", Said("secret")));
        var id = await InsertAsync(bob, Draft("Bob has a secret.", source, "Bob"));

        await Assert.ThrowsAsync<MemoryNotFoundException>(async () => await Store.Records.ApplyAsync(await AccessAsync(), [new RecordChange.Retire(id, Time.Now, "x")], []));
        Assert.Equal(RecordState.Current, (await RecordAsync(bob, id)).State);
    }

    [Fact]
    public async Task ApplyAsync_CompletesItsJobs()
    {
        var access = await AccessAsync();
        await AppendAsync(access, "s", Said("one"));
        var leases = await Store.Jobs.LeaseAsync(JobKind.Read, 10, TimeSpan.FromMinutes(1));

        Assert.NotNull(await Store.Records.ApplyAsync(access, [], leases));

        Assert.Equal(0, (await Store.Jobs.CountAsync(access)).Queued);
    }

    [Fact]
    public async Task ApplyAsync_LostLease_ChangesNothing()
    {
        var access = await AccessAsync();
        var source = Assert.Single(await AppendAsync(access, "s", Said("one")));
        var lost = await Store.Jobs.LeaseAsync(JobKind.Read, 10, TimeSpan.FromMinutes(1));
        Time.Advance(TimeSpan.FromMinutes(2));
        var held = await Store.Jobs.LeaseAsync(JobKind.Read, 10, TimeSpan.FromMinutes(1));

        var insert = new RecordChange.Insert(Draft("Ada said one.", source), Time.Now);
        Assert.Null(await Store.Records.ApplyAsync(access, [insert], lost));
        Assert.Empty(await Store.Records.ListAsync(access, new()));
        Assert.NotNull(await Store.Records.ApplyAsync(access, [insert], held));
        Assert.Null(await Store.Records.ApplyAsync(access, [insert], held));
        Assert.Single(await Store.Records.ListAsync(access, new()));
    }

    [Fact]
    public async Task FindAsync_TextOrSlot_FindsCurrentRecordsOfTheHomeCube()
    {
        var access = await AccessAsync();
        var source = Assert.Single(await AppendAsync(access, "s", Said("one")));
        var tea = await InsertAsync(access, Draft("Ada likes tea.", source));
        var delft = await InsertAsync(access, Draft("Ada lives in Delft.", source, slot: "home", value: "delft"));
        var utrecht = await InsertAsync(access, Draft("Ada lives in Utrecht.", source, slot: "home", value: "utrecht"), delft);
        await InsertAsync(access, Draft("Bob lives in Delft.", source, "Bob", slot: "home", value: "delft"));

        var found = await Store.Records.FindAsync(access, [RecordText.Key("ada LIKES tea!"), RecordText.Key("nothing")], [("ADA", "home"), ("Ada", "job")]);

        Assert.Equal([tea, utrecht], found.Select(static record => record.Id));
        Assert.Empty(await Store.Records.FindAsync(await AccessAsync("eve"), [RecordText.Key("Ada likes tea.")], [("Ada", "home")]));
    }

    [Fact]
    public async Task ListAsync_Filters_AllMustHold()
    {
        var access = await AccessAsync();
        var one = Assert.Single(await AppendAsync(access, "s", Said("one")));
        var two = Assert.Single(await AppendAsync(access, "t", Said("two")));
        var home = await InsertAsync(access, Draft("Ada lives in Delft.", one, slot: "home", kind: MemoryKind.Profile));
        await InsertAsync(access, Draft("Bob lives in Delft.", one, "Bob", slot: "home", kind: MemoryKind.Profile));
        await InsertAsync(access, Draft("Ada likes tea.", two));

        Assert.Equal(home, Assert.Single(await Store.Records.ListAsync(access, new() { Subject = "ada", Slot = "home", Kind = MemoryKind.Profile, Session = "s" })).Id);
        Assert.Single(await Store.Records.ListAsync(access, new() { Session = "t" }));
        Assert.Equal(2, (await Store.Records.ListAsync(access, new() { After = home })).Count);
        Assert.Equal(2, (await Store.Records.ListAsync(access, new() { Limit = 2 })).Count);
        Assert.Empty(await Store.Records.ListAsync(await AccessAsync("eve"), new()));
    }

    [Fact]
    public async Task HistoryAsync_OtherUserOrUnknown_IsEmpty()
    {
        var access = await AccessAsync();
        var source = Assert.Single(await AppendAsync(access, "s", Said("one")));
        var id = await InsertAsync(access, Draft("Ada likes tea.", source));

        Assert.Empty(await Store.Records.HistoryAsync(await AccessAsync("bob"), id));
        Assert.Empty(await Store.Records.HistoryAsync(access, new(access.Home, MemoryItemKind.Record, 77)));
    }
}
