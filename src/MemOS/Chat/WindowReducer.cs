namespace MemOS.Chat;

/// <summary>
/// Chooses the messages of a history that stay in the prompt: a window that grows from k to 2k tokens and is then cut back to
/// k, so that between cuts every prompt starts with the one before it and a provider's prefix cache holds.
/// </summary>
/// <remarks>
/// Where it cuts depends on the messages up to there alone: the same history gives the same cuts in every process, with no state.
/// A window starts where a person speaks and no tool call waits for its result. Pure; safe for concurrent use.
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
