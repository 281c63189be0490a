using System.Runtime.CompilerServices;
using MemOS.Chat;
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;

namespace MemOS.AgentFramework;

/// <summary>An agent around one with memory that also keeps the answers that were cut off.</summary>
/// <remarks>
/// Agent Framework tells its providers nothing of a stream that is left, and of one that fails only that it failed. This agent sees
/// the pieces, and records what there was of the answer, marked as partial. Safe for concurrent use.
/// </remarks>
public sealed class MemoryAgent : DelegatingAIAgent
{
    /// <summary>Wraps an agent that has a <see cref="MemoryContextProvider"/>, a <see cref="MemoryChatHistoryProvider"/> or both.</summary>
    public MemoryAgent(AIAgent innerAgent)
        : base(innerAgent)
    {
    }

    /// <inheritdoc/>
    protected override async IAsyncEnumerable<AgentResponseUpdate> RunCoreStreamingAsync(
        IEnumerable<ChatMessage> messages, AgentSession? session = null, AgentRunOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        // Without one the inner agent would make its own, and what it holds could not be found.
        session ??= await InnerAgent.CreateSessionAsync(cancellationToken).ConfigureAwait(false);
        var seen = new List<ChatResponseUpdate>();
        var isComplete = false;
        try
        {
            await foreach (var update in InnerAgent.RunStreamingAsync(messages, session, options, cancellationToken).ConfigureAwait(false))
            {
                // The list sees it first: a consumer that stops here has seen it too.
                seen.Add(update.AsChatResponseUpdate());
                yield return update;
            }

            isComplete = true;
        }
        finally
        {
            if (!isComplete)
            {
                await RecordPartialAsync(MemorySession.Of(session), [.. seen.ToChatResponse().Messages]).ConfigureAwait(false);
            }
        }
    }

    private async Task RecordPartialAsync(MemorySession session, IReadOnlyList<ChatMessage> answer)
    {
        var provider = InnerAgent.GetService<MemoryContextProvider>();
        var (kept, recalled) = (session.History.Take([]), session.Context.Take([]));
        foreach (var turn in new[] { kept, recalled }.OfType<MemoryTurn>())
        {
            if (answer.Count == 0)
            {
                turn.Abandon();
            }
            else if (await turn.CompletePartialAsync(answer).ConfigureAwait(false) is { } report && turn == recalled)
            {
                turn.Notify(provider?.TurnCompleted, report);
            }
        }
    }
}
