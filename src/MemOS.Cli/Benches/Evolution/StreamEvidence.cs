using System.Text.Json;
using MemOS.Evidence;
using MemOS.Evolution;

namespace MemOS.Cli.Benches.Evolution;

/// <summary>A stream of the suite as the engine takes it: evidence of a cube of its own.</summary>
internal sealed class StreamEvidence
{
    private readonly Dictionary<string, EvidenceItem> byMessage = new(StringComparer.Ordinal);

    public StreamEvidence(SuiteStream stream, int cube)
    {
        var positions = new Dictionary<string, int>(StringComparer.Ordinal);
        var items = new List<EvidenceItem>();
        foreach (var message in stream.Messages)
        {
            var session = message.SessionId ?? "";
            var position = positions.GetValueOrDefault(session);
            positions[session] = position + 1;
            var item = new EvidenceItem
            {
                Id = new(cube, MemoryItemKind.Evidence, items.Count + 1),
                Session = message.SessionId,
                Position = position,
                State = EvidenceState.Active,
                Content = Draft(message),
            };
            items.Add(item);
            byMessage[message.MessageId] = item;
        }

        Items = items;
        Tools = [.. stream.Tools.Select(tool => new ToolDefinition(tool.Name, tool.Description ?? "", tool.Schema, tool.ReadOnly == true))];
    }

    public IReadOnlyList<EvidenceItem> Items { get; }

    public IReadOnlyList<ToolDefinition> Tools { get; }

    /// <summary>The messages of a gold task; the first alone where it ends before it begins.</summary>
    public IReadOnlyList<EvidenceItem> Span(SuiteTask task)
    {
        var (first, last) = (byMessage[task.FirstMessage], byMessage[task.LastMessage]);
        return [.. Items.Where(item => item == first || (item.Session == first.Session && item.Position >= first.Position && item.Position <= last.Position))];
    }

    private static EvidenceDraft Draft(SuiteMessage message) => new()
    {
        ExternalId = message.MessageId,
        Role = message.Role switch
        {
            "user" => EvidenceRole.User,
            "assistant" => EvidenceRole.Assistant,
            "tool" => EvidenceRole.Tool,
            _ => EvidenceRole.System,
        },
        Text = message.Content ?? "",
        Time = message.Timestamp,
        ToolCalls = [.. (message.ToolCalls ?? []).Select(call => new ToolCall(call.CallId, call.Name, call.Arguments))],
        ToolResults = message.ToolResult is { } result ? [Result(result)] : [],
    };

    private static ToolResult Result(SuiteToolResult result)
    {
        var error = result.Error.ValueKind switch
        {
            JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.False => null,
            JsonValueKind.String => result.Error.GetString(),
            _ => result.Error.GetRawText(),
        };
        return new(result.CallId, error is null && result.Result.ValueKind != JsonValueKind.Undefined ? result.Result : null, error);
    }
}
