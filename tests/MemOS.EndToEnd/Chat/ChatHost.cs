using MemOS.Evidence;
using MemOS.Sqlite;
using MemOS.TestKit;

namespace MemOS.EndToEnd.Chat;

/// <summary>A memory on a real file, with a store that can be made to fail, for the tests of a chat pipeline.</summary>
internal sealed class ChatHost : IAsyncDisposable
{
    private readonly TemporaryFolder folder;

    private ChatHost(TemporaryFolder folder) => this.folder = folder;

    public required MemoryOS Memory { get; init; }

    public required FaultyMemoryStore Store { get; init; }

    public required ManualTime Time { get; init; }

    public required RecordingLoggerFactory Logs { get; init; }

    public MemoryScope Ada { get; } = MemoryScope.ForUser("ada");

    public static async Task<ChatHost> OpenAsync()
    {
        var time = new ManualTime();
        var folder = new TemporaryFolder();
        var store = new FaultyMemoryStore(await SqliteMemoryStore.OpenAsync(folder.File(), new() { TimeProvider = time }));
        var logs = new RecordingLoggerFactory();
        var memory = await MemoryOS.CreateAsync(store, new() { TimeProvider = time, LoggerFactory = logs, ReadInBackground = false });
        return new(folder) { Memory = memory, Store = store, Time = time, Logs = logs };
    }

    /// <summary>What the log of a user's session holds, such as "user: hello".</summary>
    public async Task<string[]> LogAsync(MemoryScope? scope = null, bool inactive = false)
    {
        scope ??= Ada;
        var access = await Memory.ResolveAsync(scope);
        var items = await Store.Evidence.ListAsync(access, new() { Session = scope.Session, IncludeInactive = inactive, Limit = 1000 });
        return [.. items.Where(item => item.Session == scope.Session).Select(Show)];
    }

    /// <summary>Teaches the memory something in another session.</summary>
    public async Task KnowAsync(params string[] texts)
    {
        foreach (var text in texts)
        {
            Time.Advance(TimeSpan.FromDays(1));
            await Memory.AddAsync([new() { Role = EvidenceRole.User, Text = text, Time = Time.GetLocalNow() }], Ada.InSession("earlier"));
        }

        await Memory.FlushAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Memory.DisposeAsync();
        folder.Dispose();
    }

    private static string Show(EvidenceItem item)
    {
        var content = item.Content;
        var calls = string.Concat(content.ToolCalls.Select(call => $" call {call.Name}{call.Arguments}"));
        var results = string.Concat(content.ToolResults.Select(result => $" result {result.Result}{result.Error}"));
        var state = item.State == EvidenceState.Active ? "" : $" ({item.State.ToString().ToLowerInvariant()})";
        return $"{content.Role.ToString().ToLowerInvariant()}: {content.Text}{calls}{results}{(content.IsPartial ? " (partial)" : "")}{state}";
    }
}
