using MemOS.Evidence;
using MemOS.Reading;
using MemOS.Recall;

namespace MemOS.EndToEnd.Operations;

/// <summary>What was true and what was held at another time, and changes that are taken back.</summary>
public class PastOperationTests
{
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    [Fact]
    public async Task ListAsync_ValidAt_GivesWhatWasTrueThen()
    {
        await using var file = await MemoryFile.OpenAsync();
        var first = file.Time.Now;
        await file.TellAsync("I live in Hamburg.");
        file.Time.Advance(Month);
        await file.TellAsync("I live in Munich now.");

        Assert.Equal(["User lives in Munich now."], await TextsAsync(file, new()));
        Assert.Equal(["User lives in Hamburg."], await TextsAsync(file, new() { ValidAt = first.AddDays(3) }));
        Assert.Equal(["User lives in Munich now."], await TextsAsync(file, new() { ValidAt = file.Time.Now.AddDays(3) }));
        Assert.Empty(await TextsAsync(file, new() { ValidAt = first.AddDays(-3) }));
    }

    [Fact]
    public async Task ListAsync_AsOf_GivesTheVersionsHeldThen()
    {
        await using var file = await MemoryFile.OpenAsync();
        await file.TellAsync("I live in Hamburg.");
        var held = file.Time.Now;
        file.Time.Advance(Month);

        // Told later of an earlier time: true then, and not yet known.
        await file.Memory.AddAsync([new() { Role = EvidenceRole.User, Text = "My budget is 500 euros.", Time = held.AddDays(-10) }], file.Ada);
        await file.TellAsync("I live in Munich now.");

        Assert.Equal(["User lives in Hamburg."], await TextsAsync(file, new() { AsOf = held.AddDays(1) }));
        Assert.Empty(await TextsAsync(file, new() { AsOf = held.AddDays(-1) }));
        Assert.Contains("User's budget is 500 euros.", await TextsAsync(file, new() { ValidAt = held }));
        Assert.DoesNotContain("User's budget is 500 euros.", await TextsAsync(file, new() { ValidAt = held, AsOf = held.AddDays(1) }));
    }

    [Fact]
    public async Task ListAsync_AsOf_LeavesOutWhatIsForgottenNow()
    {
        await using var file = await MemoryFile.OpenAsync();
        var told = await file.TellAsync("I live in Hamburg.");
        var held = file.Time.Now;
        file.Time.Advance(Month);
        await file.Memory.ForgetAsync(told, file.Ada);

        Assert.Empty(await TextsAsync(file, new() { AsOf = held.AddDays(1) }));
        Assert.Empty((await file.Memory.SearchAsync("Where do I live?", file.Ada, new() { AsOf = held.AddDays(1) })).Items);
    }

    [Fact]
    public async Task SearchAsync_ValidAt_FindsTheOldStatementWithoutTheNew()
    {
        await using var file = await MemoryFile.OpenAsync();
        var first = file.Time.Now;
        await file.TellAsync("I live in Hamburg.");
        file.Time.Advance(Month);
        await file.TellAsync("I live in Munich now.");

        var now = await file.Memory.SearchAsync("Where do I live?", file.Ada);
        var then = await file.Memory.SearchAsync("Where do I live?", file.Ada, new() { ValidAt = first.AddDays(3) });
        var record = await file.Memory.SearchAsync("Where do I live?", file.Ada, new() { ValidAt = first.AddDays(3), Kinds = [MemoryKind.Profile] });

        Assert.Contains("Munich", now.Items[0].Text, StringComparison.Ordinal);
        Assert.Equal("I live in Hamburg.", Assert.Single(then.Items).Text);
        Assert.Equal(RecallItemKind.Profile, Assert.Single(record.Items).Kind);
    }

    [Fact]
    public async Task SearchAsync_AsOf_SeesNothingThatWasRecordedLater()
    {
        await using var file = await MemoryFile.OpenAsync();
        await file.TellAsync("I live in Hamburg.");
        var held = file.Time.Now;
        file.Time.Advance(Month);

        // An import of an old message: said before, recorded after.
        await file.Memory.AddAsync([new() { Role = EvidenceRole.User, Text = "I live with two cats.", Time = held.AddDays(-100) }], file.Ada);
        await file.Memory.FlushAsync();

        Assert.Equal(["I live in Hamburg."], (await file.Memory.SearchAsync("live", file.Ada, new() { AsOf = held.AddDays(1) })).Items.Select(item => item.Text));
        Assert.Equal(2, (await file.Memory.SearchAsync("live", file.Ada, new() { AsOf = file.Time.Now })).Items.Count);
    }

