using Microsoft.Extensions.AI;

namespace ChatPipeline;

/// <summary>Says when a call passes its place in the pipeline.</summary>
internal sealed class StepClient(IChatClient inner, string name) : DelegatingChatClient(inner)
{
    public override Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        Console.WriteLine($"   {name}, {messages.Count()} message(s)");
        return base.GetResponseAsync(messages, options, cancellationToken);
    }
}
