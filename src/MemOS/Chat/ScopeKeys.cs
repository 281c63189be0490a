using Microsoft.Extensions.AI;

namespace MemOS.Chat;

/// <summary>The keys of ours in <see cref="ChatOptions.AdditionalProperties"/>, which no other client sees.</summary>
internal static class ScopeKeys
{
    /// <summary>The scope of a call, a <see cref="MemoryScope"/>.</summary>
    public const string Scope = Prefix + "scope";

    private const string Prefix = "memos.";

    /// <summary>A clone without our keys: some clients forward every entry to the model's runtime.</summary>
    public static ChatOptions? Strip(ChatOptions? options)
    {
        var clone = options?.Clone();
        if (clone?.AdditionalProperties is not { } properties)
        {
            return clone;
        }

        foreach (var key in properties.Keys.Where(key => key.StartsWith(Prefix, StringComparison.Ordinal)).ToList())
        {
            properties.Remove(key);
        }

        if (properties.Count == 0)
        {
            clone.AdditionalProperties = null;
        }

        return clone;
    }
}
