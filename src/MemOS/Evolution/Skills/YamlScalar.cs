using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace MemOS.Evolution.Skills;

/// <summary>A text as YAML 1.2 writes it (chapters 7.3 and 8.1): plain, in quotes, or as a block, over one line or several.</summary>
internal static partial class YamlScalar
{
    /// <summary>The key of a line and what follows it; <see langword="null"/> for a line without one.</summary>
    public static (string Key, string Value)? KeyOf(string line) =>
        Entry().Match(line) is { Success: true } entry ? (entry.Groups[1].Value.TrimEnd(), entry.Groups[2].Value.Trim() is ['#', ..] ? "" : entry.Groups[2].Value.Trim()) : null;

    /// <summary>Reads a text.</summary>
    /// <param name="lines">What follows the key on its line, and the lines that stand deeper than the key.</param>
    /// <param name="key">The key, for the error.</param>
    /// <exception cref="FormatException">A quote is not closed, or an escape is none.</exception>
    public static string Read(IReadOnlyList<string> lines, string key) => lines[0].TrimStart() switch
    {
        ['|' or '>', ..] => Block(lines[0].TrimStart()[0], lines.Skip(1)),
        ['\'', ..] => (SingleQuoted().Match(Folded(lines)) is { Success: true } text ? text.Groups[1].Value : throw Open(key)).Replace("''", "'", StringComparison.Ordinal),
        ['"', ..] => Unescaped(DoubleQuoted().Match(Folded(lines)) is { Success: true } text ? text.Groups[1].Value : throw Open(key), key),
        _ => Folded([.. lines.Select(static line => Comment().Replace(line, ""))]),
    };

    private static FormatException Open(string key) => new($"The front matter's '{key}' is not a quoted text: its quote is not closed, or something stands behind it.");

    // One line end is a blank, and each empty line is one line end. A line end behind a backslash is nothing.
    private static string Folded(IReadOnlyList<string> lines)
    {
        var text = new StringBuilder(lines[0].Trim());
        var empty = 0;
        foreach (var line in lines.Skip(1).Select(static line => line.Trim()))
        {
            if (line.Length == 0)
            {
                empty++;
                continue;
            }

            if (empty == 0 && IsJoined(text))
            {
                text.Length--;
            }
            else if (text.Length > 0)
            {
                text.Append(empty == 0 ? " " : new string('\n', empty));
            }

            text.Append(line);
            empty = 0;
        }

        return text.ToString();
    }

    private static bool IsJoined(StringBuilder text)
    {
        var slashes = 0;
        while (slashes < text.Length && text[text.Length - 1 - slashes] == '\\')
        {
            slashes++;
        }

        return text.Length > 0 && text[0] == '"' && slashes % 2 == 1;
    }

    private static string Block(char style, IEnumerable<string> lines)
    {
        var block = lines.ToList();
        var depth = block.Where(static line => line.Trim().Length > 0).Select(static line => line.Length - line.TrimStart().Length).DefaultIfEmpty(0).First();
        var bare = block.Select(line => line.Length >= depth ? line[depth..].TrimEnd() : "").ToList();
        return (style == '|' ? string.Join('\n', bare) : Folded(["", .. bare])).Trim();
    }

    private static string Unescaped(string text, string key) => Escape().Replace(text, match => match.Value[1..] switch
    {
        "0" => "\0",
        "a" => "\a",
        "b" => "\b",
        "t" or "\t" => "\t",
        "n" => "\n",
        "v" => "\v",
        "f" => "\f",
        "r" => "\r",
        "e" => "\u001B",
        "N" => "\u0085",
        "_" => "\u00A0",
        "L" => "\u2028",
        "P" => "\u2029",
        [' ' or '"' or '/' or '\\'] same => same,
        ['x' or 'u', .. var digits] when digits.Length > 1 => ((char)int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString(),
        ['U', .. var digits] when digits.Length > 1 && Rune.TryCreate(int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture), out var rune) => rune.ToString(),
        _ => throw new FormatException($"The front matter's '{key}' is not a quoted text: '{match.Value}' is no escape of YAML."),
    });

    // A key, and a value behind a blank; a comment and an entry of a list are neither.
    [GeneratedRegex(@"^\s*([^\s#:'""\-][^#:]*):(?:\s+(.*))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Entry();

    [GeneratedRegex(@"(?:^|\s)#.*$", RegexOptions.CultureInvariant)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^'((?:[^']|'')*)'\s*(?:\s#.*)?$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex SingleQuoted();

    [GeneratedRegex("""^"((?:[^"\\]|\\.)*)"\s*(?:\s#.*)?$""", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex DoubleQuoted();

    [GeneratedRegex(@"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Escape();
}
