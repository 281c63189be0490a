using MemOS.Evidence;
using MemOS.Sqlite;
using MemOS.TestKit;

namespace MemOS.Hosts.Tests;

/// <summary>A memory on a real file for the tests of a host. Reading happens in <see cref="MemoryOS.FlushAsync"/> alone.</summary>
internal sealed class HostMemory : IAsyncDisposable
{
    private readonly TemporaryFolder folder;

    private HostMemory(TemporaryFolder folder, MemoryOS memory, ManualTime time)
    {
        this.folder = folder;
        Memory = memory;
        Time = time;
    }

    public MemoryOS Memory { get; }

    public ManualTime Time { get; }

    public static MemoryScope Ada { get; } = MemoryScope.ForUser("ada");

    public static MemoryScope Bob { get; } = MemoryScope.ForUser("bob");

    public static async Task<HostMemory> OpenAsync(Action<MemoryOSOptions>? configure = null)
    {
        var time = new ManualTime();
        var folder = new TemporaryFolder();
        var store = await SqliteMemoryStore.OpenAsync(folder.File(), new() { TimeProvider = time });
        var options = new MemoryOSOptions { TimeProvider = time, ReadInBackground = false };
        configure?.Invoke(options);
        return new(folder, await MemoryOS.CreateAsync(store, options), time);
    }

    /// <summary>Teaches the memory something in another session.</summary>
    public async Task KnowAsync(MemoryScope scope, params string[] texts)
    {
        foreach (var text in texts)
        {
            Time.Advance(TimeSpan.FromDays(1));
            await Memory.AddAsync([new() { Role = EvidenceRole.User, Text = text, Time = Time.GetLocalNow() }], scope.InSession("earlier"));
        }

        await Memory.FlushAsync();
    }

    /// <summary>What the log of a scope's session holds, such as "user: hello".</summary>
    public async Task<string[]> LogAsync(MemoryScope scope)
    {
        var access = await Memory.ResolveAsync(scope);
        var items = await Memory.Store.Evidence.ListAsync(access, new() { Session = scope.Session, Limit = 1000 });
        return [.. items.Where(item => item.Session == scope.Session).Select(Show)];
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
