using System.Globalization;
using MemOS.Reading.Rules.English;

namespace MemOS.Reading.Rules;

/// <summary>Takes apart how people introduce themselves in one breath: "I'm Dev, 20, second-year at Purdue" tells a name, an age and what one is.</summary>
internal static class Introductions
{
    private const int LongestName = 2;

    /// <summary>The sentences that the words stand for; the words as they are where they introduce nobody.</summary>
    public static IEnumerable<Token[]> Split(Token[] words)
    {
        var start = Array.FindIndex(words, static token => token.Lower == "i");
        if (start is < 0 or > 3 || start + 4 >= words.Length || words[start + 1].Lower != "am" || !words[..start].All(static token => !token.IsWord || Discourse.IsOpener(token.Lower)))
        {
            return [words];
        }

        // "I'm Mateus, backend developer from Porto", "I'm Colin from Leeds".
        if (Described(words, start) is { } described)
        {
            return described;
        }

        var comma = Array.FindIndex(words, start + 2, static token => token.Lower == ",");
        var age = comma + 1;
        if (comma < 0 || comma - start - 2 is 0 or > LongestName || age >= words.Length || !words[(start + 2)..comma].All(static token => token.IsCapitalised) || !int.TryParse(words[age].Text, NumberStyles.None, CultureInfo.InvariantCulture, out var years) || years is < 4 or > 110)
        {
            return [words];
        }

        var end = age + 1;
        end += end + 1 < words.Length && words[end].Lower is "years" or "yrs" && words[end + 1].Lower == "old" ? 2 : end < words.Length && words[end].Lower is "yo" or "y/o" ? 1 : 0;
        Token[] self = words[start..(start + 2)];
        return end == words.Length ? [words[start..comma], [.. self, words[age]]]
            : words[end].Lower is "," && end + 1 < words.Length ? [words[start..comma], [.. self, words[age]], Rest(self, words[(end + 1)..])]
            : words[end].Lower is "and" or "from" or "in" ? [words[start..comma], [.. self, words[age]], Rest(self, words[end..])]
            : [words];
    }

    private static readonly IReadOnlySet<string> Departments = WordLists.Of("accounting accounts sales marketing hr it finance support engineering legal operations payroll purchasing reception security facilities");

    private static Token[][]? Described(Token[] words, int start)
    {
        const int LongestTrade = 4;
        var end = start + 2;
        while (end < words.Length && end - start - 2 < LongestName && words[end] is { IsCapitalised: true, Kind: TokenKind.Word, Text.Length: > 1 })
        {
            end++;
        }

        if (end == start + 2 || end + 1 >= words.Length || !GivenNames.IsOne(words[start + 2]) && !(words[end].Lower == "," && end + 2 < words.Length))
        {
            return null;
        }

        Token[] self = words[start..(start + 2)];
        if (words[end].Lower == "from" && GivenNames.IsOne(words[start + 2]) && words[end + 1].IsCapitalised && !Departments.Contains(words[end + 1].Lower))
        {
            return [words[start..end], [.. self, .. words[end..]]];
        }

        if (words[end].Lower != ",")
        {
            return null;
        }

        var from = end + 1;
        var trade = Array.FindIndex(words, from, Math.Min(LongestTrade, words.Length - from), static token => WordClasses.IsJob(token.Lower));
        if (trade < 0 || words[from..trade].Any(static token => !token.IsWord || token.Lower is "once" or "former" or "formerly" or "ex" or "not" or "the" || token.Lower.EndsWith("'s", StringComparison.Ordinal) || Verbs.IsFinite(token.Lower) || WordLists.Prepositions.Contains(token.Lower)) || (trade + 1 < words.Length && words[trade + 1].IsWord && Verbs.IsFinite(words[trade + 1].Lower)))
        {
            return null;
        }

        Token[] article = WordLists.Determiners.Contains(words[from].Lower) ? [] : [words[from].Reworded("aeiou".Contains(words[from].Lower[0], StringComparison.Ordinal) ? "an" : "a") with { Spaced = true }];
        return [words[start..end], [.. self, .. article, .. words[from..]]];
    }

    // "…, a nurse from Cork", "…, and I live in Cork", "…, studying law".
    private static Token[] Rest(Token[] self, Token[] rest) =>
        rest[0].Lower is "a" or "an" or "from" or "at" or "living" or "working" or "studying" or "based" or "born" ? [.. self, .. rest] : rest;
}
