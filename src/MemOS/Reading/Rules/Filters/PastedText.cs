namespace MemOS.Reading.Rules.Filters;

/// <summary>Blanks out what a message holds but its speaker does not say: code, logs, data, diffs, quotations, pasted chats.</summary>
/// <remarks>Blanks take the place of the characters, so that places in the text stay what they were. One pass over the lines.</remarks>
internal static class PastedText
{
    private static readonly string[] CodeStarts =
    [
        "import ", "from ", "def ", "class ", "public ", "private ", "protected ", "internal ", "static ", "void ", "int ", "var ", "let ", "const ", "function ", "return ", "return;", "#include", "#!/", "using ", "namespace ", "package ", "func ", "fn ",
        "SELECT ", "INSERT ", "UPDATE ", "DELETE ", "CREATE ", "ALTER ", "FROM ", "WHERE ", "JOIN ", "if (", "for (", "while (", "else {", "} else", "elif ", "try {", "catch", "print(", "console.", "System.", "//", "/*", "* ", "*/", "@Override", "<?", "<!", "</",
        "$ ", "> ", ">>> ", "PS C:", "C:\\", "diff --git", "index ", "@@ ", "+++ ", "--- ", "Traceback", "File \"", "Caused by", "at java", "at System", "npm ", "pip ", "sudo ", "docker ", "git ", "From:", "To:", "Subject:", "Sent:", "Cc:",
        "async def", "let mut", "impl ", "struct ", "enum ", "type ", "echo ", "export ", "curl ",
    ];

    private static readonly string[] Levels = ["INFO", "WARN", "ERROR", "DEBUG", "TRACE", "FATAL", "CRITICAL", "WARNING"];

    /// <summary>The text with everything pasted turned into blanks.</summary>
    /// <param name="text">The message.</param>
    /// <param name="found">Whether anything was blanked that looks like code, a log or data.</param>
    public static string Blank(string text, out bool found)
    {
        found = false;
        var chars = text.ToCharArray();
        found |= PastedLetters.Blank(chars);
        BlankFences(text, chars, ref found);
        BlankSteps(chars, ref found);
        BlankLines(chars, ref found);
        BlankQuotations(chars);
        return new string(chars);
    }

    // "restore: 214 packages", "compile: …", "test: …": the steps of a tool, with all that stands between them.
    private static void BlankSteps(char[] chars, ref bool found)
    {
        const int Least = 3;
        var (first, end, steps) = (-1, 0, 0);
        for (var start = 0; start < chars.Length;)
        {
            var next = Array.IndexOf(chars, '\n', start);
            next = next < 0 ? chars.Length : next;
            if (IsStep(chars.AsSpan(start, next - start)))
            {
                first = first < 0 ? start : first;
                end = next;
                steps++;
            }

            start = next + 1;
        }

        if (steps >= Least)
        {
            Fill(chars, first, end);
            found = true;
        }
    }

    private static bool IsStep(ReadOnlySpan<char> line)
    {
        const int LongestName = 14;
        var colon = line.IndexOf(':');
        return colon is > 2 and <= LongestName && colon + 2 < line.Length && line[colon + 1] == ' ' && line[..colon].IndexOfAnyExceptInRange('a', 'z') < 0;
    }

    private static void BlankFences(string text, char[] chars, ref bool found)
    {
        foreach (var fence in (ReadOnlySpan<string>)["```", "~~~", "\"\"\""])
        {
            var open = text.IndexOf(fence, StringComparison.Ordinal);
            while (open >= 0)
            {
                var close = text.IndexOf(fence, open + fence.Length, StringComparison.Ordinal);
                var end = close < 0 ? text.Length : close + fence.Length;
                Fill(chars, open, end);
                found = true;
                open = end < text.Length ? text.IndexOf(fence, end, StringComparison.Ordinal) : -1;
            }
        }

        // Inline code of several words is no statement; a single name in backticks stays.
        for (var i = 0; i < chars.Length; i++)
        {
            if (chars[i] == '`')
            {
                var close = Array.IndexOf(chars, '`', i + 1);
                if (close < 0)
                {
                    break;
                }

                if (chars.AsSpan(i + 1, close - i - 1).IndexOfAny(" (=;{") >= 0)
                {
                    Fill(chars, i, close + 1);
                }
                else
                {
                    chars[i] = ' ';
                    chars[close] = ' ';
                }

                i = close;
            }
        }
    }

