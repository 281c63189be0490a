using MemOS.Evidence;
using MemOS.Reading;
using Microsoft.Extensions.AI;

namespace MemOS.EndToEnd.Operations;

public class AddOperationTests
{
    [Fact]
    public async Task Add_Text_IsReadAboutTheUser()
    {
        await using var file = await MemoryFile.OpenAsync();
        await file.Memory.AddAsync("I'm allergic to walnuts.", file.Ada);
        await file.TellAsync("I live in Lisbon.");
        await file.Memory.FlushAsync();
        var records = await file.Memory.ListAsync(file.Ada);
        Assert.True(records.Count >= 2);
        Assert.All(records, record => Assert.Equal("user", record.Subject));
        Assert.Equal(EvidenceKind.Manual, (await file.Memory.ListEvidenceAsync(file.Ada))[0].Content.Kind);
    }

    [Fact]
    public async Task Add_ChatMessages_KeepsWhatWasSaidAndIsHarmlessAgain()
    {
        await using var file = await MemoryFile.OpenAsync();
        var said = new DateTimeOffset(2023, 5, 8, 9, 0, 0, TimeSpan.FromHours(2));
        List<ChatMessage> messages =
        [
            new(ChatRole.System, "You are helpful."),
            new(ChatRole.User, "My sister Maria lives in Lisbon.") { MessageId = "1", AuthorName = "Ada", CreatedAt = said },
            new(ChatRole.Assistant, [new FunctionCallContent("c1", "weather", new Dictionary<string, object?> { ["city"] = "Lisbon" })]) { MessageId = "2" },
            new(ChatRole.Tool, [new FunctionResultContent("c1", "sunny")]) { MessageId = "3" },
            new(ChatRole.Assistant, "") { MessageId = "4" },
        ];
        var added = await file.Memory.AddAsync(messages, file.Ada);
        Assert.Equal(3, added.Added);
        var again = await file.Memory.AddAsync(messages, file.Ada);
        Assert.Equal(0, again.Added);
        Assert.Equal(added.Evidence.Select(item => item.Id), again.Evidence.Select(item => item.Id));
        var held = await file.Memory.ListEvidenceAsync(file.Ada);
        Assert.Equal([EvidenceRole.User, EvidenceRole.Assistant, EvidenceRole.Tool], held.Select(item => item.Content.Role));
        Assert.Equal(("Ada", said), (held[0].Content.Author, held[0].Content.Time));
        Assert.Equal("weather", held[1].Content.ToolCalls[0].Name);
        var before = await file.CountAsync();
        messages[1].Contents = [new TextContent("My sister Maria lives in Porto.")];
        messages.Add(new(ChatRole.User, "One more.") { MessageId = "5" });
        await Assert.ThrowsAsync<MemoryConflictException>(() => file.Memory.AddAsync(messages, file.Ada));
        Assert.Equal(before, await file.CountAsync());
    }

    [Theory]
    [InlineData("""{"note":"\ud800"}""")]
    [InlineData("""{"inner":[{"\udc00":1}]}""")]
    public async Task Add_ToolContentWithHalfAPair_IsRefused_AndOthersGoOn(string json)
    {
        await using var file = await MemoryFile.OpenAsync();
        var call = new EvidenceDraft { Role = EvidenceRole.Assistant, Text = "", Time = new(2025, 3, 3, 9, 0, 0, TimeSpan.Zero), ToolCalls = [new("c1", "note", System.Text.Json.JsonElement.Parse(json))] };
        var error = await Assert.ThrowsAsync<ArgumentException>(() => file.Memory.AddAsync([call], file.Ada));
        Assert.Contains("nothing was recorded", error.Message, StringComparison.Ordinal);
        var answer = call with { ToolCalls = [], ToolResults = [new("c1", System.Text.Json.JsonElement.Parse(json), null)] };
        await Assert.ThrowsAsync<ArgumentException>(() => file.Memory.AddAsync([answer], file.Ada));
        await file.Memory.AddAsync("I live in Lisbon.", MemoryScope.ForUser("bob"));
    }

    public static TheoryData<string, string?> BadTexts { get; } = new()
    {
        { "", null },
        { " \n\t ", null },
        { new('x', 101), null },
        { "half a pair <high>", null },
        { "<low> the other half", null },
        { "fine", "0999-12-31" },
        { "fine", "9000-01-02" },
    };

    [Theory]
    [MemberData(nameof(BadTexts))]
    public async Task Add_OneBadMessageAmongGood_RecordsNothing(string text, string? day)
    {
        // A runner may pass arguments on as UTF-8, which holds no half of a pair.
        text = text.Replace("<high>", "\ud83d", StringComparison.Ordinal).Replace("<low>", "\udc00", StringComparison.Ordinal);
        await using var file = await MemoryFile.OpenAsync(options => options.MaxTextLength = 100);
        var time = day is null ? file.Time.Now : DateTimeOffset.Parse(day + "T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture);
        await Assert.ThrowsAnyAsync<ArgumentException>(() => file.Memory.AddAsync([file.Say("A good one."), file.Say(text) with { Time = time }], file.Ada));
        if (text.Trim().Length > 0)
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(() => file.Memory.AddAsync(new List<ChatMessage> { new(ChatRole.User, text) { CreatedAt = time } }, file.Ada));
        }

        if (day is null)
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(() => file.Memory.AddAsync(text, file.Ada));
        }

