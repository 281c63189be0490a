using MemOS.Evolution.Skills;

namespace MemOS.Evolution.Induction.Requests;

/// <summary>Says what a parameter of a request is, without a value that may be somebody's.</summary>
internal static class RequestParameter
{
    private const int MostWords = 3;

    // A name never follows one of these, and is never one.
    private static readonly HashSet<string> Articles = new(StringComparer.OrdinalIgnoreCase) { "a", "an", "the", "this", "that", "these", "those", "some", "any" };

    /// <summary>The name of a parameter of a kind.</summary>
    public static string NameOf(RequestPart part) => part.ToString().ToLowerInvariant();

    /// <summary>Describes a parameter by its kind and the words around it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="slot">Where it stands.</param>
    /// <param name="words">The frame's words; empty where one is not to be shown.</param>
    /// <param name="requests">The requests.</param>
    public static InstructionParameter Make(string name, RequestSlot slot, IReadOnlyList<string> words, IReadOnlyList<string> requests) => new()
    {
        Name = name,
        Description = $"{KindOf(slot.Part)}{Around(" after", [.. words.Take(slot.Gap).Where(word => word.Length > 0).TakeLast(MostWords)])}{Around(" before", [.. words.Skip(slot.Gap).Where(word => word.Length > 0).Take(MostWords)])}.",
        Example = ExampleOf(slot, requests),
    };

    private static string KindOf(RequestPart part) => part switch
    {
        RequestPart.Name => "A name",
        RequestPart.Number => "A number",
        RequestPart.Code => "An identifier",
        RequestPart.Date => "A date or time",
        RequestPart.Quote => "Words in quotation marks",
        RequestPart.Address => "An address of the web or of mail",
        _ => "What the request is about",
    };

    private static string Around(string where, IReadOnlyList<string> words) =>
        words.Count > 0 ? $"{where} “{string.Join(' ', words)}”" : "";

    // Examples of values are made up: what a person said for one is theirs. A topic is shown as it was said where it cannot be a name.
    private static string ExampleOf(RequestSlot slot, IReadOnlyList<string> requests) => slot.Part switch
    {
        RequestPart.Name => "Alex",
        RequestPart.Number => "42",
        RequestPart.Code => "AB-12",
        RequestPart.Date => "2030-01-31",
        RequestPart.Quote => "“some words”",
        RequestPart.Address => "someone@example.org",
        _ => slot.Spans.Select((span, number) => Shown(requests[number], span)).OfType<string>().FirstOrDefault() ?? "something",
    };

    private static string? Shown(string request, (int Start, int End) span)
    {
        var value = request[span.Start..span.End];
        var first = Articles.Contains(value.Split(' ')[0]) ? value.Split(' ')[0] : request[..span.Start].TrimEnd().Split(' ')[^1];
        return Articles.Contains(first) && value.All(letter => char.IsLower(letter) || letter is ' ' or '-') && SkillLesson.Line(request).Contains(value, StringComparison.Ordinal) ? value : null;
    }
}
