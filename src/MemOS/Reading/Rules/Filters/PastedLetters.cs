using System.Text.RegularExpressions;

namespace MemOS.Reading.Rules.Filters;

/// <summary>Blanks out letters that somebody else wrote: what stands behind the lines of a mail's head, or between two rules that a request points at.</summary>
internal static partial class PastedLetters
{
    private const int ShortestRule = 3;

    private static readonly string[] Heads = ["From:", "To:", "Subject:", "Sent:", "Cc:", "Von:", "Betreff:", "发件人：", "发件人:", "主题：", "主题:"];

    /// <summary>Fills each letter with blanks; line breaks stay, so that places in the text stay what they were.</summary>
    /// <param name="chars">The message.</param>
    /// <returns>Whether there was one.</returns>
    public static bool Blank(char[] chars)
    {
        var lines = LinesOf(chars);
        var found = false;
        for (var i = 0; i < lines.Count; i++)
        {
            // One such line may be anybody's; a mail's head has several, or an address.
            var isHead = IsHead(chars, lines[i]) && ((i + 1 < lines.Count && IsHead(chars, lines[i + 1])) || (i > 0 && IsHead(chars, lines[i - 1])) || chars.AsSpan(lines[i].Start, lines[i].End - lines[i].Start).Contains('@'));
            if (!isHead && !(IsRule(chars, lines[i]) && PointsAhead(chars.AsSpan(0, lines[i].Start))))
            {
                continue;
            }

            // A letter ends with the next rule. One that a head begins may go on to the end; a rule alone begins none.
            var end = lines.FindIndex(i + 1, line => IsRule(chars, line));
            if (end < 0 && !isHead)
            {
                continue;
            }

            end = end < 0 ? lines.Count - 1 : end;
            for (var line = i; line <= end; line++)
            {
                chars.AsSpan(lines[line].Start, lines[line].End - lines[line].Start).Fill(' ');
            }

            i = end;

            found = true;
        }

        return found;
    }

    private static List<(int Start, int End)> LinesOf(char[] chars)
    {
        var lines = new List<(int, int)>();
        for (var start = 0; start <= chars.Length;)
        {
            var end = start == chars.Length ? -1 : Array.IndexOf(chars, '\n', start);
            end = end < 0 ? chars.Length : end;
            lines.Add((start, end));
            start = end + 1;
        }

        return lines;
    }

    private static bool IsHead(char[] chars, (int Start, int End) line)
    {
        var text = chars.AsSpan(line.Start, line.End - line.Start).Trim();
        foreach (var head in Heads)
        {
            if (text.StartsWith(head, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsRule(char[] chars, (int Start, int End) line)
    {
        var text = chars.AsSpan(line.Start, line.End - line.Start).Trim();
        return text.Length >= ShortestRule && text[0] is '-' or '_' or '=' or '*' && text.IndexOfAnyExcept(text[0]) < 0;
    }

    // "Can you answer this politely?", "The draft:".
    private static bool PointsAhead(ReadOnlySpan<char> before) =>
        before.TrimEnd() is { Length: > 0 } text && text[^1] is ':' or '?' or '：' or '？' && Pointing().IsMatch(text[(text.LastIndexOf('\n') + 1)..]);

    [GeneratedRegex(@"\b(?:this|these|below|following|letter|e?mail|text|draft|message|review|paragraph|reply|note)\b|这|以下|下面|邮件|信", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pointing();
}
