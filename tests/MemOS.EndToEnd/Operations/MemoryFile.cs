using System.Text;
using MemOS.Evidence;
using MemOS.TestKit;

namespace MemOS.EndToEnd.Operations;

/// <summary>A memory system on a real file, with a clock of its own, for tests of single operations.</summary>
internal sealed class MemoryFile : IAsyncDisposable
{
    private readonly TemporaryFolder folder;

    private MemoryFile(TemporaryFolder folder) => this.folder = folder;

    public required MemoryOS Memory { get; init; }

    public required ManualTime Time { get; init; }

    public MemoryScope Ada { get; } = MemoryScope.ForUser("ada");

    public MemoryScope Bob { get; } = MemoryScope.ForUser("bob");

    public static async Task<MemoryFile> OpenAsync(Action<MemoryOSOptions>? configure = null)
    {
        var time = new ManualTime();
        var folder = new TemporaryFolder();
        var options = new MemoryOSOptions { TimeProvider = time, ReadInBackground = false };
        configure?.Invoke(options);
        return new(folder) { Memory = await MemoryOS.OpenAsync(folder.File(), options), Time = time };
    }

    /// <summary>The path of a file beside the memory.</summary>
    public string PathOf(string name) => folder.File(name);

    /// <summary>A message as its sender gave it.</summary>
    public EvidenceDraft Say(string text, string? id = null) => new() { Role = EvidenceRole.User, Text = text, Time = Time.GetLocalNow(), ExternalId = id };

    /// <summary>Adds a message and reads it.</summary>
    public async Task<MemoryId> TellAsync(string text, MemoryScope? scope = null)
    {
        var added = await Memory.AddAsync([Say(text)], scope ?? Ada);
        await Memory.FlushAsync();
        return added.Evidence[0].Id;
    }

    /// <summary>The texts of what a search finds.</summary>
    public async Task<string[]> FindAsync(string query, MemoryScope? scope = null) =>
        [.. (await Memory.SearchAsync(query, scope ?? Ada)).Items.Select(item => item.Text)];

    /// <summary>How much is held in all: nothing of a refused call may show here.</summary>
    public async Task<(long Messages, long Records, long Cubes, long Users, long Jobs)> CountAsync()
    {
        var counts = await Memory.Store.Maintenance.GetStatisticsAsync();
        return (counts.Messages, counts.Records, counts.Cubes, counts.Users, counts.Jobs);
    }

    /// <summary>The files of the memory (database, log, shared memory) that hold a text in any usual encoding.</summary>
    public IReadOnlyList<string> FilesWith(string text)
    {
        byte[][] patterns = [Encoding.UTF8.GetBytes(text), Encoding.UTF8.GetBytes(text.ToLowerInvariant()), Encoding.Unicode.GetBytes(text)];
        var path = folder.File();
        var found = new List<string>();
        foreach (var file in new[] { path, path + "-wal", path + "-shm" }.Where(File.Exists))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            if (patterns.Any(pattern => bytes.AsSpan().IndexOf(pattern) >= 0))
            {
                found.Add(Path.GetFileName(file));
            }
        }

        return found;
    }

    public async ValueTask DisposeAsync()
    {
        await Memory.DisposeAsync();
        folder.Dispose();
    }
}
