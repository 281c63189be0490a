using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;

namespace ChatPipeline;

/// <summary>An offline stand-in for a model: asks for the weather of the city that its prompt names, and knows nothing else.</summary>
internal sealed partial class OfflineModel : IChatClient
{
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var prompt = messages.ToList();
        var city = City().Match(string.Join('\n', prompt.Select(message => message.Text)));
        var answer = prompt[^1].Role == ChatRole.Tool ? new ChatMessage(ChatRole.Assistant, $"{prompt[^1].Contents.OfType<FunctionResultContent>().First().Result} Take one.")
            : !prompt[^1].Text.EndsWith('?') ? new ChatMessage(ChatRole.Assistant, "Noted.")
            : !city.Success ? new ChatMessage(ChatRole.Assistant, "I don't know where you are: nothing in my prompt says so.")
            : new ChatMessage(ChatRole.Assistant, [new FunctionCallContent("call-1", "weather", new Dictionary<string, object?> { ["city"] = city.Groups[1].Value })]);
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

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        // Nothing is held.
    }

    [GeneratedRegex(@"lives? in (\w+)")]
    private static partial Regex City();
}
