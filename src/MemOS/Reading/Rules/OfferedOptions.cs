using System.Text.RegularExpressions;

namespace MemOS.Reading.Rules;

/// <summary>The options that a message offers: in a list, in one sentence, or a sentence each ("How about a walk? Or a swim.").</summary>
internal static partial class OfferedOptions
{
    private const int MostOptions = 8;
    private const int LongestText = 4000;

    /// <summary>The options in their order; empty when there are not at least two.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var offered = text.Length > LongestText ? text[..LongestText] : text;
        var listed = ChoiceReader.Options(offered);
        if (listed.Count < 2)
        {
            listed = Suggestions(offered);
        }

        return listed.Count < 2 ? [] : [.. listed.Take(MostOptions)];
    }

    // A sentence each: "How about A? Maybe B. Or try C."
    private static List<string> Suggestions(string text) =>
        Sentence().Split(text).Select(static sentence => (Sentence: sentence, Lead: Suggestion().Match(sentence)))
            .Where(static pair => pair.Lead.Success)
            .Select(static pair => Clean(pair.Sentence[(pair.Lead.Index + pair.Lead.Length)..]))
            .Where(static option => option.Length > 0)
            .ToList();

    private static string Clean(string part) => part.Trim(' ', ',', ';', ':', '.', '?', '!', '"', '\r', '\n');

    [GeneratedRegex(@"(?<=[.?!])\s+|\n+")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"^\W*(?:(?:we|you)\s+could(?:\s+also)?|how\s+about|what\s+about|maybe|perhaps|or|another\s+(?:option|idea)\s+(?:is|would\s+be)|one\s+(?:option|idea)\s+(?:is|would\s+be)|alternatively,?|there(?:'s|\s+is)\s+also|try|consider)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Suggestion();
}
