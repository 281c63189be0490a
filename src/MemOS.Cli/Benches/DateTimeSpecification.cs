using System.Globalization;
using System.Text.Json;

namespace MemOS.Cli.Benches;

/// <summary>Reads specifications in the format of Recognizers-Text: input, reference and expected results.</summary>
internal static class DateTimeSpecification
{
    /// <summary>Reads an array of cases, or an object whose <c>cases</c> is one.</summary>
    /// <exception cref="JsonException">The stream is not JSON.</exception>
    /// <exception cref="KeyNotFoundException">A case lacks a member.</exception>
    public static IReadOnlyList<DateTimeCase> Read(Stream file)
    {
        using var document = JsonDocument.Parse(file);
        var cases = document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.GetProperty("cases") : document.RootElement;
        return [.. cases.EnumerateArray().Select(ReadCase)];
    }

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
            values.Add(DateTimeScorer.Print(point, Text(value, "start"), Text(value, "end")));
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
