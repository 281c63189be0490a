using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using MemOS.Chat;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace MemOS.SemanticKernel.Services;

/// <summary>A chat service with memory, outside its function invocation: what <see cref="MemoryChatClient"/> is for chat clients.</summary>
/// <remarks>The caller's history gets the tool messages that the service added, as without memory, and nothing else.</remarks>
internal sealed class MemoryChatCompletionService(IChatCompletionService inner, KernelMemory kernelMemory) : IChatCompletionService
{
    public IReadOnlyDictionary<string, object?> Attributes => inner.Attributes;

    public async Task<IReadOnlyList<ChatMessageContent>> GetChatMessageContentsAsync(
        ChatHistory chatHistory, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default)
    {
        var (turn, prompt) = await BeginAsync(chatHistory, kernel, cancellationToken).ConfigureAwait(false);
        try
        {
            IReadOnlyList<ChatMessageContent> results;
            try
            {
                results = await inner.GetChatMessageContentsAsync(prompt.History, executionSettings, kernel, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                prompt.CopyBack(chatHistory);
            }

            Notify(turn, await turn.CompleteAsync([.. prompt.Added, .. results.Take(1).Select(KernelMessages.ToChatMessage)]).ConfigureAwait(false));
            return results;
        }
        finally
        {
            turn.Abandon();
        }
    }

    public async IAsyncEnumerable<StreamingChatMessageContent> GetStreamingChatMessageContentsAsync(
        ChatHistory chatHistory, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var activity = Activity.Current;
        var (turn, prompt) = await BeginAsync(chatHistory, kernel, cancellationToken).ConfigureAwait(false);
        var text = new StringBuilder();
        var isComplete = false;
        try
        {
            var updates = inner.GetStreamingChatMessageContentsAsync(prompt.History, executionSettings, kernel, cancellationToken).ConfigureAwait(false);
            await foreach (var update in updates)
            {
                // Callers look into their history for tool messages while the stream goes on.
                prompt.CopyBack(chatHistory);
                text.Append(update.Content);
                yield return update;
                Activity.Current = activity;
            }

            isComplete = true;
            prompt.CopyBack(chatHistory);
            Notify(turn, await turn.CompleteAsync(Answer(prompt, text)).ConfigureAwait(false));
        }
        finally
        {
            if (!isComplete)
            {
                prompt.CopyBack(chatHistory);
                var answer = Answer(prompt, text);
                Notify(turn, answer.Count > 0 ? await turn.CompletePartialAsync(answer).ConfigureAwait(false) : null);
            }

            turn.Abandon();
        }
    }

    private async Task<(MemoryTurn Turn, KernelPrompt Prompt)> BeginAsync(ChatHistory history, Kernel? kernel, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(history);
        var scope = await kernelMemory.GetScopeAsync(kernel, cancellationToken).ConfigureAwait(false);
        var memory = await kernelMemory.GetMemoryAsync(cancellationToken).ConfigureAwait(false);
        IReadOnlyList<ChatMessage> messages = [.. history.Select(KernelMessages.ToChatMessage)];
        var turn = await memory.Turns.BeginAsync(messages, scope, kernelMemory.Options, cancellationToken: cancellationToken).ConfigureAwait(false);
        try
        {
            return (turn, new(await turn.ComposeAsync(null, cancellationToken).ConfigureAwait(false)));
        }
        catch
        {
            turn.Abandon();
            throw;
        }
    }

    private static IReadOnlyList<ChatMessage> Answer(KernelPrompt prompt, StringBuilder text) =>
        text.Length == 0 ? [.. prompt.Added] : [.. prompt.Added, new(ChatRole.Assistant, text.ToString())];

    private void Notify(MemoryTurn turn, MemoryTurnReport? report)
    {
        if (report is not null)
        {
            turn.Notify(kernelMemory.Options.TurnCompleted, report);
        }
    }
}
