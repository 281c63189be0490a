using System.Globalization;
using System.Text.Json.Nodes;

namespace MemOS.Reading.Extraction;

/// <summary>One statement as a model wrote it: typed and bounded, but not yet believed.</summary>
internal sealed record ExtractedItem
{
    private const int LongestText = 1000;
    private const int LongestName = 128;
    private const int MostEntities = 16;
    private const int MostNumbers = 16;

    public required MemoryKind Kind { get; init; }

    public required string Text { get; init; }

    public required IReadOnlyList<int> Sources { get; init; }

    public string Subject { get; init; } = "";

    public IReadOnlyList<string> Entities { get; init; } = [];

    public string EventTime { get; init; } = "";

    public string Attribute { get; init; } = "";

    public string Value { get; init; } = "";

    public string Topic { get; init; } = "";

    public Polarity Polarity { get; init; }

    public bool IsExplicit { get; init; } = true;

    public double Confidence { get; init; }

    public int Repeats { get; init; }

    public IReadOnlyList<int> Replaces { get; init; } = [];

    /// <summary>Whether an item has the members of a statement, whatever they hold: what has not is an answer to another question.</summary>
    public static bool HasForm(JsonObject item) => item.ContainsKey("text") && (item.ContainsKey("sources") || item.ContainsKey("source"));

    /// <summary>Reads a statement; <see langword="null"/> when it has no usable text or names no source.</summary>
    public static ExtractedItem? Of(JsonObject item)
    {
        var text = Line(item["text"], LongestText + 1);
        var sources = Numbers(item["sources"] ?? item["source"]);
        if (text.Length is 0 or > LongestText || sources.Count == 0 || !text.Any(char.IsLetterOrDigit))
        {
            return null;
        }

        return new()
        {
            Kind = KindOf(Line(item["kind"] ?? item["type"], LongestName)),
            Text = text,
            Sources = sources,
            Subject = Line(item["subject"], LongestName),
            Entities = [.. (item["entities"] as JsonArray ?? []).Select(entity => Line(entity, LongestName)).Where(entity => entity.Length > 0).Distinct(StringComparer.Ordinal).Take(MostEntities)],
            EventTime = Line(item["event_time"], LongestName),
            Attribute = Line(item["attribute"], LongestName),
            Value = Line(item["value"], LongestName),
            Topic = Line(item["topic"], LongestName),
            Polarity = Line(item["polarity"], LongestName).ToLowerInvariant() switch { "positive" => Polarity.Positive, "negative" => Polarity.Negative, _ => Polarity.None },
            IsExplicit = item["explicit"] is not JsonValue flag || !flag.TryGetValue<bool>(out var isExplicit) || isExplicit,
            Confidence = ConfidenceOf(item["confidence"]),
            Repeats = Numbers(item["repeats"]).FirstOrDefault(),
            Replaces = Numbers(item["replaces"]),
        };
    }

    private static MemoryKind KindOf(string kind) => kind.ToLowerInvariant() switch
    {
        var name when name.Contains("preference", StringComparison.Ordinal) => MemoryKind.Preference,
        var name when name.Contains("event", StringComparison.Ordinal) => MemoryKind.Event,
        var name when name.Contains("instruction", StringComparison.Ordinal) => MemoryKind.Instruction,
        var name when name.Contains("profile", StringComparison.Ordinal) => MemoryKind.Profile,
        _ => MemoryKind.Fact,
    };

    // A text on one line, without control and format characters (but the joiners that scripts and emoji need) and broken pairs, so that it can be stored, shown and compared.
    private static string Line(JsonNode? node, int longest)
    {
        if (node is not JsonValue value || value.GetValueKind() is not (System.Text.Json.JsonValueKind.String or System.Text.Json.JsonValueKind.Number))
        {
            return "";
        }

        var raw = value.TryGetValue<string>(out var text) ? text : value.TryGetValue<double>(out var number) ? number.ToString(CultureInfo.InvariantCulture) : "";
        var line = new System.Text.StringBuilder(Math.Min(raw.Length, longest));
        foreach (var rune in raw.EnumerateRunes())
        {
            if (line.Length > longest)
            {
                break;
            }

            var isBlank = System.Text.Rune.IsWhiteSpace(rune) || System.Text.Rune.IsControl(rune);
            if (rune == System.Text.Rune.ReplacementChar || (System.Text.Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format && rune.Value is not (0x200C or 0x200D)) || (isBlank && (line.Length == 0 || line[^1] == ' ')))
            {
                continue;
            }

            line.Append(isBlank ? " " : rune.ToString());
        }

        return line.ToString().TrimEnd();
    }

    private static double ConfidenceOf(JsonNode? node)
    {
        var value = node is JsonValue number && number.TryGetValue<double>(out var given) ? given : double.TryParse(Line(node, 16), NumberStyles.Float, CultureInfo.InvariantCulture, out var written) ? written : 0.7;
        return Math.Clamp(value is > 1 and <= 100 ? value / 100 : value, 0.05, 0.99);
    }

    private static List<int> Numbers(JsonNode? node) => node switch
    {
        JsonArray array => [.. array.SelectMany(Numbers).Distinct().Take(MostNumbers)],
        JsonValue value when value.TryGetValue<double>(out var number) && number is >= 1 and <= 1_000_000 && number == Math.Floor(number) => [(int)number],
        JsonValue value when value.TryGetValue<string>(out var text) && int.TryParse(text.Trim('[', ']', '#', ' '), NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) && parsed > 0 => [parsed],
        _ => [],
    };
}
