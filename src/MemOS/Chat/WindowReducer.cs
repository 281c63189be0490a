namespace MemOS.Chat;

/// <summary>
/// Chooses the messages of a history that stay in the prompt: a window that grows from k to 2k tokens and is then cut back to
/// k, so that between cuts every prompt starts with the one before it and a provider's prefix cache holds.
/// </summary>
/// <remarks>
/// Where it cuts depends on the messages up to there alone: the same history gives the same cuts in every process, with no state.
/// A window starts where a person speaks and no tool call waits for its result. What recall adds takes the place of the oldest
/// messages for that turn, so that a long conversation costs what its window costs, however much is recalled. Pure; safe for
/// concurrent use.
/// </remarks>
internal static class WindowReducer
{
    /// <summary>Whether each message stays.</summary>
    /// <param name="messages">The history, oldest first.</param>
    /// <param name="tokens">k: a cut keeps at least this many tokens.</param>
    /// <param name="fewest">A cut keeps at least this many messages, and none happens below twice as many.</param>
    public static bool[] Keep(IReadOnlyList<WindowMessage> messages, int tokens, int fewest)
    {
        var start = StartOf(messages, tokens, fewest);
        var keep = new bool[messages.Count];
        for (var i = 0; i < messages.Count; i++)
        {
            keep[i] = i >= start || !messages[i].MayLeave;
        }

        KeepPairsWhole(messages, start, keep);
        return keep;
    }

    /// <summary>Lets the oldest messages of a window make room for what is injected, so that the prompt grows no longer by it.</summary>
    /// <remarks>
    /// A conversation that was never cut keeps all its messages as long as they and the injected text stay below 2k.
    /// </remarks>
    /// <param name="messages">The history, oldest first.</param>
    /// <param name="keep">What <see cref="Keep"/> answered for it.</param>
    /// <param name="room">The tokens that are injected.</param>
    /// <param name="tokens">k, as given to <see cref="Keep"/>.</param>
    /// <param name="fewest">The messages that stay however much is injected.</param>
    public static bool[] MakeRoom(IReadOnlyList<WindowMessage> messages, bool[] keep, int room, int tokens, int fewest)
    {
        var leaving = Enumerable.Range(0, messages.Count).Where(i => keep[i] && messages[i].MayLeave).ToList();
        var total = leaving.Sum(i => (long)messages[i].Tokens);
        var isCut = keep.AsSpan().Contains(false);
        var needed = room == 0 ? 0 : isCut ? room : total + room - (2L * tokens);
        if (needed <= 0)
        {
            return keep;
        }

        var start = 0;
        var gone = 0;
        foreach (var next in Starts(messages))
        {
            for (; gone < leaving.Count && leaving[gone] < next; gone++)
            {
                needed -= messages[leaving[gone]].Tokens;
            }

            if (leaving.Count - gone < fewest)
            {
                break;
            }

            start = next;
            if (needed <= 0)
            {
                break;
            }
        }

        var kept = new bool[messages.Count];
        for (var i = 0; i < messages.Count; i++)
        {
            kept[i] = keep[i] && (i >= start || !messages[i].MayLeave);
        }

        KeepPairsWhole(messages, start, kept);
        return kept;
    }

    private static IEnumerable<int> Starts(IReadOnlyList<WindowMessage> messages)
    {
        var open = 0;
        for (var i = 0; i < messages.Count; i++)
        {
            open = Math.Max(0, open - messages[i].Closes);
            if (messages[i].IsUser && open == 0)
            {
                yield return i;
            }

            open += messages[i].Opens;
        }
    }

    private static int StartOf(IReadOnlyList<WindowMessage> messages, int tokens, int fewest)
    {
        var start = 0;
        var total = 0L;
        var count = 0;
        var open = 0;
        var starts = new List<int>();
        for (var i = 0; i < messages.Count; i++)
        {
            var message = messages[i];
            open = Math.Max(0, open - message.Closes);
            if (message.IsUser && open == 0)
            {
                starts.Add(i);
            }

            open += message.Opens;
            total += message.MayLeave ? message.Tokens : 0;
            count += message.MayLeave ? 1 : 0;
            if (total > 2L * tokens && count > 2 * fewest)
            {
                Cut(messages, i, tokens, fewest, starts, ref start, ref total, ref count);
            }
        }

        return start;
    }

    // The latest start that leaves enough behind it.
    private static void Cut(IReadOnlyList<WindowMessage> messages, int last, int tokens, int fewest, List<int> starts, ref int start, ref long total, ref int count)
    {
        var keptTokens = 0L;
        var keptCount = 0;
        var next = starts.Count - 1;
        for (var i = last; i > start && next >= 0; i--)
        {
            keptTokens += messages[i].MayLeave ? messages[i].Tokens : 0;
            keptCount += messages[i].MayLeave ? 1 : 0;
            if (i > starts[next])
            {
                continue;
            }

            if (keptTokens >= tokens && keptCount >= fewest)
            {
                (start, total, count) = (i, keptTokens, keptCount);
                starts.RemoveRange(0, next);
                return;
            }

            next--;
        }
    }

    // A call that may not leave keeps its results, and the other way round.
    private static void KeepPairsWhole(IReadOnlyList<WindowMessage> messages, int start, bool[] keep)
    {
        for (var from = 0; from < start;)
        {
            var to = from;
            var open = 0;
            do
            {
                open = Math.Max(0, open - messages[to].Closes) + messages[to].Opens;
                to++;
            }
            while (to < start && open > 0);

            if (to - from > 1 && keep.AsSpan(from, to - from).Contains(true))
            {
                keep.AsSpan(from, to - from).Fill(true);
            }

            from = to;
        }
    }
}
