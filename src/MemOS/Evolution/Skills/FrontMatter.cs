using System.Text;
using System.Text.Json;

namespace MemOS.Evolution.Skills;

/// <summary>The front matter of a SKILL.md: top-level text entries in the part of YAML that is needed for them.</summary>
/// <remarks>
/// Written as double-quoted scalars, whose escapes are those of JSON. Read: plain, single- and double-quoted scalars and
/// folded or literal blocks, and of nested entries those one level down, as <c>outer.inner</c>. No YAML library: the engine reads
/// three keys.
/// </remarks>
internal static class FrontMatter
{
    private const string Fence = "---";

    public static string Write(IEnumerable<KeyValuePair<string, string>> entries)
    {
        var text = new StringBuilder(Fence).Append('\n');
        var open = "";
        foreach (var (key, value) in entries)
        {
            var (outer, inner) = key.Split('.') is [var first, var second] ? (first, second) : ("", key);
            if (outer != open && outer.Length > 0)
            {
                text.Append(outer).Append(":\n");
            }

            open = outer;
            text.Append(outer.Length > 0 ? "  " : "").Append(inner).Append(": \"").Append(JsonEncodedText.Encode(value)).Append("\"\n");
        }

        return text.Append(Fence).Append('\n').ToString();
    }

    public static (IReadOnlyDictionary<string, string> Entries, string Body) Read(string markdown)
    {
        var entries = new Dictionary<string, string>(StringComparer.Ordinal);
        var lines = markdown.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        if (lines[0].TrimEnd() != Fence || Array.FindIndex(lines, 1, line => line.TrimEnd() == Fence) is var end && end < 0)
        {
            return (entries, markdown);
        }

        var outer = "";
        for (var i = 1; i < end; i++)
        {
            var colon = lines[i].IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || lines[i].TrimStart()[0] is '#' or '-' || (char.IsWhiteSpace(lines[i][0]) && outer.Length == 0))
            {
                continue;
            }

            var key = lines[i][..colon].Trim();
            var value = lines[i][(colon + 1)..].Trim();
            if (char.IsWhiteSpace(lines[i][0]))
            {
                if (value is ['"', ..] && (value[^1] != '"' || value.Contains('\\', StringComparison.Ordinal)))
                {
                    // Another agent's text over several lines, or with escapes of YAML alone; nothing of ours is written so.
                    continue;
                }

                key = $"{outer}.{key}";
            }
            else
            {
                outer = value.Length == 0 ? key : "";
            }

            if (value.Length > 0 && value[0] is '|' or '>')
            {
                var block = lines[(i + 1)..end].TakeWhile(line => line.Length == 0 || char.IsWhiteSpace(line[0])).Select(line => line.Trim()).ToList();
                i += block.Count;
                value = string.Join(value[0] == '|' ? '\n' : ' ', block).Trim();
            }

            entries[key] = Unquoted(value, key);
        }

        return (entries, string.Join('\n', lines[(end + 1)..]));
    }

    private static string Unquoted(string value, string key)
    {
        if (value.Length >= 2 && value[0] == '\'' && value[^1] == '\'')
        {
            return value[1..^1].Replace("''", "'", StringComparison.Ordinal);
        }

        if (value.Length < 2 || value[0] != '"')
        {
            return value;
        }

        try
        {
            using var document = JsonDocument.Parse(value);
            return document.RootElement.GetString() ?? "";
        }
        catch (JsonException ex)
        {
            throw new FormatException($"The front matter's '{key}' is not a quoted text: {ex.Message}", ex);
        }
    }
}