    private static void BlankLines(char[] chars, ref bool found)
    {
        var start = 0;
        var afterCode = false;
        var speech = new List<(int Start, int End)>();
        while (start < chars.Length)
        {
            var end = Array.IndexOf(chars, '\n', start);
            end = end < 0 ? chars.Length : end;
            var line = chars.AsSpan(start, end - start);
            var trimmed = line.Trim();
            if (trimmed.Length > 0)
            {
                var pasted = IsPasted(line, trimmed, afterCode);
                if (pasted)
                {
                    Fill(chars, start, end);
                    found = true;
                }
                else if (IsChatLine(trimmed))
                {
                    speech.Add((start, end));
                }

                afterCode = pasted;
            }

            start = end + 1;
        }

        // "Bob: …" on several lines is a chat that somebody pasted.
        if (speech.Count > 1)
        {
            foreach (var (from, to) in speech)
            {
                Fill(chars, from, to);
            }

            found = true;
        }
    }

    private static bool IsPasted(ReadOnlySpan<char> line, ReadOnlySpan<char> trimmed, bool afterCode)
    {
        foreach (var start in CodeStarts)
        {
            // "From" and "for" begin English sentences too: code is told by its marks.
            if (trimmed.StartsWith(start, StringComparison.Ordinal) && (IsSureCode(start) || CountMarks(trimmed) >= 2))
            {
                return true;
            }
        }

        var last = trimmed[^1];
        if (last is ';' or '{' or '}' || (last is '[' or ']' && CountMarks(trimmed) > 1) || (trimmed[0] is '{' or '[' or '}' or '<' && CountMarks(trimmed) > 2) || (trimmed[0] is '"' && trimmed.Contains("\":", StringComparison.Ordinal)))
        {
            return CountMarks(trimmed) >= 1;
        }

        if (IsLog(trimmed) || trimmed.Contains("ERR!", StringComparison.Ordinal) || trimmed.StartsWith("error TS", StringComparison.Ordinal) || trimmed.StartsWith("fatal: ", StringComparison.Ordinal) || trimmed.StartsWith("E: ", StringComparison.Ordinal) || trimmed.StartsWith("W: ", StringComparison.Ordinal))
        {
            return true;
        }

        if (trimmed[0] is '+' or '-' && line.Length > 1 && line[1] is not ' ' && CountMarks(trimmed) >= 2)
        {
            return true;
        }

        if (trimmed.StartsWith("at ", StringComparison.Ordinal) && trimmed.Contains('(') && trimmed.Contains('.'))
        {
            return true;
        }

        var indented = line.Length > 4 && line.StartsWith("    ", StringComparison.Ordinal);
        return (afterCode && indented) || (CountMarks(trimmed) * 6 > trimmed.Length && trimmed.Length > 8);
    }

    private static bool IsSureCode(string start) => start is "> " or "$ " or ">>> " or "diff --git" or "@@ " or "+++ " or "#include" or "Traceback" or "File \"" or "#!/" or "//" or "/*" or "Caused by" or "PS C:" or "From:" or "To:" or "Subject:" or "Sent:" or "Cc:" or "console." or "print(" or "@Override";

    private static bool IsLog(ReadOnlySpan<char> line)
    {
        var digits = 0;
        var separators = 0;
        foreach (var c in line[..Math.Min(24, line.Length)])
        {
            digits += char.IsAsciiDigit(c) ? 1 : 0;
            separators += c is ':' or '-' or '/' or 'T' or '.' or '[' or ']' or ',' ? 1 : 0;
        }

        // "[14:28:01] jsmith logged in"
        if (line.Length > 8 && line[0] is '[' && char.IsAsciiDigit(line[1]) && line[..Math.Min(10, line.Length)].IndexOf(']') > 4 && line[..6].Contains(':'))
        {
            return true;
        }

        if (digits >= 8 && separators >= 3 && (char.IsAsciiDigit(line[0]) || line[0] is '['))
        {
            return true;
        }

        foreach (var level in Levels)
        {
            var at = line.IndexOf(level, StringComparison.Ordinal);
            if (at >= 0 && at < 40 && (at + level.Length == line.Length || line[at + level.Length] is ' ' or ':' or ']' or '\t' or '/') && (at == 0 || line[at - 1] is ' ' or '[' or '\t' or '<' or '|'))
            {
                return true;
            }
        }

        return line.Contains("Exception:", StringComparison.Ordinal) || line.Contains("Error:", StringComparison.Ordinal) || line.Contains("exit code", StringComparison.Ordinal);
    }

