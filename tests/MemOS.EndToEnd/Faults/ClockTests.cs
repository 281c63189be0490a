using MemOS.Evidence;
using MemOS.Reading;
using MemOS.TestKit;
using Microsoft.Extensions.AI;

namespace MemOS.EndToEnd.Faults;

/// <summary>A clock that jumps, as clocks do when they are set, when a machine wakes, or when a container moves.</summary>
public sealed class ClockTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly ManualTime time = new();
    private readonly MemoryScope ada = MemoryScope.ForUser("ada", "chat");

    public static TheoryData<int> Jumps { get; } = [-4000, -1, 1, 4000];

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        folder.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [MemberData(nameof(Jumps))]
    public async Task Turns_AcrossAJump_AreRecordedOnceInTheOrderTheyWereSaid(int days)
    {
        await using var memory = await OpenAsync();
        var client = ScriptedChatClient.Answering(static call => "answer " + call.Messages[^1].Text[^3..]).WithMemory(memory, ada);
        var history = new List<ChatMessage>();
        foreach (var text in new[] { "say one", "say two", "say six" })
        {
            history.Add(new(ChatRole.User, text));
            history.AddRange((await client.GetResponseAsync(history)).Messages);
            time.Advance(TimeSpan.FromDays(days));
        }

        await memory.FlushAsync();
        var held = await memory.ListEvidenceAsync(ada);
        Assert.Equal(["say one", "answer one", "say two", "answer two", "say six", "answer six"], held.Select(static item => item.Content.Text));
        Assert.Equal(Enumerable.Range(0, 6), held.Select(static item => item.Position));
        Assert.Equal(3, (await memory.Ledger.SumAsync(ada)).Turns);
        Assert.Equal(0, (await memory.Store.Jobs.CountAsync(null)).Queued);
    }

    [Theory]
    [MemberData(nameof(Jumps))]
    public async Task Reading_ThatFailed_IsTriedAgainAfterAJump(int days)
    {
        await using var memory = await OpenAsync(new InterruptedReader(static call => call == 1 ? throw new InvalidOperationException("no model") : Task.CompletedTask));
        await memory.AddAsync("My sister Maria lives in Lisbon.", ada);
        await memory.FlushAsync();
        Assert.Equal(1, (await memory.Store.Jobs.CountAsync(null)).Queued);
        Assert.Empty(await memory.ListAsync(ada));

        // Not before its time while the clock stands.
        await memory.FlushAsync();
        Assert.Empty(await memory.ListAsync(ada));
        time.Advance(TimeSpan.FromDays(days));
        await memory.FlushAsync();
        Assert.Single(await memory.ListAsync(ada));
        Assert.Equal(0, (await memory.Store.Jobs.CountAsync(null)).Queued);
    }

    [Theory]
    [MemberData(nameof(Jumps))]
    public async Task Reading_JumpWhileAnotherWorkerAsks_LandsOnce(int days)
    {
        await using var other = await OpenAsync();
        await using var memory = await OpenAsync(new InterruptedReader(async call =>
        {
            if (call == 1)
            {
                // The lease now looks as if it had run out, or as if it was taken in the future: another worker does the work.
                time.Advance(TimeSpan.FromDays(days));
                await other.FlushAsync();
            }
        }));
        await memory.AddAsync("My sister Maria lives in Lisbon.", ada);
        await memory.AddAsync("I like green tea.", ada);
        await memory.FlushAsync();
        await other.FlushAsync();
        var records = await memory.ListAsync(ada, new() { State = null });
        Assert.Equal(records.Select(static record => record.Text).Distinct(), records.Select(static record => record.Text));
        Assert.Equal(2, records.Count);
        Assert.All(records, static record => Assert.Equal(1, record.Version));
        Assert.Equal(0, (await memory.Store.Jobs.CountAsync(null)).Queued);
        Assert.Empty(await memory.Store.Maintenance.CheckAsync(deep: true));
    }

    [Theory]
    [MemberData(nameof(Jumps))]
    public async Task Changes_AcrossAJump_KeepTheOrderInWhichTheyWereMade(int days)
    {
        await using var memory = await OpenAsync();
        await memory.AddAsync("My sister Maria lives in Lisbon.", ada);
        await memory.FlushAsync();
        var id = Assert.Single(await memory.ListAsync(ada)).Id;
        time.Advance(TimeSpan.FromDays(days));
        await memory.UpdateAsync(id, "The user's sister Maria lives in Porto.", ada);
        time.Advance(TimeSpan.FromDays(days));
        await memory.ForgetAsync(id, ada);
        time.Advance(TimeSpan.FromDays(days));
        await memory.RestoreAsync(id, ada);
        Assert.Equal([1, 2, 3, 4], (await memory.HistoryAsync(id, ada)).Select(static version => version.Version));
        var current = await memory.GetAsync(id, ada);
        Assert.Equal(("The user's sister Maria lives in Porto.", RecordState.Current), (current.Text, current.State));
        Assert.Contains("Porto", (await memory.SearchAsync("Where does my sister Maria live?", ada)).Context, StringComparison.Ordinal);
        await memory.EraseAsync(id, ada);
        time.Advance(TimeSpan.FromDays(-days));
        await memory.AddAsync([new() { Role = EvidenceRole.User, Text = "My sister Maria lives in Lisbon.", Time = time.Now }], ada);
        await memory.FlushAsync();
        Assert.Empty(await memory.ListAsync(ada));
    }

    private Task<MemoryOS> OpenAsync(IMemReader? reader = null) =>
        MemoryOS.OpenAsync(folder.File(), new() { TimeProvider = time, ReadInBackground = false, Reader = reader });
}
