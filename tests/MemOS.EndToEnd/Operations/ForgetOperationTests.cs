using MemOS.Evidence;
using MemOS.Reading;

namespace MemOS.EndToEnd.Operations;

public class ForgetOperationTests
{
    [Fact]
    public async Task Forget_Record_LeavesRecallWithItsMessagesAndComesBack()
    {
        await using var file = await MemoryFile.OpenAsync();
        var message = await file.TellAsync("My sister Maria lives in Lisbon.");
        var record = (await file.Memory.ListAsync(file.Ada)).Single(item => item.Text.Contains("Lisbon", StringComparison.Ordinal));
        var receipt = await file.Memory.ForgetAsync(record.Id, file.Ada);
        Assert.Contains(message, receipt.Items);
        foreach (var query in new[] { "Where does my sister Maria live?", "Lisbon", "My sister Maria lives in Lisbon." })
        {
            Assert.DoesNotContain(await file.FindAsync(query), text => text.Contains("Lisbon", StringComparison.Ordinal));
        }

        Assert.Equal(RecordState.Forgotten, (await file.Memory.GetAsync(record.Id, file.Ada)).State);
        Assert.Equal(EvidenceState.Forgotten, (await file.Memory.GetEvidenceAsync(message, file.Ada)).State);
        await Assert.ThrowsAsync<MemoryNotFoundException>(() => file.Memory.UpdateAsync(record.Id, "Maria lives in Rome.", file.Ada));
        await file.Memory.RestoreAsync(record.Id, file.Ada);
        Assert.Contains(await file.FindAsync("Where does my sister Maria live?"), text => text.Contains("Lisbon", StringComparison.Ordinal));
        Assert.Equal(["forgotten", "restored"], (await file.Memory.HistoryAsync(record.Id, file.Ada)).Skip(1).Select(version => version.Reason));
    }

    [Fact]
    public async Task Erase_Record_LeavesNoByteOfItInAnyFile()
    {
        await using var file = await MemoryFile.OpenAsync();
        var message = await file.TellAsync("My sister Maria lives in Xylopolis.");
        await file.TellAsync("I like green tea.");
        var record = (await file.Memory.ListAsync(file.Ada)).Single(item => item.Text.Contains("Xylopolis", StringComparison.Ordinal));
        await file.Memory.UpdateAsync(record.Id, "Ada's sister Maria lives in Quuxhaven.", file.Ada);
        Assert.NotEmpty(file.FilesWith("Xylopolis"));
        Assert.NotEmpty(file.FilesWith("Quuxhaven"));
        var receipt = await file.Memory.EraseAsync(record.Id, file.Ada);
        Assert.False(receipt.IsPending);
        Assert.Equal((2, 1), (receipt.Evidence, receipt.Records));
        Assert.Empty(file.FilesWith("Xylopolis"));
        Assert.Empty(file.FilesWith("Quuxhaven"));
        Assert.NotEmpty(file.FilesWith("green tea"));
        Assert.Empty(await file.FindAsync("Xylopolis"));
        await Assert.ThrowsAsync<MemoryNotFoundException>(() => file.Memory.GetAsync(record.Id, file.Ada));
        await Assert.ThrowsAsync<MemoryNotFoundException>(() => file.Memory.GetEvidenceAsync(message, file.Ada));
        await Assert.ThrowsAsync<MemoryNotFoundException>(() => file.Memory.HistoryAsync(record.Id, file.Ada));
        await Assert.ThrowsAsync<MemoryNotFoundException>(() => file.Memory.RestoreAsync(record.Id, file.Ada));
    }

    [Fact]
    public async Task EraseSession_Session_TakesItAndNothingElse()
    {
        await using var file = await MemoryFile.OpenAsync();
        await file.TellAsync("My dentist works in Xylopolis.", file.Ada.InSession("monday"));
        await file.TellAsync("My brother works in Quuxhaven.", file.Ada.InSession("tuesday"));
        await file.Memory.EraseSessionAsync("monday", file.Ada);
        Assert.Empty(file.FilesWith("Xylopolis"));
        Assert.NotEmpty(file.FilesWith("Quuxhaven"));
        Assert.DoesNotContain(await file.FindAsync("Where does my dentist work?"), text => text.Contains("Xylopolis", StringComparison.Ordinal));
        await Assert.ThrowsAsync<MemoryNotFoundException>(() => file.Memory.EraseSessionAsync("monday", file.Ada));
        await Assert.ThrowsAsync<MemoryNotFoundException>(() => file.Memory.EraseSessionAsync("tuesday", file.Bob));
        Assert.NotEmpty(file.FilesWith("Quuxhaven"));
    }

