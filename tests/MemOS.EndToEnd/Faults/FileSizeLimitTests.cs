using MemOS.TestKit;

namespace MemOS.EndToEnd.Faults;

/// <summary>A process whose files may grow no further: the call says so, nothing is lost, and work goes on when there is room.</summary>
public sealed class FileSizeLimitTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [PosixFact]
    public async Task Erase_LogCannotBeEmptiedIntoTheFile_IsPendingAndFinishedWithRoom()
    {
        using var child = FaultProcess.Start("erase-limit", folder.File());
        Assert.Equal(0, await child.EndAsync());

        Assert.Equal(["room True", "pending True", "found 0", "finished True"], child.Lines);
        var bytes = System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(folder.File()));
        Assert.DoesNotContain("Zqxyler", bytes, StringComparison.OrdinalIgnoreCase);
        await using var memory = await MemoryOS.OpenAsync(folder.File(), new() { ReadInBackground = false });
        Assert.Equal(301, (await memory.Store.Maintenance.GetStatisticsAsync()).Messages);
        Assert.Empty(await memory.Store.Maintenance.CheckAsync(deep: true));
    }

    // From so little room that the first call fails, to so much that the log cannot be emptied into the file before it is full itself.
    [PosixTheory]
    [InlineData(1_000)]
    [InlineData(100_000)]
    [InlineData(700_000)]
    [InlineData(5_000_000)]
    public async Task Add_FilesMayGrowNoFurther_FailsClearlyAndGoesOnWithRoom(int room)
    {
        using var child = FaultProcess.Start("limit", folder.File(), room);
        Assert.Equal(0, await child.EndAsync());

        var errors = child.Lines.Where(static line => line.StartsWith("full ", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(errors);
        Assert.All(errors, error => Assert.Contains("nothing of the call was recorded", error, StringComparison.Ordinal));
        Assert.Equal("done", child.Lines[^1]);
        await using var memory = await MemoryOS.OpenAsync(folder.File(), new() { ReadInBackground = false });
        Assert.Empty(await memory.Store.Maintenance.CheckAsync(deep: true));
        var held = new List<string>();
        MemoryId? last = null;
        while (await memory.ListEvidenceAsync(MemoryScope.ForUser("ada"), new() { After = last, Limit = 1000 }) is { Count: > 0 } page)
        {
            held.AddRange(page.Select(static item => item.Content.ExternalId!));
            last = page[^1].Id;
        }

        Assert.Equal(["note 0", .. child.Acknowledged], held);
    }
}