        Assert.Equal(0, (await file.CountAsync()).Messages);
    }

    [Theory]
    [InlineData("1000-01-02")]
    [InlineData("1969-07-20")]
    [InlineData("8999-12-31")]
    public async Task Add_TimeInTheFarPastOrFuture_IsKeptAsGivenAndFound(string day)
    {
        await using var file = await MemoryFile.OpenAsync();
        var time = DateTimeOffset.Parse(day + "T10:00:00+05:30", System.Globalization.CultureInfo.InvariantCulture);
        await file.Memory.AddAsync([file.Say("Tomorrow I meet Maria in Lisbon.") with { Time = time }], file.Ada);
        await file.Memory.FlushAsync();
        Assert.Equal(time, (await file.Memory.ListEvidenceAsync(file.Ada))[0].Content.Time);
        Assert.NotEmpty(await file.FindAsync("When do I meet Maria?"));
        Assert.Equal(0, (await file.Memory.Store.Jobs.CountAsync(null)).Queued);
    }

    [Fact]
    public async Task Add_KnownIdInOneCall_IsHeldOnceOrRefusedWhole()
    {
        await using var file = await MemoryFile.OpenAsync();
        var added = await file.Memory.AddAsync([file.Say("one", "a"), file.Say("one", "a")], file.Ada);
        Assert.Equal(1, added.Added);
        Assert.Equal(added.Evidence[0].Id, added.Evidence[1].Id);
        await Assert.ThrowsAsync<MemoryConflictException>(() => file.Memory.AddAsync([file.Say("two", "b"), file.Say("other", "a")], file.Ada));
        Assert.Equal(1, (await file.CountAsync()).Messages);
        Assert.Equal(1, (await file.Memory.AddAsync([file.Say("other", "a")], file.Ada.InSession("another"))).Added);
    }

    [Fact]
    public async Task Add_TenThousandMessagesInOneCall_AreAllHeldInOrder()
    {
        await using var file = await MemoryFile.OpenAsync();
        var messages = Enumerable.Range(0, 10_000).Select(i => file.Say($"Note number {i} of the long list.", $"n{i}")).ToList();
        Assert.Equal(10_000, (await file.Memory.AddAsync(messages, file.Ada)).Added);
        Assert.Equal(0, (await file.Memory.AddAsync(messages, file.Ada)).Added);
        Assert.Equal(10_000, (await file.CountAsync()).Messages);
        var page = await file.Memory.ListEvidenceAsync(file.Ada, new() { Limit = 1000, After = new MemoryId(1, MemoryItemKind.Evidence, 9000) });
        Assert.Equal(Enumerable.Range(9000, 1000).Select(i => $"n{i}"), page.Select(item => item.Content.ExternalId));
        await Assert.ThrowsAsync<MemoryConflictException>(() => file.Memory.AddAsync([.. messages.Select(message => message with { ExternalId = "x" + message.ExternalId }), file.Say("changed", "n5")], file.Ada));
        Assert.Equal(10_000, (await file.CountAsync()).Messages);
    }

    [Fact]
    public async Task Add_CubeWithoutAGrant_WritesNowhere()
    {
        await using var file = await MemoryFile.OpenAsync();
        await file.Memory.CreateCubeAsync("private", "bob");
        await file.Memory.CreateUserAsync("ada");
        var before = await file.CountAsync();
        foreach (var scope in new[] { file.Ada with { WriteCubes = ["private"] }, file.Ada with { ReadCubes = ["private"] }, file.Ada with { WriteCubes = ["unknown"] } })
        {
            await Assert.ThrowsAsync<MemoryAccessException>(() => file.Memory.AddAsync("I like tea.", scope));
            await Assert.ThrowsAsync<MemoryAccessException>(() => file.Memory.SearchAsync("tea", scope));
            await Assert.ThrowsAsync<MemoryAccessException>(() => file.Memory.ListAsync(scope));
        }

        Assert.Equal(before, await file.CountAsync());
    }

    [Fact]
    public async Task Add_WriteCubes_LinksToEachAndForgetsInAll()
    {
        await using var file = await MemoryFile.OpenAsync();
        await file.Memory.CreateCubeAsync("team", "ada");
        await file.Memory.CreateCubeAsync("family", "ada");
        await file.Memory.ShareCubeAsync("team", "bob", Cubes.CubeRole.Reader, "ada");
        var scope = file.Ada with { WriteCubes = ["team", "family"] };
        var id = await file.TellAsync("Maria's flight lands in Lisbon at nine.", scope);
        Assert.Equal(3, (await file.Memory.ListEvidenceAsync(scope)).Count);
        Assert.Equal(1, (await file.CountAsync()).Messages);
        Assert.Contains(await file.FindAsync("When does Maria's flight land?", file.Bob), text => text.Contains("nine", StringComparison.Ordinal));
        await file.Memory.ForgetAsync(id, scope);
        Assert.DoesNotContain(await file.FindAsync("When does Maria's flight land?", file.Bob), text => text.Contains("nine", StringComparison.Ordinal));
        Assert.DoesNotContain(await file.FindAsync("When does Maria's flight land?"), text => text.Contains("nine", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Search_SeveralCubes_FindsInEachAndOnlyInThoseNamed()
    {
        await using var file = await MemoryFile.OpenAsync();
        await file.Memory.CreateCubeAsync("team", "bob");
        await file.Memory.ShareCubeAsync("team", "ada", Cubes.CubeRole.Reader, "bob");
        await file.TellAsync("My parrot is called Pico.");
        await file.TellAsync("The office parrot is called Zeno.", file.Bob with { WriteCubes = ["team"] });
        var both = string.Join('|', await file.FindAsync("How is the parrot called?"));
        Assert.Contains("Pico", both, StringComparison.Ordinal);
        Assert.Contains("Zeno", both, StringComparison.Ordinal);
        var own = string.Join('|', await file.FindAsync("How is the parrot called?", file.Ada with { ReadCubes = [] }));
        Assert.Contains("Pico", own, StringComparison.Ordinal);
        Assert.DoesNotContain("Zeno", own, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Update_Record_KeepsTheOldVersionAndItsEvidence()
    {
        await using var file = await MemoryFile.OpenAsync();
        await file.TellAsync("My sister Maria lives in Lisbon.");
        var record = (await file.Memory.ListAsync(file.Ada))[0];
        var updated = await file.Memory.UpdateAsync(record.Id, "The user's sister Maria lives in Porto.", file.Ada, "moved");
        Assert.Equal((2, "moved", 1d, RecordOrigin.Manual), (updated.Version, updated.Reason, updated.Confidence, updated.Origin));
        Assert.Equal("The user's sister Maria lives in Porto.", (await file.Memory.GetEvidenceAsync(updated.Sources[0], file.Ada)).Content.Text);
        Assert.Equal([record.Text, updated.Text], (await file.Memory.HistoryAsync(record.Id, file.Ada)).Select(version => version.Text));
        var before = await file.CountAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => file.Memory.UpdateAsync(record.Id, " ", file.Ada));
        await Assert.ThrowsAsync<ArgumentException>(() => file.Memory.UpdateAsync(record.Id, "half \ud83d", file.Ada));
        await Assert.ThrowsAsync<ArgumentException>(() => file.Memory.UpdateAsync(record.Id, new('x', file.Memory.Options.MaxTextLength + 1), file.Ada));
        Assert.Equal(before, await file.CountAsync());
    }

    [Fact]
    public async Task Feedback_GoodAndBad_MovesConfidenceWithAReason()
    {
        await using var file = await MemoryFile.OpenAsync();
        var message = await file.TellAsync("My sister Maria lives in Lisbon.");
        var record = (await file.Memory.ListAsync(file.Ada))[0];
        var worse = Assert.Single(await file.Memory.FeedbackAsync(record.Id, false, file.Ada, "she moved"));
        Assert.Equal((record.Confidence / 2, 2, "feedback: bad, she moved"), (worse.Confidence, worse.Version, worse.Reason));
        Assert.Equal((record.Text, record.State), (worse.Text, worse.State));
        var better = Assert.Single(await file.Memory.FeedbackAsync(message, true, file.Ada), item => item.Id == record.Id);
        Assert.Equal((worse.Confidence + ((1 - worse.Confidence) / 2), 3, "feedback: good"), (better.Confidence, better.Version, better.Reason));
        Assert.Equal(record.Sources, better.Sources);
    }

    [Fact]
    public async Task GetAll_SmallPages_YieldsEachRecordOnce()
    {
        await using var file = await MemoryFile.OpenAsync();
        foreach (var city in new[] { "Lisbon", "Porto", "Rome", "Oslo", "Basel" })
        {
            await file.TellAsync($"My friend from {city} likes chess.", file.Ada.InSession(city));
        }

        var all = await file.Memory.ListAsync(file.Ada, new() { State = null, Limit = 1000 });
        Assert.NotEmpty(all);
        var paged = await file.Memory.GetAllAsync(file.Ada, new() { State = null, Limit = 1 }).ToListAsync();
        Assert.Equal(all.Select(record => record.Id), paged.Select(record => record.Id));
        Assert.Empty(await file.Memory.GetAllAsync(file.Bob).ToListAsync());
    }
}
