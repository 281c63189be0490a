using MemOS.Evidence;
using MemOS.Tokens;
using Microsoft.Extensions.AI;

namespace MemOS.Chat;

/// <summary>What messages cost in a prompt.</summary>
internal static class MessageTokens
{
    // Role and separators, as chat formats spell them.
    private const int PerMessage = 4;

    // Pictures and files cost by size and provider; this is the middle of what a small picture costs.
    private const int PerAttachment = 256;

    /// <summary>The tokens of a message; <paramref name="draft"/> is its evidence, if it has any.</summary>
    public static int Count(ChatMessage message, EvidenceDraft? draft, ITokenCounter counter)
    {
        var tokens = PerMessage + counter.Count(message.AuthorName);
        foreach (var content in message.Contents)
        {
            tokens += content switch
            {
                TextContent text => counter.Count(text.Text),
                DataContent or UriContent => PerAttachment,
                _ => 0,
            };
        }

        foreach (var call in draft?.ToolCalls ?? [])
        {
            tokens += PerMessage + counter.Count(call.Name) + counter.Count(call.Arguments.GetRawText());
        }

        foreach (var result in draft?.ToolResults ?? [])
        {
            tokens += PerMessage + counter.Count(result.Result?.GetRawText() ?? result.Error);
        }

        return tokens;
    }
}
