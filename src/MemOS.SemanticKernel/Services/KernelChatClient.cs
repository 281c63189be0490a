using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace MemOS.SemanticKernel.Services;

/// <summary>A chat client of a kernel, with memory, that is also its chat service: only as such is it told which kernel calls.</summary>
/// <remarks>Without this, an agent whose settings are empty would be remembered in the default scope, whatever its kernel says.</remarks>
internal sealed class KernelChatClient(MemoryChatClient innerClient) : DelegatingChatClient(innerClient), IChatCompletionService
{
    private readonly IChatCompletionService service = innerClient.AsChatCompletionService();

    public IReadOnlyDictionary<string, object?> Attributes => service.Attributes;

    public async Task<IReadOnlyList<ChatMessageContent>> GetChatMessageContentsAsync(
        ChatHistory chatHistory, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default)
    {
        Enter(kernel);
        return await service.GetChatMessageContentsAsync(chatHistory, executionSettings, kernel, cancellationToken).ConfigureAwait(false);
    }

    public async IAsyncEnumerable<StreamingChatMessageContent> GetStreamingChatMessageContentsAsync(
        ChatHistory chatHistory, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Enter(kernel);
        var updates = service.GetStreamingChatMessageContentsAsync(chatHistory, executionSettings, kernel, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (updates.ConfigureAwait(false))
        {
            while (await updates.MoveNextAsync().ConfigureAwait(false))
            {
                yield return updates.Current;
                Enter(kernel);
            }
        }
    }

    // Gone when the method that called returns, or at the next step of the stream.
    private static void Enter(Kernel? kernel)
    {
        if (kernel is not null)
        {
            KernelCall.Current = new(kernel);
        }
    }
}
