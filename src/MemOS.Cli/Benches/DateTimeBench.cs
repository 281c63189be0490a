using System.Globalization;
using System.Text.Json;
using MemOS.Time;

namespace MemOS.Cli.Benches;

/// <summary>Measures <see cref="TimeRecognizer"/> on a file in the format of the Recognizers-Text specifications.</summary>
/// <remarks>
/// F1 over (span, set of values) of dates, date ranges, date-times and date-time ranges. An input that expects nothing counts what
/// is found in it as false. Expected mentions of other types, or with a value that is "not resolved", are left out and counted;
/// what is found across their span is left out too.
/// </remarks>
internal static class DateTimeBench
{
    private static readonly string[] Types = ["date", "daterange", "datetime", "datetimerange"];

    /// <summary>Reads a specification: an array of cases, or an object whose <c>cases</c> is one.</summary>
    /// <exception cref="JsonException">The file is not such JSON.</exception>
    public static IReadOnlyList<DateTimeCase> Read(Stream file)
    {
        using var document = JsonDocument.Parse(file);
        var cases = document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.GetProperty("cases") : document.RootElement;
        return [.. cases.EnumerateArray().Select(ReadCase)];
    }

    /// <summary>Runs every case and scores it.</summary>
    public static DateTimeScore Run(IEnumerable<DateTimeCase> cases)
    {
        var score = new DateTimeScore();
        foreach (var item in cases)
        {
            Score(item, TimeRecognizer.Recognize(item.Input, item.Reference), score);
        }

        return score;
    }

    /// <summary>Adds one case to a score.</summary>
    public static void Score(DateTimeCase item, IReadOnlyList<TimeMention> mentions, DateTimeScore score)
    {
        score.Cases++;
        score.EmptyCases += item.Results.Count == 0 ? 1 : 0;
        var expected = item.Results.Where(IsScored).ToList();
        var leftOut = item.Results.Where(result => !IsScored(result)).ToList();
        score.LeftOutTypes += leftOut.Count(result => !Types.Contains(result.Type));
        score.LeftOutUnresolved += leftOut.Count(result => Types.Contains(result.Type));
        var found = mentions
            .Where(mention => TypeOf(mention) is not null && mention.Values.Count > 0)
            .Where(mention => !leftOut.Exists(result => mention.Start <= result.End && result.Start < mention.Start + mention.Length))
            .ToList();
        score.FoundInEmpty += item.Results.Count == 0 ? found.Count : 0;
        foreach (var result in expected)
        {
            score.Of(result.Type).Expected++;
            score.Total.Expected++;
        }

        var correct = 0;
        foreach (var mention in found)
        {
            var type = TypeOf(mention)!;
            score.Of(type).Found++;
            score.Total.Found++;
            if (expected.Find(result => Matches(result, mention)) is { } match)
            {
                expected.Remove(match);
                score.Of(match.Type).Correct++;
                score.Total.Correct++;
                correct++;
            }
        }

        score.Details.Add(new(item.Input, item.Reference, expected.Count == 0 && correct == found.Count, [.. item.Results.Select(Describe)], [.. mentions.Select(Describe)]));
    }

    /// <summary>One value as text: a point, or "start..end" with an open end left empty.</summary>
    public static string Print(string? value, string? start, string? end) => value ?? $"{start}..{end}";

    /// <summary>The result as one JSON object with the keys <c>cases, f1, precision, recall, by_type, left_out, false_positives</c>.</summary>
    public static void Write(DateTimeScore score, Stream output, bool indented = false)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = indented });
        json.WriteStartObject();
        json.WriteNumber("cases", score.Cases);
        WriteTally(json, score.Total);
        json.WriteStartObject("by_type");
        foreach (var (type, tally) in score.ByType)
        {
            json.WriteStartObject(type);
            WriteTally(json, tally);
            json.WriteNumber("expected", tally.Expected);
            json.WriteNumber("found", tally.Found);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartObject("left_out");
        json.WriteNumber("not_resolved", score.LeftOutUnresolved);
        json.WriteNumber("other_types", score.LeftOutTypes);
        json.WriteEndObject();
        json.WriteStartObject("false_positives");
        json.WriteNumber("inputs", score.EmptyCases);
        json.WriteNumber("found", score.FoundInEmpty);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Every case with what was expected and found, as JSON lines.</summary>
    public static void WriteDetails(DateTimeScore score, TextWriter output)
    {
        using var buffer = new MemoryStream();
        foreach (var detail in score.Details)
        {
            buffer.SetLength(0);
            using (var json = new Utf8JsonWriter(buffer))
            {
                json.WriteStartObject();
                json.WriteString("input", detail.Input);
                json.WriteString("reference", detail.Reference.ToString("s", CultureInfo.InvariantCulture));
                json.WriteBoolean("correct", detail.Correct);
                WriteList(json, "expected", detail.Expected);
                WriteList(json, "found", detail.Found);
                json.WriteEndObject();
            }

            output.WriteLine(System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
        }
    }

    private static void WriteList(Utf8JsonWriter json, string name, IReadOnlyList<string> items)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStringValue(item);
        }

        json.WriteEndArray();
    }

    private static void WriteTally(Utf8JsonWriter json, DateTimeTally tally)
    {
        json.WriteNumber("f1", Math.Round(tally.F1, 4));
        json.WriteNumber("precision", Math.Round(tally.Precision, 4));
        json.WriteNumber("recall", Math.Round(tally.Recall, 4));
    }

    private static bool IsScored(DateTimeExpectation result) => Types.Contains(result.Type) && result.Values is not null;

    private static bool Matches(DateTimeExpectation result, TimeMention mention) =>
        result.Start == mention.Start && result.End == mention.Start + mention.Length - 1 && result.Values!.SetEquals(Values(mention));

    private static IEnumerable<string> Values(TimeMention mention) => mention.Values.Select(value => Print(value.Value, value.Start, value.End));

    private static string? TypeOf(TimeMention mention) => mention.Kind switch
    {
        TimeMentionKind.Date => "date",
        TimeMentionKind.DateRange => "daterange",
        TimeMentionKind.DateTime => "datetime",
        TimeMentionKind.DateTimeRange => "datetimerange",
        _ => null,
    };

    private static string Describe(DateTimeExpectation result) =>
        $"{result.Start}-{result.End} {result.Type} {(result.Values is null ? "not resolved" : string.Join(" | ", result.Values))}";

    private static string Describe(TimeMention mention) =>
        $"{mention.Start}-{mention.Start + mention.Length - 1} {(TypeOf(mention) ?? mention.Kind.ToString())} '{mention.Text}' {string.Join(" | ", Values(mention))}";

    private static DateTimeCase ReadCase(JsonElement element) => new(
        element.GetProperty("input").GetString() ?? string.Empty,
        DateTime.Parse(element.GetProperty("reference").GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
        [.. element.GetProperty("results").EnumerateArray().Select(ReadResult)]);

    private static DateTimeExpectation ReadResult(JsonElement element)
    {
        var values = new HashSet<string>(StringComparer.Ordinal);
        var resolved = true;
        foreach (var value in element.TryGetProperty("values", out var list) ? list.EnumerateArray() : default)
        {
            var point = Text(value, "value");
            resolved &= point != "not resolved";
            values.Add(Print(point, Text(value, "start"), Text(value, "end")));
        }

        return new(
            element.GetProperty("start").GetInt32(),
            element.GetProperty("end").GetInt32(),
            element.GetProperty("type").GetString() ?? string.Empty,
            resolved && values.Count > 0 ? values : null);
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
