using MemOS.Evidence;
using Microsoft.Extensions.AI;

namespace MemOS.Chat;

/// <summary>The way back from evidence to a chat message; a message that went there and back is the same evidence.</summary>
internal static class EvidenceMessage
{
    /// <summary>A new message that says what the evidence holds, marked as history.</summary>
    public static ChatMessage Of(EvidenceItem item)
    {
        var content = item.Content;
        var message = new ChatMessage(RoleOf(content.Role), [])
        {
            MessageId = content.ExternalId,
            AuthorName = content.Author,
            CreatedAt = content.Time,
        };
        if (content.Text.Length > 0)
        {
            message.Contents.Add(new TextContent(content.Text));
        }

        foreach (var call in content.ToolCalls)
        {
            var arguments = call.Arguments.EnumerateObject().ToDictionary(member => member.Name, member => (object?)member.Value.Clone(), StringComparer.Ordinal);
            message.Contents.Add(new FunctionCallContent(call.CallId, call.Name, arguments));
        }

        foreach (var result in content.ToolResults)
        {
            message.Contents.Add(new FunctionResultContent(result.CallId, result.Result) { Exception = result.Error is null ? null : new InvalidOperationException(result.Error) });
        }

        return message.WithMemorySource(MessageSource.History);
    }

    private static ChatRole RoleOf(EvidenceRole role) => role switch
    {
        EvidenceRole.User => ChatRole.User,
        EvidenceRole.Assistant => ChatRole.Assistant,
        EvidenceRole.Tool => ChatRole.Tool,
        _ => ChatRole.System,
    };
}
