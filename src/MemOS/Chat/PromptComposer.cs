using MemOS.Tokens;
using Microsoft.Extensions.AI;

namespace MemOS.Chat;

/// <summary>Puts a prompt together: the messages that stay, memory in its place, options without keys of ours. Changes nothing of the caller's.</summary>
internal static class PromptComposer
{
    /// <summary>What of the recalled is placed, and where.</summary>
    public static Injection Choose(List<TurnMessage> incoming, ChatOptions? options, RecallOutcome recalled, MemoryPlacement placement)
    {
        var target = incoming.FindLastIndex(message => message.IsUser);
        var inInstructions = placement switch
        {
            MemoryPlacement.Instructions => true,
            MemoryPlacement.UserMessage => target < 0,
            _ => target < 0 || options?.ConversationId is not null,
        };
        var isThere = RecallBlock.IsIn(options?.Instructions) || (target >= 0 && incoming[target].Message.Contents.Any(IsBlock)) ||
            incoming.Exists(message => message.Message.Role == ChatRole.System && RecallBlock.IsIn(message.Message.Text));
        return isThere ? new(target, inInstructions, null, null) : new(target, inInstructions, inInstructions ? recalled.UserBlock : recalled.Block, recalled.Pins);
    }

    public static ComposedPrompt Compose(List<TurnMessage> incoming, bool[] keep, ChatOptions? options, Injection injection, ITokenCounter counter)
    {
        var (target, inInstructions, block, pins) = injection;
        var messages = new List<ChatMessage>(incoming.Count);
        var sent = 0;
        for (var i = 0; i < incoming.Count; i++)
        {
            if (keep[i])
            {
                messages.Add(i == target ? (inInstructions ? incoming[i].Message : WithBlock(incoming[i].Message, block)) : incoming[i].Message.Role == ChatRole.System ? incoming[i].Message : WithoutBlocks(incoming[i].Message));
                sent += incoming[i].Tokens;
            }
        }

        var instructions = inInstructions ? Join(pins?.Text, block?.Text) : pins?.Text;
        return new(messages, WithInstructions(ScopeKeys.Strip(options), instructions), sent + injection.Tokens + counter.Count(options?.Instructions), injection.Tokens, block);
    }

    private static ChatOptions? WithInstructions(ChatOptions? options, string? instructions)
    {
        if (instructions is null)
        {
            return options;
        }

        options ??= new();
        options.Instructions = Join(options.Instructions, instructions);
        return options;
    }

    private static string? Join(string? first, string? second) =>
        string.IsNullOrEmpty(first) ? second : string.IsNullOrEmpty(second) ? first : first + "\n\n" + second;

    private static ChatMessage WithBlock(ChatMessage message, RecallBlock? block)
    {
        if (block is null)
        {
            return message;
        }

        var clone = message.Clone();
        clone.Contents = [block.ToContent(), .. message.Contents];
        return clone;
    }

    // A host that stores what it sent brings old blocks back: each turn shows its own alone.
    private static ChatMessage WithoutBlocks(ChatMessage message)
    {
        if (!message.Contents.Any(IsBlock))
        {
            return message;
        }

        var clone = message.Clone();
        clone.Contents = [.. message.Contents
            .Where(content => content is not TextContent text || !RecallBlock.IsMarked(text))
            .Select(content => content is TextContent text && RecallBlock.IsIn(text.Text) ? new TextContent(RecallBlock.Strip(text.Text)) : content)];
        return clone;
    }

    private static bool IsBlock(AIContent content) => content is TextContent text && (RecallBlock.IsMarked(text) || RecallBlock.IsIn(text.Text));
}
