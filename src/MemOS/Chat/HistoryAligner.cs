using MemOS.Evidence;

namespace MemOS.Chat;

/// <summary>
/// Lays the messages that a caller re-sends on the log of the session, so that each is recorded once and a branch that was left
/// is known.
/// </summary>
/// <remarks>
/// <para>
/// Most callers send the log, whole or from some point on, and one new message: the start of what comes in is then the end of
/// the log, which is tried first. Otherwise (an edited message, a regenerated answer, tool messages that the caller dropped, a
/// summary or a date that it puts in front) the longest common subsequence decides, the latest one among equals. Lines of the
/// log between and after the matches are abandoned when the caller replaced them; answers and tool messages that are merely
/// missing stay, because many callers keep only the texts.
/// </para>
/// <para>
/// A match of one or two stray messages is no alignment: a new conversation that starts with "hi" in a session that started
/// with "hi" is recorded as new and abandons nothing. Nothing that is recorded is ever lost by a wrong guess.
/// Pure; safe for concurrent use.
/// </para>
/// </remarks>
internal static class HistoryAligner
{
    // A branch that leaves more user turns than this, and more than twice what matched, is taken for another conversation.
    private const int LongestBranch = 4;

    // Callers who re-send history add the new message, and at most an answer that they changed.
    private const int FewNew = 2;

    // The table of the common subsequence is bounded by its square; older messages are then taken as known.
    private const int LongestSearch = 2000;

    /// <summary>Aligns a whole or trimmed history.</summary>
    /// <param name="log">The active end of the session's log, oldest first.</param>
    /// <param name="incoming">What the caller sent, oldest first, without system messages and injected ones.</param>
    public static Alignment Align(IReadOnlyList<LogEntry> log, IReadOnlyList<MessageKey> incoming)
    {
        var overlap = Overlap(log, incoming);
        if (overlap == incoming.Count || (overlap > 0 && incoming.Count - overlap <= FewNew))
        {
            return Continue(log, incoming, overlap);
        }

        var common = CommonSubsequence.Of(log, incoming, LongestSearch);
        return common.Count > overlap && BranchOf(log, incoming, common) is { } branch ? branch : Continue(log, incoming, overlap);
    }

    /// <summary>Aligns the messages of a caller who sends only what is new, because a service keeps the conversation.</summary>
    /// <remarks>Only an unanswered message that is sent again is known; nothing is ever abandoned.</remarks>
    public static Alignment AlignIncrement(IReadOnlyList<LogEntry> log, IReadOnlyList<MessageKey> incoming) =>
        Continue(log, incoming, Overlap(log, incoming));

    private static int Overlap(IReadOnlyList<LogEntry> log, IReadOnlyList<MessageKey> incoming)
    {
        for (var length = Math.Min(log.Count, incoming.Count); length > 0; length--)
        {
            if (IsAt(log, log.Count - length, incoming, length))
            {
                return length;
            }
        }

        return 0;
    }

    private static bool IsAt(IReadOnlyList<LogEntry> log, int start, IReadOnlyList<MessageKey> incoming, int length)
    {
        for (var i = 0; i < length; i++)
        {
            if (!incoming[i].Is(log[start + i]))
            {
                return false;
            }
        }

        return true;
    }

    private static Alignment Continue(IReadOnlyList<LogEntry> log, IReadOnlyList<MessageKey> incoming, int overlap)
    {
        var matched = new MemoryId?[incoming.Count];
        for (var i = 0; i < overlap; i++)
        {
            matched[i] = log[log.Count - overlap + i].Id;
        }

        return new(matched, [.. Enumerable.Range(overlap, incoming.Count - overlap)], []);
    }

