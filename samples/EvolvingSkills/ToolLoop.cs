using Microsoft.Extensions.AI;

namespace EvolvingSkills;

/// <summary>Runs the tools that a model calls and asks it again until it answers; Microsoft.Extensions.AI's own client does the same and more.</summary>
internal sealed class ToolLoop(IChatClient inner) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        List<ChatMessage> history = [.. messages];
        var said = new List<ChatMessage>();
        while (true)
        {
            var response = await base.GetResponseAsync(history, options, cancellationToken);
            said.AddRange(response.Messages);
            var results = new List<AIContent>();
            foreach (var call in response.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>())
            {
                var tool = options?.Tools?.OfType<AIFunction>().FirstOrDefault(known => known.Name == call.Name) ?? throw new InvalidOperationException($"There is no tool {call.Name}.");
                results.Add(new FunctionResultContent(call.CallId, await tool.InvokeAsync(new(call.Arguments), cancellationToken)));
            }

            if (results.Count == 0)
            {
                response.Messages = said;
                return response;
            }

            said.Add(new(ChatRole.Tool, results));
            history.AddRange([.. response.Messages, said[^1]]);
        }
    }
}
