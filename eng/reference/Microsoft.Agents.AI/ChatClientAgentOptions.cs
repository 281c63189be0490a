// Stand-in for Microsoft.Agents.AI: settings of an agent on a chat client, its sessions and the options of one run.
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Microsoft.Agents.AI;

public sealed class ChatClientAgentOptions {
    public string? Id { get; set; }
    public string? Name { get; set; }
    public string? Description { get; set; }
    public ChatOptions? ChatOptions { get; set; }
    public ChatHistoryProvider? ChatHistoryProvider { get; set; }
    public IEnumerable<AIContextProvider>? AIContextProviders { get; set; }
    public bool UseProvidedChatClientAsIs { get; set; }
    public bool RequirePerServiceCallChatHistoryPersistence { get; set; }

    public ChatClientAgentOptions Clone() => new() {
        Id = Id,
        Name = Name,
        Description = Description,
        ChatOptions = ChatOptions?.Clone(),
        ChatHistoryProvider = ChatHistoryProvider,
        AIContextProviders = AIContextProviders is null ? null : [.. AIContextProviders],
        UseProvidedChatClientAsIs = UseProvidedChatClientAsIs,
        RequirePerServiceCallChatHistoryPersistence = RequirePerServiceCallChatHistoryPersistence,
    };
}

public sealed class ChatClientAgentRunOptions : AgentRunOptions {
    public ChatClientAgentRunOptions(ChatOptions? chatOptions = null) => ChatOptions = chatOptions;

    private ChatClientAgentRunOptions(ChatClientAgentRunOptions options)
        : base(options) => ChatOptions = options.ChatOptions?.Clone();

    public ChatOptions? ChatOptions { get; set; }
    public override AgentRunOptions Clone() => new ChatClientAgentRunOptions(this);
}

public sealed class ChatClientAgentSession : AgentSession {
    internal ChatClientAgentSession() {
    }

    private ChatClientAgentSession(string? conversationId, AgentSessionStateBag stateBag)
        : base(stateBag) => ConversationId = conversationId;

    public string? ConversationId { get; internal set; }

    internal JsonElement Serialize() => JsonSerializer.SerializeToElement(new Dictionary<string, JsonElement> {
        ["conversationId"] = JsonSerializer.SerializeToElement(ConversationId),
        ["stateBag"] = StateBag.Serialize(),
    });

    internal static ChatClientAgentSession Deserialize(JsonElement state) =>
        new(state.GetProperty("conversationId").GetString(), AgentSessionStateBag.Deserialize(state.GetProperty("stateBag")));
}
