namespace MemOS;

/// <summary>Where the recall block stands in the prompt.</summary>
public enum MemoryPlacement
{
    /// <summary>In the last user message; in the instructions when a service keeps the conversation or there is no user message (the default).</summary>
    Auto,

    /// <summary>As a leading text part in a clone of the last user message. Roles do not double and the prefix stays stable.</summary>
    UserMessage,

    /// <summary>In <c>ChatOptions.Instructions</c>. Only what people said is placed there, never text that a tool, a document or a model wrote.</summary>
    Instructions,
}
