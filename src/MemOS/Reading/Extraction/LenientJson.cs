using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace MemOS.Reading.Extraction;

/// <summary>
/// Reads JSON as models write it: with trailing commas, comments, single or typographic quotes, bare keys, Python's constants, and cut
/// off anywhere. What is whole is kept: the complete elements of an array that was cut, the complete members of the object around it.
/// </summary>
/// <remarks>Linear in the text, of bounded depth; never throws for any text.</remarks>
internal ref struct LenientJson
{
    private const int DeepestNesting = 24;

    private readonly ReadOnlySpan<char> text;
    private int at;

    private LenientJson(ReadOnlySpan<char> text, int start)
    {
        this.text = text;
        at = start;
    }

    /// <summary>Reads the value that starts at a place.</summary>
    /// <param name="text">The text around it.</param>
    /// <param name="start">Where an object or array opens.</param>
    /// <param name="end">The place behind what was read.</param>
    /// <param name="isWhole">Whether the value was closed, and not cut off.</param>
    /// <returns>The value; <see langword="null"/> when there is none.</returns>
    public static JsonNode? Read(ReadOnlySpan<char> text, int start, out int end, out bool isWhole)
    {
        var reader = new LenientJson(text, start);
        (var value, isWhole) = reader.Value(0);
        end = Math.Max(reader.at, start + 1);
        return value;
    }

    // The second part tells whether the value was whole.
    private (JsonNode? Value, bool IsWhole) Value(int depth)
    {
        SkipSpace();
        if (at >= text.Length || depth > DeepestNesting)
        {
            at = text.Length;
            return (null, false);
        }

        return text[at] switch
        {
            '{' => Object(depth),
            '[' => Array(depth),
            '"' or '\'' or '“' or '”' => String() is { } read ? (JsonValue.Create(read), true) : (null, false),
            _ => Bare(),
        };
    }

    private (JsonNode?, bool) Object(int depth)
    {
        at++;

        // Models write the names that they were given, and not always as they were given them.
        var members = new JsonObject(new JsonNodeOptions { PropertyNameCaseInsensitive = true });
        while (true)
        {
            SkipSeparators();
            if (at >= text.Length)
            {
                return (members, false);
            }

            if (text[at] is '}' or ']')
            {
                // A bracket of the wrong kind closes what it can.
                at += text[at] == '}' ? 1 : 0;
                return (members, true);
            }

            var key = text[at] is '"' or '\'' or '“' or '”' ? String() : Word();
            SkipSpace();
            if (key is null || at >= text.Length)
            {
                at = key is null ? text.Length : at;
                return (members, false);
            }

            if (text[at] != ':')
            {
                // No key at all: a stray word between members.
                at += key.Length == 0 ? 1 : 0;
                continue;
            }

            at++;
            var (value, isWhole) = Value(depth + 1);
            if (isWhole || value is JsonArray)
            {
                members[key] = value;
            }

            if (!isWhole)
            {
                return (members, false);
            }
        }
    }

    private (JsonNode?, bool) Array(int depth)
    {
        at++;
        var items = new JsonArray();
        while (true)
        {
            SkipSeparators();
            if (at >= text.Length)
            {
                return (items, false);
            }

            if (text[at] is ']' or '}')
            {
                at += text[at] == ']' ? 1 : 0;
                return (items, true);
            }

            var before = at;
            var (value, isWhole) = Value(depth + 1);
            if (!isWhole)
            {
                return (items, false);
            }

            items.Add(value);
            at = at == before ? at + 1 : at;
        }
    }

    private string? String()
    {
        var quote = text[at++];
        var isTypographic = quote is '“' or '”';
        var content = new StringBuilder();
        while (at < text.Length)
        {
            var c = text[at++];
            if (c == quote || (isTypographic && c is '“' or '”' && isTypographic))
            {
                return content.ToString();
            }

            if (c != '\\')
            {
                content.Append(c);
            }
            else if (at < text.Length)
            {
                Escape(content);
            }
        }

        return null;
    }

    private void Escape(StringBuilder content)
    {
        var c = text[at++];
        if (c == 'u' && at + 4 <= text.Length && ushort.TryParse(text.Slice(at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            content.Append((char)code);
            at += 4;
            return;
        }

        content.Append(c switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', _ => c });
    }

    private (JsonNode?, bool) Bare()
    {
        var word = Word();
        if (word.Length == 0)
        {
            // Nothing that could be a value: pass over it, so that reading goes on.
            at++;
            return (null, true);
        }

        // A number or word at the very end may have been longer.
        var isWhole = at < text.Length;
        return word switch
        {
            "true" or "True" => (JsonValue.Create(true), isWhole),
            "false" or "False" => (JsonValue.Create(false), isWhole),
            "null" or "None" => (null, isWhole),
            _ when double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => (JsonValue.Create(number), isWhole),
            _ => (JsonValue.Create(word), isWhole),
        };
    }

    private string Word()
    {
        var start = at;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not (',' or ':' or '{' or '}' or '[' or ']' or '"'))
        {
            at++;
        }

        return text[start..at].ToString();
    }

    private void SkipSeparators()
    {
        SkipSpace();
        while (at < text.Length && text[at] is ',' or ';')
        {
            at++;
            SkipSpace();
        }
    }

    private void SkipSpace()
    {
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
            }
            else if (text[at] == '/' && at + 1 < text.Length && text[at + 1] == '/')
            {
                SkipTo("\n");
            }
            else if (text[at] == '/' && at + 1 < text.Length && text[at + 1] == '*')
            {
                SkipTo("*/");
            }
            else
            {
                return;
            }
        }
    }

    private void SkipTo(string end)
    {
        var found = text[at..].IndexOf(end, StringComparison.Ordinal);
        at = found < 0 ? text.Length : at + found + end.Length;
    }
}
