// Stand-in for Microsoft.Agents.AI.Abstractions: what an agent answers, whole or in pieces.
using Microsoft.Extensions.AI;

namespace Microsoft.Agents.AI;

public class AgentResponse {
    public AgentResponse(ChatResponse response) {
        Messages = response.Messages;
        AdditionalProperties = response.AdditionalProperties;
        ResponseId = response.ResponseId;
        RawRepresentation = response;
    }

    public IList<ChatMessage> Messages { get; set; }
    public string Text => string.Concat(Messages.Select(message => message.Text));
    public string? AgentId { get; set; }
    public string? ResponseId { get; set; }
    public object? RawRepresentation { get; set; }
    public AdditionalPropertiesDictionary? AdditionalProperties { get; set; }
}

public class AgentResponseUpdate {
    public AgentResponseUpdate(ChatResponseUpdate chatResponseUpdate) {
        Role = chatResponseUpdate.Role;
        Contents = chatResponseUpdate.Contents;
        RawRepresentation = chatResponseUpdate;
    }

    public ChatRole? Role { get; set; }
    public IList<AIContent> Contents { get; set; }
    public string Text => string.Concat(Contents.OfType<TextContent>().Select(content => content.Text));
    public string? AgentId { get; set; }
    public object? RawRepresentation { get; set; }
}

public static class AgentResponseExtensions {
    public static ChatResponseUpdate AsChatResponseUpdate(this AgentResponseUpdate responseUpdate) =>
        responseUpdate.RawRepresentation as ChatResponseUpdate ?? new(responseUpdate.Role, responseUpdate.Contents);
    public static AgentResponse ToAgentResponse(this IEnumerable<AgentResponseUpdate> updates) => new(updates.Select(AsChatResponseUpdate).ToChatResponse());
}
