using MemOS.Evidence;
using MemOS.Sqlite;
using MemOS.TestKit;

namespace MemOS.Hosts.Tests;

/// <summary>A memory on a real file for the tests of a host, which can be made to fail. Reading happens in <see cref="MemoryOS.FlushAsync"/> alone.</summary>
public sealed class HostMemory : IAsyncDisposable
{
    private const string Earlier = "earlier";
    private readonly TemporaryFolder folder = new();
    private readonly Action<MemoryOSOptions>? configure;

    private HostMemory(Action<MemoryOSOptions>? configure) => this.configure = configure;

    public MemoryOS Memory { get; private set; } = null!;

    public ManualTime Time { get; } = new();

    public static MemoryScope Ada { get; } = MemoryScope.ForUser("ada");

    public static MemoryScope Bob { get; } = MemoryScope.ForUser("bob");

    /// <summary>How many searches were begun.</summary>
    public int Searches => Store.FaultyRecall.Searches;

    /// <summary>What recording throws; <see langword="null"/> while it works.</summary>
    public Exception? RecordingFails
    {
        get => Store.FaultyEvidence.AppendFails;
        set => Store.FaultyEvidence.AppendFails = value;
    }

    /// <summary>What recall throws; <see langword="null"/> while it works.</summary>
    public Exception? RecallFails
    {
        get => Store.FaultyRecall.Fails;
        set => Store.FaultyRecall.Fails = value;
    }

    private FaultyMemoryStore Store => (FaultyMemoryStore)Memory.Store;

    public static async Task<HostMemory> OpenAsync(Action<MemoryOSOptions>? configure = null)
    {
        var memory = new HostMemory(configure);
        await memory.ReopenAsync();
        return memory;
    }

    /// <summary>Closes the file, as at the end of a process, and opens it again.</summary>
    public async Task ReopenAsync()
    {
        if (Memory is { } open)
        {
            await open.DisposeAsync();
        }

        var store = new FaultyMemoryStore(await SqliteMemoryStore.OpenAsync(folder.File(), new() { TimeProvider = Time }));
        var options = new MemoryOSOptions { TimeProvider = Time, ReadInBackground = false };
        configure?.Invoke(options);
        Memory = await MemoryOS.CreateAsync(store, options);
    }

    /// <summary>Teaches the memory something in another session.</summary>
    public async Task KnowAsync(MemoryScope scope, params string[] texts)
    {
        foreach (var text in texts)
        {
            Time.Advance(TimeSpan.FromDays(1));
            await Memory.AddAsync([new() { Role = EvidenceRole.User, Text = text, Time = Time.GetLocalNow() }], scope.InSession(Earlier));
        }

        await Memory.FlushAsync();
    }

    /// <summary>What the log of a scope's session holds, such as "user: hello".</summary>
    public async Task<string[]> LogAsync(MemoryScope scope)
    {
        var access = await Memory.ResolveAsync(scope);
        var items = await Store.Evidence.ListAsync(access, new() { Session = scope.Session, Limit = 1000 });
        return [.. items.Where(item => item.Session == scope.Session).Select(Show)];
    }

    /// <summary>What all of a user's sessions hold besides <see cref="KnowAsync"/>, in the order in which it was recorded.</summary>
    public async Task<string[]> LogOfAllSessionsAsync(MemoryScope scope, bool inactive = false)
    {
        var access = await Memory.ResolveAsync(scope);
        var items = await Store.Evidence.ListAsync(access, new() { IncludeInactive = inactive, Limit = 1000 });
        return [.. items.Where(item => item.Session != Earlier && item.Id.Cube == access.Home).Select(Show)];
    }

    public async ValueTask DisposeAsync()
    {
        await Memory.DisposeAsync();
        folder.Dispose();
    }

    private static string Show(EvidenceItem item)
    {
        var calls = string.Concat(item.Content.ToolCalls.Select(call => $" call {call.Name}{call.Arguments}"));
        var results = string.Concat(item.Content.ToolResults.Select(result => $" result {result.Result}{result.Error}"));
        return $"{item.Content.Role.ToString().ToLowerInvariant()}: {item.Content.Text}{calls}{results}{(item.Content.IsPartial ? " (partial)" : "")}";
    }
}
