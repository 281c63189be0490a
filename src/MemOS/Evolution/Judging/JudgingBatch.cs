using MemOS.Evidence;
using MemOS.Evolution.Tasks;

namespace MemOS.Evolution.Judging;

/// <summary>What one call of a model is given: turns of a session, numbered from 1, and which of them it is asked about.</summary>
/// <param name="Session">The session.</param>
/// <param name="Turns">The turns in order: some before, for understanding, then those that are asked about and what lies between.</param>
/// <param name="Asked">The numbers of those that are asked about.</param>
internal sealed record JudgingBatch(string? Session, IReadOnlyList<Turn> Turns, IReadOnlySet<int> Asked)
{
    private const int MostTurns = 30;
    private const int TurnsBefore = 4;

    /// <summary>Divides what is to be asked of sessions into calls.</summary>
    /// <param name="items">The sessions' messages.</param>
    /// <param name="tasks">Their tasks as the rules found them.</param>
    /// <param name="isKnown">Whether a turn, by its first message, was asked about before.</param>
    /// <remarks>
    /// Asked about is what a finished task with calls hangs on: its turns after the first, and the one behind it. A task that may
    /// still go on is asked about when it is finished, so that a conversation costs a call a task and not a call a turn.
    /// </remarks>
    public static IEnumerable<JudgingBatch> Of(IReadOnlyList<EvidenceItem> items, IReadOnlyList<MemoryTask> tasks, Func<MemoryId, bool> isKnown)
    {
        var bySession = tasks.ToLookup(task => task.Session);
        return items.GroupBy(item => item.Session).SelectMany(session => Of(session.Key, [.. session], bySession[session.Key], isKnown));
    }

    private static IEnumerable<JudgingBatch> Of(string? session, IReadOnlyList<EvidenceItem> items, IEnumerable<MemoryTask> tasks, Func<MemoryId, bool> isKnown)
    {
        var turns = TurnBuilder.Build(items);
        var places = new Dictionary<MemoryId, int>();
        for (var i = 0; i < turns.Count; i++)
        {
            foreach (var item in turns[i].Items)
            {
                places[item.Id] = i;
            }
        }

        var asked = new SortedSet<int>();
        foreach (var task in tasks.Where(task => !task.IsOpen && task.Calls.Count > 0))
        {
            asked.UnionWith(Enumerable.Range(places[task.Evidence[0]] + 1, places[task.Evidence[^1]] - places[task.Evidence[0]] + 1));
        }

        var left = asked.Where(place => place < turns.Count && turns[place].HasUser && !isKnown(turns[place].Items[0].Id)).ToList();
        while (left.Count > 0)
        {
            var first = Math.Max(0, left[0] - TurnsBefore);
            var last = left.Last(place => place < first + MostTurns);
            yield return new(session, [.. turns.Skip(first).Take(last - first + 1)], left.Where(place => place <= last).Select(place => place - first + 1).ToHashSet());
            left.RemoveAll(place => place <= last);
        }
    }
}
