using System.Text.RegularExpressions;
using MemOS.Recall.Words;

namespace MemOS.Recall.Choices;

/// <summary>
/// States what a choice tells of a taste that nobody put into words: what the refused options share and the one that was taken has
/// not is what its speaker avoids.
/// </summary>
/// <remarks>
/// An inference and no more: whoever writes it for people or models says so. It rests on the options, on what was said of them, and on
/// general knowledge of what people avoid (<see cref="AversionTable"/>).
/// </remarks>
internal static partial class ChoiceInference
{
    private const int MostWords = 5;

    // Words that options share because they are options.
    private const string Common =
        "option choice great good popular classic new latest fun best nice perfect amazing wonderful delicious highly offer try visit go enjoy consider take get make use join attend check explore local featuring "
        + "night evening weekend today tonight day week time year morning afternoon one two three four five with lot lots might could would suggest recommend way like also known feature include provide perfect";

    /// <summary>What the speaker seems to avoid, to be read after "avoids"; <see langword="null"/> when the choice does not tell.</summary>
    /// <param name="choice">The message that chooses.</param>
    /// <param name="taken">The option that it takes.</param>
    /// <param name="refused">The other options.</param>
    /// <param name="offer">The message that offers them: what it says before them is what all are about.</param>
    public static string? Avoided(string choice, string taken, IReadOnlyList<string> refused, string offer)
    {
        var said = string.Join(' ', Sentence().Split(choice).Where(static sentence => OfTheOthers().IsMatch(sentence)));
        var domains = ChoiceKind.DomainsOf($"{Introduction(offer, taken, refused)} {choice} {taken} {string.Join(' ', refused)}").Span;
        var kind = ChoiceKind.Of(domains);
        var known = AversionTable.Explain(taken, refused, said, domains, out var isWhole);
        if (Named(said) is { } named)
        {
            return known is not null && AversionTable.IsNamed(known, said) ? Write(known) : $"{kind} {named}";
        }

        if (known is null || !isWhole)
        {
            var shared = Shared(taken, refused, $"{Introduction(offer, taken, refused)} {kind}");
            return shared is not null ? $"{kind} \"{shared}\"" : known is null ? null : Write(known);
        }

        return Write(known);
    }

    private static string Write(Aversion aversion) => aversion.Reason is { } reason ? $"{aversion.What} (perhaps due to {reason})" : aversion.What;

    private static string Introduction(string offer, string taken, IReadOnlyList<string> refused)
    {
        var first = refused.Append(taken).Select(option => offer.IndexOf(option, StringComparison.Ordinal)).Where(static at => at >= 0).DefaultIfEmpty(0).Min();
        return offer[..first];
    }

    // "The other options with silicones don't …", "the minivan options", "too noisy for me".
    private static string? Named(string said)
    {
        foreach (var pattern in (ReadOnlySpan<Regex>)[With(), Of()])
        {
            if (pattern.Match(said) is { Success: true } match && match.Groups[1].Value.Trim() is { Length: > 2 } feature && feature.Split(' ').Length <= MostWords)
            {
                return feature;
            }
        }

        return null;
    }

    // The words in a row that every refused option has, and neither the one that was taken nor the talk before them.
    private static string? Shared(string taken, IReadOnlyList<string> refused, string about)
    {
        if (refused.Count < 2)
        {
            return null;
        }

        var known = WordAnalyzer.Terms($"{taken} {about} {Common}").ToHashSet(StringComparer.Ordinal);
        var rest = refused.Skip(1).Select(static option => WordAnalyzer.Terms(AversionTable.WithoutAbsent(option)).ToHashSet(StringComparer.Ordinal)).ToList();
        var shared = new List<string>();
        foreach (var word in Word().Matches(AversionTable.WithoutAbsent(refused[0])).Select(static match => match.Value))
        {
            var isShared = WordAnalyzer.Terms(word) is [var term, ..] && !known.Contains(term) && rest.TrueForAll(option => option.Contains(term));
            if (isShared)
            {
                shared.Add(Ending().Replace(word, ""));
            }
            else if (shared.Count > 0)
            {
                break;
            }
        }

        return shared.Count is 0 or > MostWords ? null : string.Join(' ', shared).ToLowerInvariant();
    }

    [GeneratedRegex(@"(?<=[.?!])\s+|\n+")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\b(?:others?|options?|choices|ones|too|not|n't|don't|doesn't|isn't|aren't|rather|while|dislike|hate|avoid|pass)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfTheOthers();

    [GeneratedRegex(@"\b(?:options?|ones?|choices?|suggestions?|events?|activities|places)\s+(?:with|involving|containing|featuring|about|that\s+(?:involve|contain|have|include))\s+((?:\w[\w'-]*,?\s+){1,6}?)(?:don't|do|doesn't|didn't|seem|might|may|are|aren't|were|would|could|wouldn't|can|sound|just|feel|aren)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex With();

    [GeneratedRegex(@"\bthe\s+(?!other\b|last\b|first\b)((?:other\s+)?(?:\w[\w'-]*,?\s+){1,5}?)(?:options|ones|suggestions|choices|alternatives)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Of();

    [GeneratedRegex("(?<!^turn)-(?:based|themed|style|rich|infused|derived|containing|focused|related|heavy|free|inspired)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ending();

    [GeneratedRegex(@"\p{L}[\p{L}-]+")]
    private static partial Regex Word();
}
