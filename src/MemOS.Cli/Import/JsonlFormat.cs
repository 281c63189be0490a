using System.Runtime.CompilerServices;
using System.Text.Json;

namespace MemOS.Cli.Import;

/// <summary>One JSON message a line; a line may also hold a whole conversation as <c>{"messages": […]}</c>.</summary>
internal sealed class JsonlFormat : ITranscriptFormat
{
    public string Name => "jsonl";

    public string Summary => "a JSON message a line: session_id, message_id, role, name, content, timestamp";

    public async IAsyncEnumerable<ImportStep> ReadAsync(Stream stream, ImportContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var ids = new StableIds();
        using var reader = new StreamReader(stream, leaveOpen: true);
        for (var number = 1; await reader.ReadLineAsync(cancellationToken) is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            foreach (var step in ReadLine(line, $"line {number}", context, ids))
            {
                yield return step;
            }
        }
    }

    private static IEnumerable<ImportStep> ReadLine(string line, string place, ImportContext context, StableIds ids)
    {
        if (!TryParse(line, out var json, out var error))
        {
            return [new ImportProblem(place, $"not valid JSON ({error})")];
        }

        return json.ValueKind == JsonValueKind.Object && json.TryGetProperty("messages", out _)
            ? ChatJsonFormat.ReadConversation(json, place, $"{context.DefaultSession}/{place.Replace(' ', '-')}", context, ids)
            : [ChatMessageParser.Parse(json, context.DefaultSession, place, context, ids, out var problem) is { } message ? message : new ImportProblem(place, problem)];
    }

    private static bool TryParse(string line, out JsonElement json, out string error)
    {
        try
        {
            json = JsonElement.Parse(line);
            error = "";
            return true;
        }
        catch (JsonException exception)
        {
            json = default;
            error = $"at column {exception.BytePositionInLine + 1}";
            return false;
        }
    }
}
