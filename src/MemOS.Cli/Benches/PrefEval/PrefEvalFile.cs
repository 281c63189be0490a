using System.Globalization;
using System.Text.Json;
using MemOS.Evidence;

namespace MemOS.Cli.Benches.PrefEval;

/// <summary>A file of preferences with distractor conversations.</summary>
internal sealed class PrefEvalFile
{
    private PrefEvalFile(IReadOnlyList<PrefEvalItem> items, IReadOnlyList<IReadOnlyList<SaidLine>> distractors)
    {
        Items = items;
        Distractors = distractors;
    }

    public IReadOnlyList<PrefEvalItem> Items { get; }

    public IReadOnlyList<IReadOnlyList<SaidLine>> Distractors { get; }

    /// <exception cref="CliException">The file has another shape.</exception>
    public static async Task<PrefEvalFile> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = File.OpenRead(path);
            using var document = await JsonDocument.ParseAsync(stream, cancellationToken: cancellationToken);
            var root = document.RootElement;
            return new(
                root.GetProperty("items").EnumerateArray().Select(ReadItem).ToList(),
                root.GetProperty("distractor_conversations").EnumerateArray().Select(ReadDistractor).ToList());
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new CliException($"{path} is no file of preferences (items, distractor_conversations): {error.Message}", ExitCode.Usage);
        }
    }

    private static PrefEvalItem ReadItem(JsonElement item)
    {
        var choice = item.GetProperty("choice_conversation");
        return new(
            Text(item, "id"), Text(item, "topic"), Text(item, "preference"), Text(item, "question"),
            [
                new(EvidenceRole.User, Text(choice, "query")),
                new(EvidenceRole.Assistant, Text(choice, "assistant_options")),
                new(EvidenceRole.User, Text(choice, "user_selection"), IsPreference: true),
                new(EvidenceRole.Assistant, Text(choice, "assistant_acknowledgment")),
            ],
            item.GetProperty("persona_conversation").EnumerateObject()
                .OrderBy(turn => int.Parse(turn.Name, CultureInfo.InvariantCulture))
                .SelectMany(turn => new SaidLine[] { new(EvidenceRole.User, Text(turn.Value, "user")), new(EvidenceRole.Assistant, Text(turn.Value, "assistant")) })
                .ToList());
    }

    private static List<SaidLine> ReadDistractor(JsonElement conversation) =>
        conversation.GetProperty("conversation").EnumerateArray()
            .Select(line => new SaidLine(Text(line, "role") == "assistant" ? EvidenceRole.Assistant : EvidenceRole.User, Text(line, "content")))
            .Where(line => !string.IsNullOrWhiteSpace(line.Text))
            .ToList();

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";
}
