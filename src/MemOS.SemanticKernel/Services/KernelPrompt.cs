using MemOS.Chat;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel.ChatCompletion;

namespace MemOS.SemanticKernel.Services;

/// <summary>A composed prompt as a chat history of its own, to which a service may add the tool messages of its loop.</summary>
internal sealed class KernelPrompt
{
    private readonly int sent;
    private int copied;

    public KernelPrompt(ComposedPrompt prompt)
    {
        History = [.. prompt.Messages.Select(KernelMessages.ToMessageContent)];
        if (prompt.Options?.Instructions is { Length: > 0 } instructions)
        {
            AddInstructions(instructions);
        }

        sent = copied = History.Count;
    }

    public ChatHistory History { get; }

    /// <summary>What the service added.</summary>
    public IEnumerable<ChatMessage> Added => History.Skip(sent).Select(KernelMessages.ToChatMessage);

    /// <summary>Gives the caller the messages that were added since the last time.</summary>
    public void CopyBack(ChatHistory caller)
    {
        for (; copied < History.Count; copied++)
        {
            caller.Add(History[copied]);
        }
    }

    private void AddInstructions(string instructions)
    {
        if (History.Count > 0 && History[0].Role == AuthorRole.System)
        {
            var own = History[0];
            History[0] = new(AuthorRole.System, $"{own.Content}\n\n{instructions}") { AuthorName = own.AuthorName };
        }
        else
        {
            History.Insert(0, new(AuthorRole.System, instructions));
        }
    }
}
