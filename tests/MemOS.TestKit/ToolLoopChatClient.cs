using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace MemOS.TestKit;

/// <summary>A small stand-in for function invocation: runs the tools that the model calls and asks again until it answers.</summary>
public sealed class ToolLoopChatClient(IChatClient inner) : DelegatingChatClient(inner)
{
    /// <inheritdoc/>
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        List<ChatMessage> history = [.. messages];
        var all = new List<ChatMessage>();
        while (true)
        {
            var response = await base.GetResponseAsync(history, options, cancellationToken);
            all.AddRange(response.Messages);
            if (await InvokeAsync(response.Messages, options, cancellationToken) is not { } results)
            {
                response.Messages = all;
                return response;
            }

            all.Add(results);
            history.AddRange([.. response.Messages, results]);
        }
    }

    /// <inheritdoc/>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        List<ChatMessage> history = [.. messages];
        while (true)
        {
            var updates = new List<ChatResponseUpdate>();
            await foreach (var update in base.GetStreamingResponseAsync(history, options, cancellationToken))
            {
                updates.Add(update);
                yield return update;
            }

            var response = updates.ToChatResponse();
            if (await InvokeAsync(response.Messages, options, cancellationToken) is not { } results)
            {
                yield break;
            }

            yield return new(ChatRole.Tool, results.Contents) { MessageId = results.MessageId };
            history.AddRange([.. response.Messages, results]);
        }
    }

    private static async Task<ChatMessage?> InvokeAsync(IList<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken)
    {
        var calls = messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>().ToList();
        var results = new List<AIContent>();
        foreach (var call in calls)
        {
            var tool = options?.Tools?.OfType<AIFunction>().FirstOrDefault(tool => tool.Name == call.Name);
            var result = tool is null ? $"Error: Requested function \"{call.Name}\" not found." : await tool.InvokeAsync(new(call.Arguments), cancellationToken);
            results.Add(new FunctionResultContent(call.CallId, result));
        }

        return results.Count == 0 ? null : new(ChatRole.Tool, results) { MessageId = Guid.NewGuid().ToString("N") };
    }
}