    [Fact]
    public async Task EraseUser_User_TakesNameMessagesAndLinks()
    {
        await using var file = await MemoryFile.OpenAsync();
        await file.Memory.CreateCubeAsync("team", "bob");
        await file.Memory.ShareCubeAsync("team", "adalovelacex", Cubes.CubeRole.Writer, "bob");
        var scope = MemoryScope.ForUser("adalovelacex") with { WriteCubes = ["team"] };
        await file.TellAsync("The server is called Xylopolis.", scope);
        Assert.Contains(await file.FindAsync("How is the server called?", file.Bob), text => text.Contains("Xylopolis", StringComparison.Ordinal));
        await file.Memory.EraseUserAsync("adalovelacex");
        Assert.Empty(file.FilesWith("Xylopolis"));
        Assert.Empty(file.FilesWith("adalovelacex"));
        Assert.Empty(await file.FindAsync("How is the server called?", file.Bob));
        Assert.Equal(["bob"], (await file.Memory.ListUsersAsync()).Select(user => user.Name));
    }

    [Fact]
    public async Task Changes_UnknownOrForeignIds_ChangeNothing()
    {
        await using var file = await MemoryFile.OpenAsync();
        var message = await file.TellAsync("My sister Maria lives in Lisbon.");
        var record = (await file.Memory.ListAsync(file.Ada))[0].Id;
        await file.Memory.CreateUserAsync("bob");
        var before = await file.CountAsync();
        foreach (var (id, scope) in new[] { (new MemoryId(1, MemoryItemKind.Record, 999), file.Ada), (record, file.Bob), (message, file.Bob), (default, file.Ada) })
        {
            await Assert.ThrowsAsync<MemoryNotFoundException>(() => file.Memory.GetAsync(id, scope));
            await Assert.ThrowsAsync<MemoryNotFoundException>(() => file.Memory.GetEvidenceAsync(id, scope));
            await Assert.ThrowsAsync<MemoryNotFoundException>(() => file.Memory.UpdateAsync(id, "Something else.", scope));
            await Assert.ThrowsAsync<MemoryNotFoundException>(() => file.Memory.FeedbackAsync(id, false, scope));
            await Assert.ThrowsAsync<MemoryNotFoundException>(() => file.Memory.HistoryAsync(id, scope));
            await Assert.ThrowsAsync<MemoryNotFoundException>(() => file.Memory.ForgetAsync(id, scope));
            await Assert.ThrowsAsync<MemoryNotFoundException>(() => file.Memory.RestoreAsync(id, scope));
            await Assert.ThrowsAsync<MemoryNotFoundException>(() => file.Memory.EraseAsync(id, scope));
        }

        await Assert.ThrowsAsync<MemoryNotFoundException>(() => file.Memory.ForgetAsync([record, new(1, MemoryItemKind.Record, 999)], file.Ada));
        Assert.Equal(before, await file.CountAsync());
        Assert.Equal(RecordState.Current, (await file.Memory.GetAsync(record, file.Ada)).State);
    }

    [Fact]
    public async Task Reads_ByForeignOrUnknownIds_FindNothing()
    {
        await using var file = await MemoryFile.OpenAsync();
        var message = await file.TellAsync("My sister Maria lives in Lisbon.");
        var record = Assert.Single(await file.Memory.ListReadFromAsync([message], file.Ada));
        Assert.Equal((await file.Memory.ListAsync(file.Ada))[0].Id, record.Id);
        Assert.Single(await file.Memory.GetEvidenceAsync([message, new(1, MemoryItemKind.Evidence, 999), record.Id], file.Ada));
        Assert.Empty(await file.Memory.GetEvidenceAsync([message], file.Bob));
        Assert.Empty(await file.Memory.ListReadFromAsync([message, default, record.Id], file.Bob));
        await file.Memory.ForgetAsync(message, file.Ada);
        Assert.Empty(await file.Memory.ListReadFromAsync([message], file.Ada));
    }

    [Fact]
    public async Task Feedback_CommentThatCannotBeKept_ChangesNothing()
    {
        await using var file = await MemoryFile.OpenAsync(options => options.MaxTextLength = 100);
        await file.TellAsync("My sister Maria lives in Lisbon.");
        var record = (await file.Memory.ListAsync(file.Ada))[0];
        foreach (var comment in new[] { "half \ud83d", new string('x', 101) })
        {
            await Assert.ThrowsAsync<ArgumentException>(() => file.Memory.FeedbackAsync(record.Id, false, file.Ada, comment));
            await Assert.ThrowsAsync<ArgumentException>(() => file.Memory.UpdateAsync(record.Id, "Maria lives in Rome.", file.Ada, comment));
        }

        Assert.Equal(record.Version, (await file.Memory.GetAsync(record.Id, file.Ada)).Version);
        Assert.Equal(1, (await file.CountAsync()).Messages);
    }
}
