namespace MemOS.Evidence;

/// <summary>Reads the blocks of a Markdown or plain text: what CommonMark calls ATX headings, fenced code and what blank lines part.</summary>
/// <remarks>See https://spec.commonmark.org/0.31.2/, sections 4.2 and 4.5. A text without any of it is one block a paragraph.</remarks>
internal static class DocumentBlocks
{
    /// <summary>The blocks in order; none is blank.</summary>
    public static IEnumerable<DocumentBlock> Read(string text)
    {
        var lines = new List<string>();
        var fence = "";
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var trimmed = line.Trim();
            if (fence.Length > 0)
            {
                lines.Add(line);
                if (trimmed.Length >= fence.Length && trimmed.All(character => character == fence[0]))
                {
                    fence = "";
                    yield return Take(lines);
                }

                continue;
            }

            var level = LevelOf(line);
            var opens = FenceOf(trimmed);
            if ((trimmed.Length == 0 || level > 0 || opens.Length > 0) && lines.Count > 0)
            {
                yield return Take(lines);
            }

            if (level > 0)
            {
                yield return new(trimmed, level, trimmed.Trim('#').Trim());
            }
            else if (trimmed.Length > 0)
            {
                lines.Add(line);
                fence = opens;
            }
        }

        // A fence that nothing closes runs to the end.
        if (lines.Count > 0)
        {
            yield return Take(lines);
        }
    }

    private static DocumentBlock Take(List<string> lines)
    {
        var block = new DocumentBlock(string.Join('\n', lines).TrimEnd(), 0, "");
        lines.Clear();
        return block;
    }

    private static int LevelOf(string line)
    {
        var start = line.Length - line.TrimStart(' ').Length;
        var level = 0;
        while (start + level < line.Length && line[start + level] == '#')
        {
            level++;
        }

        return start < 4 && level is > 0 and < 7 && start + level < line.Length && line[start + level] is ' ' or '\t' && line.Trim().Trim('#').Trim().Length > 0 ? level : 0;
    }

    private static string FenceOf(string trimmed)
    {
        foreach (var mark in "`~")
        {
            var length = trimmed.Length - trimmed.TrimStart(mark).Length;
            if (length >= 3)
            {
                return new(mark, length);
            }
        }

        return "";
    }
}
