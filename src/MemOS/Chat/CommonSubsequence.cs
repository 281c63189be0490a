using MemOS.Evidence;

namespace MemOS.Chat;

/// <summary>The longest common subsequence of a log and incoming messages, by the textbook table; the latest lines of the log win ties.</summary>
internal static class CommonSubsequence
{
    /// <summary>The pairs in order. Only the last <paramref name="limit"/> of each side are compared.</summary>
    public static IReadOnlyList<(int Log, int Incoming)> Of(IReadOnlyList<LogEntry> log, IReadOnlyList<MessageKey> incoming, int limit)
    {
        var logStart = Math.Max(0, log.Count - limit);
        var incomingStart = Math.Max(0, incoming.Count - limit);
        var rows = incoming.Count - incomingStart;
        var columns = log.Count - logStart;
        var width = columns + 1;
        var table = new ushort[(rows + 1) * width];
        for (var i = rows - 1; i >= 0; i--)
        {
            for (var j = columns - 1; j >= 0; j--)
            {
                table[(i * width) + j] = incoming[incomingStart + i].Is(log[logStart + j])
                    ? (ushort)(table[((i + 1) * width) + j + 1] + 1)
                    : Math.Max(table[((i + 1) * width) + j], table[(i * width) + j + 1]);
            }
        }

        var pairs = new List<(int, int)>(table[0]);
        for (int i = 0, j = 0; i < rows && j < columns && table[(i * width) + j] > 0;)
        {
            if (table[(i * width) + j + 1] == table[(i * width) + j])
            {
                j++;
            }
            else if (incoming[incomingStart + i].Is(log[logStart + j]))
            {
                pairs.Add((logStart + j++, incomingStart + i++));
            }
            else
            {
                i++;
            }
        }

        return pairs;
    }
}
