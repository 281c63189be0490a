using MemOS.TestKit;

namespace MemOS.EndToEnd.Faults;

/// <summary>Several processes on one file.</summary>
public sealed class CrowdTests : IDisposable
{
    private const int Messages = 60;
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public async Task Processes_OnOneNewFile_KeepEveryMessageOnceInOrder(int count)
    {
        var children = Enumerable.Range(0, count).Select(worker => FaultProcess.Start("append", folder.File(), $"w{worker}", 0, Messages)).ToList();
        var ends = await Task.WhenAll(children.Select(static child => child.EndAsync()));

        Assert.All(ends, static end => Assert.Equal(0, end));
        Assert.All(children, static child => Assert.Equal("done", child.Lines[^1]));
        await CheckAsync(children, [.. Enumerable.Range(0, count).SelectMany(static worker => Ids($"w{worker}")), .. Ids("shared")]);
        children.ForEach(static child => child.Dispose());
    }

    [Fact]
    public async Task Processes_OneOfFourKilled_DoesNotHoldTheOthersUp()
    {
        var children = Enumerable.Range(0, 4).Select(worker => FaultProcess.Start("append", folder.File(), $"w{worker}", 0, Messages)).ToList();
        Assert.True(await children[0].ReadAsync(20));
        Assert.True(await children[0].KillAsync());
        var ends = await Task.WhenAll(children.Skip(1).Select(static child => child.EndAsync()));

        Assert.All(ends, static end => Assert.Equal(0, end));
        await CheckAsync(children, [.. children[0].Acknowledged.Where(static id => id.StartsWith("w0", StringComparison.Ordinal)), .. Ids("w1"), .. Ids("w2"), .. Ids("w3"), .. Ids("shared")]);
        children.ForEach(static child => child.Dispose());
    }

    private static IEnumerable<string> Ids(string worker) => Enumerable.Range(0, Messages).Select(i => $"{worker}-{i}");

    private async Task CheckAsync(IEnumerable<FaultProcess> children, IReadOnlyList<string> expected)
    {
        await using var memory = await MemoryOS.OpenAsync(folder.File());
        var held = await memory.ListEvidenceAsync(MemoryScope.ForUser("ada"), new() { Limit = 1000 });
        var ids = held.Select(static item => item.Content.ExternalId!).ToList();

        Assert.Equal(ids.Distinct(), ids);
        Assert.Empty(children.SelectMany(static child => child.Acknowledged).Except(ids));
        Assert.Empty(expected.Except(ids));

        // A message that the killed process wrote may not have been acknowledged any more.
        Assert.InRange(ids.Count, expected.Count, expected.Count + 1);
        Assert.Equal(Enumerable.Range(0, held.Count), held.Select(static item => item.Position));
        foreach (var worker in ids.GroupBy(static id => id.Split('-')[0]).Where(static group => group.Key != "shared"))
        {
            Assert.Equal(Ids(worker.Key).Take(worker.Count()), worker);
        }

        await memory.FlushAsync();
        Assert.Empty(await memory.Store.Maintenance.CheckAsync(deep: true));
        Assert.Single(await memory.ListUsersAsync());
    }
}