    [Fact]
    public async Task Correction_TheWrongStatementWasNeverTrueAndIsNotLearnedAgain()
    {
        await using var file = await MemoryFile.OpenAsync();
        var told = await file.TellAsync("My sister lives in Toronto.");
        file.Time.Advance(TimeSpan.FromMinutes(1));
        await file.TellAsync("Sorry, I meant Montreal.");
        var access = await file.Memory.ResolveAsync(file.Ada);

        Assert.Equal(["User's sister lives in Montreal."], await TextsAsync(file, new()));
        Assert.Equal(["User's sister lives in Montreal."], await TextsAsync(file, new() { ValidAt = file.Time.Now }));
        var chain = await file.Memory.ChainAsync((await file.Memory.ListAsync(file.Ada))[0].Id, file.Ada);
        Assert.Equal(["User's sister lives in Toronto.", "User's sister lives in Montreal."], chain.Select(record => record.Text));

        // The first message is read once more, as another reader would.
        var wrong = chain[0];
        var again = new RecordDraft { Kind = wrong.Kind, Text = wrong.Text, Subject = wrong.Subject, Slot = wrong.Slot, SlotValue = wrong.SlotValue, Sources = [told] };
        await file.Memory.Store.Records.ApplyAsync(access, [new RecordChange.Insert(again, file.Time.Now)], []);
        Assert.Equal(["User's sister lives in Montreal."], await TextsAsync(file, new()));

        // Said anew, it is news.
        file.Time.Advance(Month);
        await file.TellAsync("My sister lives in Toronto.");
        Assert.Equal(["User's sister lives in Toronto."], await TextsAsync(file, new()));
    }

    [Fact]
    public async Task UndoAsync_OfAChange_GivesBothSidesBackAndForth()
    {
        await using var file = await MemoryFile.OpenAsync();
        await file.TellAsync("I live in Hamburg.");
        file.Time.Advance(Month);
        await file.TellAsync("I live in Munich now.");
        var munich = (await file.Memory.ListAsync(file.Ada))[0];

        var undone = await file.Memory.UndoAsync(munich.Id, file.Ada);

        Assert.Equal(["User lives in Hamburg."], await TextsAsync(file, new()));
        Assert.Equal((RecordState.Current, RecordState.Superseded), (undone[0].State, undone[1].State));
        Assert.Equal(undone[0].Id, undone[1].SupersededBy);
        Assert.Contains("Hamburg", (await file.FindAsync("Where do I live?"))[0], StringComparison.Ordinal);

        await file.Memory.UndoAsync(munich.Id, file.Ada);

        Assert.Equal(["User lives in Munich now."], await TextsAsync(file, new()));
        Assert.Equal(["User lives in Hamburg."], await TextsAsync(file, new() { ValidAt = munich.ValidFrom.AddDays(-1) }));
        Assert.Equal([1, 2, 3], (await file.Memory.HistoryAsync(munich.Id, file.Ada)).Select(version => version.Version));
    }

    [Fact]
    public async Task UndoAsync_OfACorrectionByHand_SaysAgainWhatItSaid()
    {
        await using var file = await MemoryFile.OpenAsync();
        await file.TellAsync("I live in Hamburg.");
        var id = (await file.Memory.ListAsync(file.Ada))[0].Id;
        await file.Memory.UpdateAsync(id, "Ada lives in Harburg.", file.Ada);

        var undone = Assert.Single(await file.Memory.UndoAsync(id, file.Ada));

        Assert.Equal(("User lives in Hamburg.", 3, "undone"), (undone.Text, undone.Version, undone.Reason));
    }

    [Fact]
    public async Task UndoAsync_OfNothing_SaysSoAndChangesNothing()
    {
        await using var file = await MemoryFile.OpenAsync();
        await file.TellAsync("I live in Hamburg.");
        var record = (await file.Memory.ListAsync(file.Ada))[0];

        var error = await Assert.ThrowsAsync<MemoryConflictException>(() => file.Memory.UndoAsync(record.Id, file.Ada));

        Assert.Contains("nothing to undo", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, (await file.Memory.GetAsync(record.Id, file.Ada)).Version);
        await Assert.ThrowsAsync<MemoryNotFoundException>(() => file.Memory.UndoAsync(record.Id, file.Bob));
    }

    [Fact]
    public async Task SearchAsync_EvidenceKinds_TellsDocumentsFromTalk()
    {
        await using var file = await MemoryFile.OpenAsync();
        await file.Memory.AddAsync(new DocumentDraft { Name = "handbook.html", Text = "<h1>Leave</h1><script>notice()</script><p>The notice period is six weeks.</p>" }, file.Ada);
        await file.TellAsync("My notice period ends in May.");

        var documents = await file.Memory.SearchAsync("notice period", file.Ada, new() { EvidenceKinds = [EvidenceKind.Document] });
        var talk = await file.Memory.SearchAsync("notice period", file.Ada, new() { EvidenceKinds = [EvidenceKind.Message] });

        Assert.Contains("six weeks", Assert.Single(documents.Items).Text, StringComparison.Ordinal);
        Assert.Equal(RecallItemKind.Document, documents.Items[0].Kind);
        Assert.DoesNotContain(talk.Items, item => item.Kind == RecallItemKind.Document);
    }

    private static async Task<string[]> TextsAsync(MemoryFile file, RecordFilter filter) => [.. (await file.Memory.ListAsync(file.Ada, filter)).Select(record => record.Text)];
}
