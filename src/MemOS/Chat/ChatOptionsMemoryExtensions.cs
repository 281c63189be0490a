using MemOS.Chat;
using Microsoft.Extensions.AI;

namespace MemOS;

/// <summary>Says in the options of a call whose memory it uses.</summary>
public static class ChatOptionsMemoryExtensions
{
    /// <summary>A clone of the options for a scope. The scope is taken out again before any other client sees the options.</summary>
    /// <remarks>Threat note: the scope decides whose memory is read and written; it must come from the application, never from a model or a request's text.</remarks>
    public static ChatOptions WithMemoryScope(this ChatOptions? options, MemoryScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var clone = options?.Clone() ?? new();
        clone.AdditionalProperties = clone.AdditionalProperties?.Clone() ?? [];
        clone.AdditionalProperties[ScopeKeys.Scope] = scope;
        return clone;
    }

    /// <summary>The scope in the options of a call, or <see langword="null"/>.</summary>
    public static MemoryScope? GetMemoryScope(this ChatOptions? options) =>
        options?.AdditionalProperties is { } properties && properties.TryGetValue(ScopeKeys.Scope, out var value) ? value as MemoryScope : null;
}
