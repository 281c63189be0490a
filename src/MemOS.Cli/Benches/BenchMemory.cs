using System.Text.Json.Nodes;
using MemOS.Cli.Import;
using MemOS.Evidence;
using MemOS.Recall.Ranking;
using MemOS.Tokens;

namespace MemOS.Cli.Benches;

/// <summary>A memory in a folder of its own that goes when the bench ends.</summary>
internal sealed class BenchMemory : IAsyncDisposable
{
    private const string Without = "without";
    private readonly DirectoryInfo folder;

    private BenchMemory(MemoryOS memory, DirectoryInfo folder)
    {
        Memory = memory;
        this.folder = folder;
    }

    public MemoryOS Memory { get; }

    public ITokenCounter Tokens { get; } = new EstimatingTokenCounter();

    /// <summary>Notes in a result which channels of recall were switched off, if any were.</summary>
    public static void NoteChannels(BenchSettings settings, JsonObject result)
    {
        if (Channels(settings) is { Length: > 0 } channels)
        {
            result["without"] = new JsonArray([.. channels.Select(channel => (JsonNode)channel)]);
        }
    }

    public static async Task<BenchMemory> CreateAsync(BenchSettings settings, CancellationToken cancellationToken)
    {
        var options = new MemoryOSOptions { RecallWeights = WeightsOf(settings) };
        var folder = Directory.CreateTempSubdirectory("memos-bench-");
        var memory = await MemoryOS.OpenAsync(Path.Combine(folder.FullName, "bench.db"), options, cancellationToken: cancellationToken);
        return new(memory, folder);
    }

    /// <summary>A memory that holds what a file of conversations tells, read into records.</summary>
    public static async Task<BenchMemory> ImportAsync(string path, BenchSettings settings, CancellationToken cancellationToken)
    {
        var bench = await CreateAsync(settings, cancellationToken);
        try
        {
            await using var stream = File.OpenRead(path);
            var context = new ImportContext(Path.GetFileNameWithoutExtension(path), settings.TimeProvider.GetUtcNow());
            var importer = new Importer(bench.Memory, null, "bench", stopOnError: true, _ => { }, done => settings.Progress.Report(new("importing", done, 0)));
            await importer.RunAsync(TranscriptFormats.Locomo.ReadAsync(stream, context, cancellationToken), cancellationToken);
            await bench.Memory.FlushAsync(cancellationToken);
            return bench;
        }
        catch
        {
            await bench.DisposeAsync();
            throw;
        }
    }

    /// <summary>All messages of a user by the ids that the file gave them.</summary>
    public async Task<IReadOnlyDictionary<string, EvidenceItem>> EvidenceOfAsync(MemoryScope scope, CancellationToken cancellationToken)
    {
        const int Page = 1000;
        var access = await Memory.ResolveAsync(scope, cancellationToken);
        var all = new Dictionary<string, EvidenceItem>(StringComparer.Ordinal);
        MemoryId? after = null;
        while (true)
        {
            var page = await Memory.Store.Evidence.ListAsync(access, new() { Limit = Page, After = after }, cancellationToken);
            foreach (var item in page.Where(item => item.Content.ExternalId is not null))
            {
                all[item.Content.ExternalId!] = item;
            }

            if (page.Count < Page)
            {
                return all;
            }

            after = page[^1].Id;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Memory.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static string[] Channels(BenchSettings settings) =>
        settings.Values.TryGetValue(Without, out var names) ? names.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [];

    // --set without=session,time measures what the channels named are worth.
    private static RecallWeights WeightsOf(BenchSettings settings)
    {
        try
        {
            return Channels(settings).Aggregate(RecallWeights.Default, (weights, channel) => weights.Without(channel));
        }
        catch (ArgumentException ex)
        {
            throw new CliException($"--set without={settings.Values[Without]}: {ex.Message}", ExitCode.Usage);
        }
    }
}
