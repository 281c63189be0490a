using System.Runtime.CompilerServices;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace MemOS.Hosts.Tests.SemanticKernel;

/// <summary>A chat service of the older kind: runs its tool loop itself and adds the messages of the loop to the history it is given.</summary>
internal sealed class ScriptedChatService : IChatCompletionService
{
    private readonly Lock sync = new();
    private readonly List<ChatMessageContent[]> calls = [];

    public IReadOnlyDictionary<string, object?> Attributes { get; } = new Dictionary<string, object?>();

    /// <summary>What it answers. Default: "ok".</summary>
    public Func<ChatHistory, Kernel?, Task<string>> Answer { get; init; } = (_, _) => Task.FromResult("ok");

    public IReadOnlyList<ChatMessageContent[]> Calls
    {
        get
        {
            lock (sync)
            {
                return [.. calls];
            }
        }
    }

    public async Task<IReadOnlyList<ChatMessageContent>> GetChatMessageContentsAsync(
        ChatHistory chatHistory, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default)
    {
        Note(chatHistory);
        return [new(AuthorRole.Assistant, await Answer(chatHistory, kernel))];
    }

    public async IAsyncEnumerable<StreamingChatMessageContent> GetStreamingChatMessageContentsAsync(
        ChatHistory chatHistory, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Note(chatHistory);
        foreach (var (i, word) in (await Answer(chatHistory, kernel)).Split(' ').Index())
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new(AuthorRole.Assistant, i == 0 ? word : " " + word);
        }
    }

    private void Note(ChatHistory history)
    {
        lock (sync)
        {
            calls.Add([.. history]);
        }
    }
}
