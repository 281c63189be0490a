using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;

namespace SemanticKernelAgent;

/// <summary>An offline stand-in for a model: knows the city that its prompt names, and asks for the next train there.</summary>
internal sealed partial class OfflineModel : IChatClient
{
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var prompt = messages.ToList();
        var city = City().Match(string.Join('\n', prompt.Select(message => message.Text))).Groups[1].Value;
        var question = prompt[^1].Contents.OfType<TextContent>().LastOrDefault()?.Text ?? "";   // what was recalled stands before it
        var answer = prompt[^1].Contents.OfType<FunctionResultContent>().FirstOrDefault() is { } result ? new ChatMessage(ChatRole.Assistant, $"{result.Result}")
            : !question.EndsWith('?') ? new ChatMessage(ChatRole.Assistant, "Noted.")
            : city.Length == 0 ? new ChatMessage(ChatRole.Assistant, "I don't know: nothing in my prompt says so.")
            : question.Contains("When", StringComparison.Ordinal)
                ? new ChatMessage(ChatRole.Assistant, [new FunctionCallContent(Guid.NewGuid().ToString("N"), "trains_next", new Dictionary<string, object?> { ["to"] = city })])
            : new ChatMessage(ChatRole.Assistant, $"In {city}.");
        return Task.FromResult(new ChatResponse(answer));
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    // Semantic Kernel asks every chat client for its metadata.
    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("offline") : serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        // Nothing is held.
    }

    [GeneratedRegex(@"lives in (\w+)")]
    private static partial Regex City();
}
