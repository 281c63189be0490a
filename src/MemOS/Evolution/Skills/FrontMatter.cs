using System.Text;
using System.Text.Json;

namespace MemOS.Evolution.Skills;

/// <summary>The front matter of a SKILL.md: top-level text entries in the part of YAML that is needed for them.</summary>
/// <remarks>
/// Written as double-quoted scalars, whose escapes are those of JSON. Read: scalars of any style, see <see cref="YamlScalar"/>,
/// and of nested entries those one level down, as <c>outer.inner</c>. No YAML library: the engine reads three keys.
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

    /// <summary>The entries and what stands below them; no entries where the text has no front matter.</summary>
    /// <exception cref="FormatException">An entry is no text; the message names it.</exception>
    public static (IReadOnlyDictionary<string, string> Entries, string Body) Read(string markdown)
    {
        var lines = markdown.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        if (lines[0].TrimEnd() != Fence || Array.FindIndex(lines, 1, line => line.TrimEnd() == Fence) is var end && end < 0)
        {
            return (new Dictionary<string, string>(), markdown);
        }

        var entries = new Dictionary<string, string>(StringComparer.Ordinal);
        ReadEntries(lines[1..end], "", entries);
        return (entries, string.Join('\n', lines[(end + 1)..]));
    }

    // Entries of one depth: what stands deeper than its key belongs to the entry.
    private static void ReadEntries(IReadOnlyList<string> lines, string prefix, Dictionary<string, string> entries)
    {
        // What stands at another depth than the first entry belongs to a list, or to a line that is none.
        int? level = null;
        for (var i = 0; i < lines.Count; i++)
        {
            if (YamlScalar.KeyOf(lines[i]) is not var (key, value) || Depth(lines[i]) is var depth && depth != (level ??= depth))
            {
                continue;
            }

            var inside = lines.Skip(i + 1).TakeWhile(line => line.Trim().Length == 0 || Depth(line) > depth).ToList();
            i += inside.Count;
            if (value.Length > 0 || !inside.Exists(line => YamlScalar.KeyOf(line) is not null))
            {
                entries[prefix + key] = YamlScalar.Read(value.Length > 0 || inside.Count == 0 ? [value, .. inside] : inside, prefix + key);
            }
            else if (prefix.Length == 0)
            {
                ReadEntries(inside, $"{key}.", entries);
            }
        }
    }

    private static int Depth(string line) => line.Length - line.TrimStart().Length;
}