    private static bool IsChatLine(ReadOnlySpan<char> line)
    {
        var colon = line.IndexOf(':');
        if (colon is < 2 or > 24 || colon + 2 >= line.Length || !char.IsUpper(line[0]) || line[colon + 1] != ' ')
        {
            return false;
        }

        foreach (var c in line[..colon])
        {
            if (!char.IsLetter(c) && c is not ' ' and not '[' and not ']')
            {
                return false;
            }
        }

        return line[..colon].Count(' ') <= 1;
    }

    private static int CountMarks(ReadOnlySpan<char> line)
    {
        var count = 0;
        foreach (var c in line)
        {
            count += c is '{' or '}' or '[' or ']' or '(' or ')' or ';' or '=' or '<' or '>' or '|' or '\\' or '_' or '/' or '#' or '$' or '+' or '&' or '%' ? 1 : 0;
        }

        return count;
    }

    // Long words of others in quotation marks; titles and single words stay.
    private static void BlankQuotations(char[] chars)
    {
        for (var i = 0; i < chars.Length; i++)
        {
            var close = chars[i] switch
            {
                '"' => Array.IndexOf(chars, '"', i + 1),
                '“' => Array.IndexOf(chars, '”', i + 1),
                '«' => Array.IndexOf(chars, '»', i + 1),
                '\'' or '‘' when (i == 0 || char.IsWhiteSpace(chars[i - 1])) && i + 1 < chars.Length && char.IsLetter(chars[i + 1]) => ClosingApostrophe(chars, i + 1),
                _ => -1,
            };
            if (close < 0)
            {
                continue;
            }

            if (IsSpeech(chars.AsSpan(i + 1, close - i - 1)))
            {
                // "…a review: "Never again." How do I answer?": the sentence around the words ends with them.
                var ends = chars[close - 1] is '.' or '!' or '?' && BeginsSentence(chars, close + 1);
                Fill(chars, i, close + 1);
                chars[i] = '"';
                chars[close] = ends ? '.' : chars[close];
            }

            i = close;
        }
    }

    private static bool BeginsSentence(char[] chars, int at)
    {
        while (at < chars.Length && chars[at] == ' ')
        {
            at++;
        }

        return at == chars.Length || char.IsUpper(chars[at]);
    }

    private static int ClosingApostrophe(char[] chars, int from)
    {
        for (var i = from; i < chars.Length && i - from < 300 && chars[i] != '\n'; i++)
        {
            if (chars[i] is '\'' or '’' && (i + 1 == chars.Length || !char.IsLetterOrDigit(chars[i + 1])) && char.IsLetterOrDigit(chars[i - 1]) is var afterLetter && (afterLetter || chars[i - 1] is '.' or '!' or '?' or ','))
            {
                return chars[i - 1] is 's' or 'n' ? LaterApostrophe(chars, i) : i;
            }
        }

        return -1;
    }

    // "'the boys' room'": an apostrophe after an s may be a possessive; a later mark decides.
    private static int LaterApostrophe(char[] chars, int at)
    {
        for (var i = at + 1; i < chars.Length && i - at < 80 && chars[i] != '\n'; i++)
        {
            if (chars[i] is '\'' or '’' && (i + 1 == chars.Length || !char.IsLetterOrDigit(chars[i + 1])))
            {
                return i;
            }
        }

        return at;
    }

    private static bool IsSpeech(ReadOnlySpan<char> quoted)
    {
        var words = 0;
        var first = false;
        foreach (var range in quoted.Split(' '))
        {
            var word = quoted[range].Trim(",.!?");
            if (word.Length > 0)
            {
                words++;
                first |= word is "I" or "my" or "My" or "we" or "We" or "me" or "I'm" or "I’m" or "I'll" or "I've" or "you" or "You" || word.StartsWith("I'", StringComparison.Ordinal);
            }
        }

        return words > 6 || (first && words > 1);
    }

    private static void Fill(char[] chars, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (chars[i] != '\n')
            {
                chars[i] = ' ';
            }
        }
    }
}