    private static Alignment? BranchOf(IReadOnlyList<LogEntry> log, IReadOnlyList<MessageKey> incoming, IReadOnlyList<(int Log, int Incoming)> common)
    {
        if (!IsTrusted(log, incoming, common))
        {
            return null;
        }

        var matched = new MemoryId?[incoming.Count];
        var known = new bool[log.Count];
        foreach (var (line, message) in common)
        {
            matched[message] = log[line].Id;
            known[line] = true;
        }

        MatchMoved(log, incoming, common[^1].Incoming, matched, known);
        var abandoned = new List<MemoryId>();
        for (var i = 1; i < common.Count; i++)
        {
            Abandon(log, common[i - 1].Log + 1, common[i].Log, ReplacesAnswer(incoming, matched, common[i - 1].Incoming + 1, common[i].Incoming), known, abandoned);
        }

        var rest = common[^1].Incoming + 1;
        var tail = common[^1].Log + 1;
        var leavesTail = rest == incoming.Count || CountUsers(log, tail, log.Count) > 0 || ReplacesAnswer(incoming, matched, rest, incoming.Count);
        if (leavesTail)
        {
            abandoned.AddRange(log.Skip(tail).Where((_, i) => !known[tail + i]).Select(entry => entry.Id));
        }

        return new(matched, NewOf(incoming, matched, common[0].Incoming), abandoned);
    }

    // What stands before the first match and is no person's message is a summary that the caller made of what it dropped.
    private static List<int> NewOf(IReadOnlyList<MessageKey> incoming, MemoryId?[] matched, int first)
    {
        var fresh = new List<int>();
        for (var i = 0; i < incoming.Count; i++)
        {
            if (matched[i] is null && (i > first || incoming[i].Role == EvidenceRole.User))
            {
                fresh.Add(i);
            }
        }

        return fresh;
    }

    private static bool IsTrusted(IReadOnlyList<LogEntry> log, IReadOnlyList<MessageKey> incoming, IReadOnlyList<(int Log, int Incoming)> common)
    {
        var users = common.Count(pair => log[pair.Log].Role == EvidenceRole.User);
        var (firstLog, firstIncoming) = common[0];
        var tailUsers = CountUsers(log, common[^1].Log + 1, log.Count);
        if (common.Count >= 2 && users >= 1)
        {
            var passedOver = CountUsers(log, firstLog, common[^1].Log + 1) - users;
            return passedOver <= users && tailUsers <= Math.Max(LongestBranch, 2 * users);
        }

        // One message alone: the session's first, with its answer to be made again, or the last one before a changed answer.
        return common.Count == 1 && users == 1 && firstIncoming == 0 && tailUsers == 0 && (firstLog == 0 || incoming.Count > 1);
    }

    // An edited message that was recorded later than its place says is found wherever it is.
    private static void MatchMoved(IReadOnlyList<LogEntry> log, IReadOnlyList<MessageKey> incoming, int before, MemoryId?[] matched, bool[] known)
    {
        for (var i = 0; i < before; i++)
        {
            for (var line = log.Count - 1; matched[i] is null && line >= 0; line--)
            {
                if (!known[line] && incoming[i].Is(log[line]))
                {
                    matched[i] = log[line].Id;
                    known[line] = true;
                }
            }
        }
    }

    private static void Abandon(IReadOnlyList<LogEntry> log, int from, int to, bool replaced, bool[] known, List<MemoryId> abandoned)
    {
        for (var line = from; line < to; line++)
        {
            if (!known[line] && (replaced || log[line].Role == EvidenceRole.User))
            {
                abandoned.Add(log[line].Id);
            }
        }
    }

    // Whether a new answer stands in the gap, before the next person speaks.
    private static bool ReplacesAnswer(IReadOnlyList<MessageKey> incoming, MemoryId?[] matched, int from, int to)
    {
        for (var i = from; i < to && incoming[i].Role != EvidenceRole.User; i++)
        {
            if (matched[i] is null && incoming[i].Role == EvidenceRole.Assistant)
            {
                return true;
            }
        }

        return false;
    }

    private static int CountUsers(IReadOnlyList<LogEntry> log, int from, int to)
    {
        var count = 0;
        for (var i = from; i < to; i++)
        {
            count += log[i].Role == EvidenceRole.User ? 1 : 0;
        }

        return count;
    }
}
