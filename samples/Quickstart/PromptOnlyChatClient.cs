using Microsoft.Extensions.AI;

namespace Quickstart;

/// <summary>
/// An offline stand-in for a model. It answers a question with the sentence of its prompt that fits best, and says so when
/// there is none. It keeps nothing between calls: whatever it knows, somebody put into the prompt.
/// </summary>
internal sealed class PromptOnlyChatClient : IChatClient
{
    /// <summary>The prompt of the last call, as the model got it.</summary>
    public IReadOnlyList<ChatMessage> LastPrompt { get; private set; } = [];

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        LastPrompt = [.. messages];
        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, Answer(LastPrompt))));
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        // Nothing is held.
    }

    private static string Answer(IReadOnlyList<ChatMessage> prompt)
    {
        // The user's own words are the last part of the last message; what memory recalled stands in a part before it.
        var parts = prompt[^1].Contents.OfType<TextContent>().Select(part => part.Text).ToList();
        var question = parts[^1];
        if (!question.Split('\n')[0].TrimEnd().EndsWith('?'))
        {
            return "Noted.";
        }

        var lines = parts[..^1].Concat(prompt.Take(prompt.Count - 1).Where(message => message.Role == ChatRole.User).Select(message => message.Text)).SelectMany(text => text.Split('\n'));
        return PromptReader.FindAnswer(question, lines) ?? "I don't know: nothing in my prompt says so.";
    }
}
