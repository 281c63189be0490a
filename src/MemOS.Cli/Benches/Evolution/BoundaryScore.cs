using MemOS.Evidence;

namespace MemOS.Cli.Benches.Evolution;

/// <summary>F1 of task starts, in turns: matched one to one within a session, nearest first, at most one turn apart.</summary>
internal static class BoundaryScore
{
    public static double Of(IReadOnlyList<FoundStream> streams)
    {
        var matched = 0;
        var gold = 0;
        var found = 0;
        foreach (var stream in streams)
        {
            var turns = Turns(stream.Evidence.Items);
            var goldStarts = stream.Spans.Select(span => (span[0].Session, Turn: turns[span[0].Id])).ToLookup(start => start.Session, start => start.Turn);
            var foundStarts = stream.Found.Tasks.Where(task => task.Calls.Count > 0)
                .Select(task => (task.Session, Turn: turns[task.Evidence[0]])).ToLookup(start => start.Session, start => start.Turn);
            gold += stream.Spans.Count;
            found += foundStarts.Sum(session => session.Count());
            matched += goldStarts.Sum(session => Matched([.. session], [.. foundStarts[session.Key]]));
        }

        return F1(matched, found, gold);
    }

    /// <summary>How many starts are matched.</summary>
    public static int Matched(IReadOnlyList<int> gold, IReadOnlyList<int> found)
    {
        var pairs =
            from goldIndex in Enumerable.Range(0, gold.Count)
            from foundIndex in Enumerable.Range(0, found.Count)
            let distance = Math.Abs(gold[goldIndex] - found[foundIndex])
            where distance <= 1
            orderby distance, gold[goldIndex], found[foundIndex]
            select (goldIndex, foundIndex);
        var usedGold = new HashSet<int>();
        var usedFound = new HashSet<int>();
        foreach (var (goldIndex, foundIndex) in pairs)
        {
            if (!usedGold.Contains(goldIndex) && !usedFound.Contains(foundIndex))
            {
                usedGold.Add(goldIndex);
                usedFound.Add(foundIndex);
            }
        }

        return usedGold.Count;
    }

    public static double F1(int matched, int found, int gold) => found + gold == 0 ? 1 : 2.0 * matched / (found + gold);

    // The turn of each message: how many user messages its session has had by then.
    private static Dictionary<MemoryId, int> Turns(IReadOnlyList<EvidenceItem> items)
    {
        var turns = new Dictionary<MemoryId, int>();
        foreach (var session in items.GroupBy(item => item.Session))
        {
            var turn = 0;
            foreach (var item in session)
            {
                turn += item.Content.Role == EvidenceRole.User ? 1 : 0;
                turns[item.Id] = turn;
            }
        }

        return turns;
    }
}
