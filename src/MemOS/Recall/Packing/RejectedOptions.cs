using System.Text.RegularExpressions;
using MemOS.Reading.Rules;
using MemOS.Recall.Choices;
using MemOS.Recall.Words;

namespace MemOS.Recall.Packing;

/// <summary>
/// What somebody did not take: "I'll go with the second one" tells a taste only beside what else was to be had.
/// </summary>
internal static partial class RejectedOptions
{
    private const int LongestOption = 90;
    private const double Told = 0.6;

    // To turn down as many at once tells a strong taste.
    private const int Many = 3;

    /// <summary>The options of the message before that a choice left, for people to read; <see langword="null"/> when no choice among any can be seen.</summary>
    /// <param name="choice">The message that chooses.</param>
    /// <param name="offer">The message before it.</param>
    public static string? Describe(string choice, string offer)
    {
        if (!Cue().IsMatch(choice) || OfferedOptions.Of(offer) is not { Count: > 1 } options || Taken(choice, options) is not { } taken)
        {
            return null;
        }

        // What the message repeats of the others needs no second telling.
        var said = WordAnalyzer.Terms(choice).ToHashSet(StringComparer.Ordinal);
        var left = options.Where((option, i) => i != taken && Share(option, said) < Told).Select(Shorten).Where(static option => option.Length > 0).ToList();
        var isRefusal = Distaste().IsMatch(choice);
        var others = left.Count == 0 ? null : $"{(isRefusal ? "did not want" : "prefers it to")}: {string.Join("; ", left)}";
        List<string> refused = [.. options.Where((_, i) => i != taken)];
        var inferred = ChoiceInference.Avoided(choice, options[taken], refused, offer) is { } avoided
            ? $"inferred: {(isRefusal ? $"a {(refused.Count < Many ? "" : "strong ")}preference, dislikes or avoids" : "seems to avoid")} {avoided}"
            : null;
        return others is null && inferred is null ? null : $"[{string.Join("; ", new[] { inferred, others }.OfType<string>())}]";
    }

    // The option of the number that is named, else the one of whose own words most are said where nothing is turned down.
    private static int? Taken(string choice, IReadOnlyList<string> options)
    {
        var sentences = Sentence().Split(choice);
        foreach (var sentence in sentences)
        {
            var number = ChoiceReader.NumberIn(Tokenizer.Tokenize(sentence).ToArray(), out _, out _);
            if (number != 0)
            {
                var index = number < 0 ? options.Count - 1 : number - 1;
                return index < options.Count ? index : null;
            }
        }

        var terms = options.Select(static option => WordAnalyzer.Terms(option).ToHashSet(StringComparer.Ordinal)).ToList();
        var positive = string.Join(' ', sentences.Where(static sentence => !Distaste().IsMatch(sentence)));
        var said = WordAnalyzer.Terms(positive.Length > 0 ? positive : choice).Distinct(StringComparer.Ordinal).Where(term => terms.Count(option => option.Contains(term)) == 1).ToList();
        var own = terms.ConvertAll(option => said.Count(option.Contains));
        var most = own.Max();
        return most > 0 ? own.IndexOf(most) : null;
    }

    private static double Share(string option, HashSet<string> said)
    {
        var terms = WordAnalyzer.Terms(option).Distinct(StringComparer.Ordinal).ToList();
        return terms.Count == 0 ? 0 : (double)terms.Count(said.Contains) / terms.Count;
    }

    private static string Shorten(string option)
    {
        var text = Offering().Replace(option, "");
        if (text.Length <= LongestOption)
        {
            return text;
        }

        var cut = text.LastIndexOf(' ', LongestOption);
        return text[..(cut > 0 ? cut : LongestOption)].TrimEnd(',', ';', ' ') + "…";
    }

    [GeneratedRegex(@"\b(?:options?|others?|choices?|rest|instead|rather|prefer|going|go\s+(?:with|for)|let's|pick|choose|chose|sounds?|seems?|looks?|i'll|i\s+will|i\s+think|i'd|i\s+would)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Cue();

    [GeneratedRegex(@"\b(?:(?:do|does|did|is|are|would|could)(?:n't|\s+not)\b|not\s+(?:really|quite|my|for\s+me|a\s+fan|into|interested)|too\s+\w+|dislikes?|hates?|avoid\w*|irritat\w+|(?:might|may)\s+(?:not|cause)|out\s+of\s+the\s+question|pass\s+on|rather\s+not|can't\s+stand|aren't|isn't|wouldn't|less\s+appealing|gimmicky|boring|uncomfortable|overwhelming)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Distaste();

    [GeneratedRegex(@"^\W*(?:(?:alternatively|perhaps|or),?\s+)?(?:(?:you|we)\s+(?:could|can|might|should)(?:\s+(?:also|definitely|really))?(?:\s+(?:enjoy|like|try|consider|do))?|let's|i(?:'d|\s+would|\s+can)\s+(?:suggest|recommend)(?:\s+(?:trying|checking\s+out|getting))?|how\s+about|what\s+about|maybe|consider|there(?:'s|\s+(?:is|are))(?:\s+also)?)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Offering();

    [GeneratedRegex(@"(?<=[.?!])\s+|\n+")]
    private static partial Regex Sentence();
}
