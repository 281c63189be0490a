using MemOS.Chat;
using Microsoft.Extensions.AI;

namespace MemOS.AgentFramework;

/// <summary>The turns of one provider in one session that were begun and whose answer is not recorded yet. Safe for concurrent use.</summary>
internal sealed class OpenTurns
{
    private const int Most = 8;
    private readonly Lock sync = new();
    private readonly List<(MemoryTurn Turn, IReadOnlyList<ChatMessage> Sent)> turns = [];

    /// <summary>A turn begins. One that was left open, as by a stream that nobody read to its end, is ended.</summary>
    public void Add(MemoryTurn turn, IReadOnlyList<ChatMessage> sent)
    {
        lock (sync)
        {
            foreach (var (left, _) in turns)
            {
                left.Abandon();
            }

            if (turns.Count == Most)
            {
                turns.RemoveAt(0);
            }

            turns.Add((turn, sent));
        }
    }

    /// <summary>The turn whose messages these are, otherwise the last one; <see langword="null"/> when none is open.</summary>
    public MemoryTurn? Take(IEnumerable<ChatMessage> messages)
    {
        var known = messages.ToHashSet(ReferenceEqualityComparer.Instance);
        lock (sync)
        {
            var at = turns.FindLastIndex(open => open.Sent.Count > 0 && known.Contains(open.Sent[^1]));
            at = at >= 0 ? at : turns.Count - 1;
            if (at < 0)
            {
                return null;
            }

            var turn = turns[at].Turn;
            turns.RemoveAt(at);
            return turn;
        }
    }

    /// <summary>Whether a run has an answer to record, and its turn, which is <see langword="null"/> when none was begun. The turn of a failed run stays, in case somebody saw a part of its answer.</summary>
    public bool TryFinish(IEnumerable<ChatMessage> messages, Exception? failure, out MemoryTurn? turn)
    {
        turn = Take(messages);
        if (failure is null || turn is null)
        {
            return failure is null;
        }

        turn.Abandon();
        lock (sync)
        {
            turns.Add((turn, []));
        }

        return false;
    }
}
