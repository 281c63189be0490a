using System.Text.Json.Nodes;
using MemOS.Cli.Import;
using MemOS.Sqlite;
using Microsoft.Extensions.AI;

namespace MemOS.Cli.Benches;

/// <summary>Measures what a long conversation costs: replays it turn by turn through <see cref="MemoryChatClient"/> and counts input tokens.</summary>
/// <remarks>
/// Each message of the file is one turn, said by the person who said it; the caller sends its whole history every time, without
/// message ids, and the model listens. Every turn records, recalls and composes as in an application, on a fresh file.
/// </remarks>
internal sealed class TurnsBench : IBench
{
    private const int Late = 300;

    public string Name => "turns";

    public string Summary => "input tokens of long conversations, turn by turn, against sending the full history";

    public string? Data => "conversations in any format that import reads, such as LoCoMo";

    public async Task<JsonObject> RunAsync(BenchSettings settings, CancellationToken cancellationToken)
    {
        var options = new MemoryChatOptions();
        options.WindowTokens = settings.Number("window_tokens", options.WindowTokens);
        options.WindowMessages = settings.Number("window_messages", options.WindowMessages);
        options.BudgetTokens = settings.Number("budget", settings.Number("budget_tokens", options.BudgetTokens));
        options.PinTokens = settings.Number("pin_tokens", options.PinTokens);
        var conversations = (await ReadAsync(settings, cancellationToken)).Take(settings.Limit ?? int.MaxValue).ToList();
        var tally = new TurnsTally(Late);
        var total = conversations.Sum(conversation => conversation.Value.Count);
        var folder = Directory.CreateTempSubdirectory("memos-bench-");
        try
        {
            var store = await SqliteMemoryStore.OpenAsync(Path.Combine(folder.FullName, "turns.db"), cancellationToken: cancellationToken);
            await using var memory = await MemoryOS.CreateAsync(store, new() { ReadInBackground = false }, cancellationToken);
            foreach (var (name, messages) in conversations)
            {
                tally.Begin(name);
                await ReplayAsync(memory, name, messages, options, tally, () => settings.Progress.Report(new($"turns of {name}", tally.Turns, total)), cancellationToken);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        var result = tally.ToJson(settings.Details);
        result["settings"] = new JsonObject
        {
            ["window_tokens"] = options.WindowTokens,
            ["window_messages"] = options.WindowMessages,
            ["budget_tokens"] = options.BudgetTokens,
            ["pin_tokens"] = options.PinTokens,
            ["late_from"] = Late,
            ["counter"] = nameof(Tokens.EstimatingTokenCounter),
            ["reader"] = "rules",
        };
        return result;
    }

    private static async Task ReplayAsync(
        MemoryOS memory, string name, List<ImportedMessage> messages, MemoryChatOptions options, TurnsTally tally, Action progress, CancellationToken cancellationToken)
    {
        using var client = new MemoryChatClient(new ListeningChatClient(), memory, new()
        {
            Scope = MemoryScope.ForUser(name),
            WindowTokens = options.WindowTokens,
            WindowMessages = options.WindowMessages,
            BudgetTokens = options.BudgetTokens,
            PinTokens = options.PinTokens,
            TurnCompleted = tally.Add,
        });
        var history = new List<ChatMessage>();
        foreach (var message in messages)
        {
            history.Add(new(ChatRole.User, message.Draft.Text) { AuthorName = message.Draft.Author, CreatedAt = message.Draft.Time });
            await client.GetResponseAsync(history, cancellationToken: cancellationToken);
            await memory.FlushAsync(cancellationToken);
            progress();
        }
    }

    private static async Task<Dictionary<string, List<ImportedMessage>>> ReadAsync(BenchSettings settings, CancellationToken cancellationToken)
    {
        var file = settings.DataFile ?? throw new CliException("bench turns needs --data FILE with conversations.", ExitCode.Usage);
        var head = new byte[65_536];
        var stream = File.OpenRead(file);
        await using var disposal = stream;
        var read = await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        stream.Position = 0;
        var conversations = new Dictionary<string, List<ImportedMessage>>(StringComparer.Ordinal);
        var context = new ImportContext(Path.GetFileNameWithoutExtension(file), settings.TimeProvider.GetLocalNow());
        await foreach (var step in TranscriptFormats.Detect(file, head.AsSpan(0, read)).ReadAsync(stream, context, cancellationToken))
        {
            if (step.Message is { } message)
            {
                var name = message.Owner ?? message.Session;
                (conversations.TryGetValue(name, out var list) ? list : conversations[name] = []).Add(message);
            }
        }

        return conversations.Count > 0 ? conversations : throw new CliException($"{file} holds no messages.", ExitCode.Usage);
    }
}
