using System.Runtime.CompilerServices;
using MemOS.Hosts.Tests.Conformance;
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;

namespace MemOS.Hosts.Tests.AgentFramework;

/// <summary>A conversation with an agent, which keeps its history by its provider.</summary>
public sealed class AgentSessionTalk(AIAgent agent, AgentSession session) : IHostSession
{
    public async Task<string> SayAsync(string text, bool streaming, IReadOnlyList<AIFunction>? tools = null, CancellationToken cancellationToken = default)
    {
        var options = new ChatClientAgentRunOptions(new() { Tools = tools is null ? null : [.. tools] });
        if (!streaming)
        {
            return (await agent.RunAsync(text, session, options, cancellationToken)).Text;
        }

        var updates = new List<AgentResponseUpdate>();
        await foreach (var update in agent.RunStreamingAsync(text, session, options, cancellationToken))
        {
            updates.Add(update);
        }

        return updates.ToAgentResponse().Text;
    }

    public async IAsyncEnumerable<string> StreamAsync(string text, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var update in agent.RunStreamingAsync(text, session, cancellationToken: cancellationToken))
        {
            yield return update.Text;
        }
    }
}
