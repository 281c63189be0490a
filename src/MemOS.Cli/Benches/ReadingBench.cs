using System.Text.Json;
using System.Text.Json.Nodes;
using MemOS.Cli.Output;
using MemOS.Evidence;
using MemOS.Reading;

namespace MemOS.Cli.Benches;

/// <summary>Reads conversations into records, each in a cube of its own, and scores the records: <c>memos bench reading</c>.</summary>
internal sealed class ReadingBench : IBench
{
    private const int PageSize = 1000;
    private const string ShippedSuite = "reading.json";

    /// <inheritdoc/>
    public string Name => "reading";

    /// <inheritdoc/>
    public string Summary => "Precision, recall and updates of reading conversations into records.";

    /// <inheritdoc/>
    public string? Data => "A reading suite: a JSON array of conversations with expected and forbidden records. Default: the suite that memos ships.";

    /// <inheritdoc/>
    public bool NeedsData => false;

    /// <inheritdoc/>
    public bool UsesModel => true;

    /// <summary>Reads a suite.</summary>
    /// <exception cref="JsonException">The file is not a suite; the message says where and why.</exception>
    public static IReadOnlyList<ReadingCase> Parse(Stream file) => ReadingSuite.Parse(file);

    /// <inheritdoc/>
    public async Task<JsonObject> RunAsync(BenchSettings settings, CancellationToken cancellationToken)
    {
        IReadOnlyList<ReadingCase> cases;
        await using (var file = settings.DataFile is { } path ? File.OpenRead(path) : typeof(ReadingBench).Assembly.GetManifestResourceStream(ShippedSuite)!)
        {
            try
            {
                cases = Parse(file);
            }
            catch (JsonException ex)
            {
                throw new CliException($"{settings.DataFile} is no reading suite: {ex.Message}");
            }
        }

        var directory = Directory.CreateTempSubdirectory("memos-reading-");
        try
        {
            var options = new MemoryOSOptions { ReadInBackground = false, TimeProvider = settings.TimeProvider };
            settings.Models?.ApplyTo(options);
            await using var memory = await MemoryOS.OpenAsync(Path.Combine(directory.FullName, "bench.db"), options, cancellationToken: cancellationToken);
            return await RunAsync(memory, settings.Limit is { } limit ? [.. cases.Take(limit)] : cases, settings, cancellationToken);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    /// <summary>Reads each conversation in the memory given and scores what it held afterwards.</summary>
    public static async Task<JsonObject> RunAsync(MemoryOS memory, IReadOnlyList<ReadingCase> cases, BenchSettings settings, CancellationToken cancellationToken)
    {
        var total = new ReadingScore();
        var categories = new SortedDictionary<string, ReadingScore>(StringComparer.Ordinal);
        var details = new JsonArray();
        for (var i = 0; i < cases.Count; i++)
        {
            settings.Progress.Report(new("reading", i, cases.Count));
            var records = await ReadAsync(memory, cases[i], i, cancellationToken);
            var verdict = ReadingScorer.Judge(cases[i], records);
            total.Add(verdict.Score);
            if (!categories.TryGetValue(cases[i].Category, out var category))
            {
                categories[cases[i].Category] = category = new();
            }

            category.Add(verdict.Score);
            if (settings.Details)
            {
                details.Add(Describe(cases[i], records, verdict));
            }
        }

        var result = Describe(total);
        result["conversations"] = total.Conversations;
        if (settings.Models?.Endpoint is { } endpoint)
        {
            await AddModelAsync(result, memory, endpoint, cancellationToken);
        }

        result["by_category"] = new JsonObject(categories.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)Describe(pair.Value))));
        if (settings.Details)
        {
            result["details"] = details;
        }

        return result;
    }

    // A reading that failed is no reading of nothing: how many there were is part of the figures.
    private static async Task AddModelAsync(JsonObject result, MemoryOS memory, Models.ModelEndpoint endpoint, CancellationToken cancellationToken)
    {
        var spent = (await memory.Store.Usage.SumAsync(null, DateTimeOffset.MinValue, cancellationToken)).Usage;
        var jobs = await memory.Store.Jobs.CountAsync(null, cancellationToken);
        result["model"] = endpoint.Model;
        result["mode"] = CliText.Lower(memory.Options.ReadingMode!.Value);
        result["calls"] = spent.Calls;
        result["tokens"] = spent.Tokens;
        result["unread"] = jobs.Queued + jobs.Dead;
        if (jobs.LastError is { } error)
        {
            result["last_error"] = error;
        }
    }

    private static async Task<IReadOnlyList<ReadingRecord>> ReadAsync(MemoryOS memory, ReadingCase item, int number, CancellationToken cancellationToken)
    {
        var user = $"{number}-{item.Id}";
        foreach (var session in item.Messages.GroupBy(message => message.SessionId))
        {
            await memory.AddAsync([.. session.Select(ToDraft)], MemoryScope.ForUser(user, session.Key), cancellationToken);
        }

        await memory.FlushAsync(cancellationToken);
        var access = await memory.ResolveAsync(MemoryScope.ForUser(user), cancellationToken);
        var records = new List<MemoryRecord>();
        IReadOnlyList<MemoryRecord> page;
        do
        {
            page = await memory.Store.Records.ListAsync(access, new() { State = null, After = records.Count > 0 ? records[^1].Id : null, Limit = PageSize }, cancellationToken);
            records.AddRange(page);
        }
        while (page.Count == PageSize);

        var judged = new List<ReadingRecord>(records.Count);
        foreach (var record in records)
        {
            var sources = await memory.Store.Evidence.GetAsync(access, record.Sources, cancellationToken);
            judged.Add(new(record, [.. sources.Select(source => new ReadingSource(source.Content.Author, source.Content.Text))]));
        }

        return judged;
    }

    /// <summary>A message as evidence.</summary>
    public static EvidenceDraft ToDraft(ReadingMessage message) => new()
    {
        ExternalId = message.MessageId,
        Role = message.Role switch
        {
            "assistant" => EvidenceRole.Assistant,
            "tool" => EvidenceRole.Tool,
            "system" => EvidenceRole.System,
            _ => EvidenceRole.User,
        },
        Author = string.IsNullOrWhiteSpace(message.Name) ? null : message.Name,
        Text = message.Content,
        Time = message.Timestamp,
    };

    private static JsonObject Describe(ReadingScore score) => new()
    {
        ["precision"] = Math.Round(score.Precision, 4),
        ["recall"] = Math.Round(score.Recall, 4),
        ["updates"] = Math.Round(score.UpdateRate, 4),
        ["records"] = score.Records,
    };

    private static JsonObject Describe(ReadingCase item, IReadOnlyList<ReadingRecord> records, ReadingVerdict verdict) => new()
    {
        ["id"] = item.Id,
        ["records"] = new JsonArray([.. records.Select(record => (JsonNode)$"[{record.Record.Kind} {record.Record.State}] {record.Record.Text} <{record.Record.Subject}> {record.Record.EventTime} {record.Record.Slot}={record.Record.SlotValue}{(record.Record.Reason is { } reason ? $" ({reason})" : "")}")]),
        ["wrong"] = new JsonArray([.. verdict.Wrong.Select(wrong => (JsonNode)$"{wrong.Record.Record.Text} ({wrong.Reason})")]),
        ["missed"] = new JsonArray([.. verdict.Missed.Select(missed => (JsonNode)$"{missed.Kind} {missed.Subject}: {string.Join(" + ", missed.Contains)} {missed.EventDate} {missed.Valid}")]),
    };
}
