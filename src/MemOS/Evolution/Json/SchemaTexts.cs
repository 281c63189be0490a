using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace MemOS.Evolution.Json;

/// <summary>The limits that a JSON schema sets to a text.</summary>
/// <remarks>Formats are read as tools read them, rather widely than narrowly. Threat note: a pattern comes from a tool, so it gets little time.</remarks>
internal static class SchemaTexts
{
    private static readonly TimeSpan PatternTime = TimeSpan.FromMilliseconds(100);

    /// <summary>What does not fit, in words; <see langword="null"/> when it fits.</summary>
    public static string? FirstProblem(JsonElement schema, string text)
    {
        var length = text.EnumerateRunes().Count();
        return SchemaNumbers.Limit(schema, "minLength") is { } least && length < least ? $"must have at least {SchemaNumbers.Shown(schema, "minLength")} characters"
            : SchemaNumbers.Limit(schema, "maxLength") is { } most && length > most ? $"must have at most {SchemaNumbers.Shown(schema, "maxLength")} characters"
            : Text(schema, "pattern") is { } pattern && !Matches(pattern, text) ? $"must match the pattern {pattern}"
            : Text(schema, "format") is { } format && ExampleUnlessFits(format, text) is { } example ? $"must be of the format {format}, such as {example}"
            : null;
    }

    private static string? ExampleUnlessFits(string format, string text)
    {
        var (fits, example) = format switch
        {
            "date-time" => (text.Length > 10 && IsDate(text[..10]) && IsTime(text), "2026-03-02T09:30:00Z"),
            "date" => (IsDate(text), "2026-03-02"),
            "time" => (IsTime("2026-03-02T" + text), "09:30:00"),
            "uuid" => (Guid.TryParse(text, out _), "3f2504e0-4f89-11d3-9a0c-0305e82c3301"),
            "email" => (text.IndexOf('@', StringComparison.Ordinal) is var at && at > 0 && at < text.Length - 1 && !text.Any(char.IsWhiteSpace), "ada@example.org"),
            "uri" => (Uri.TryCreate(text, UriKind.Absolute, out _), "https://example.org/a"),
            _ => (true, ""),
        };
        return fits ? null : example;
    }

    private static bool IsDate(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsTime(string text) => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);

    private static bool Matches(string pattern, string text)
    {
        try
        {
            return Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, PatternTime);
        }
        catch (Exception error) when (error is ArgumentException or RegexMatchTimeoutException)
        {
            // Another dialect, or too slow: the tool checks.
            return true;
        }
    }

    private static string? Text(JsonElement schema, string keyword) =>
        schema.TryGetProperty(keyword, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
