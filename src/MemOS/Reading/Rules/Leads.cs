using MemOS.Reading.Rules.English;

namespace MemOS.Reading.Rules;

/// <summary>
/// Knows the words before a colon that only lead over to what is said, so that it is read by itself: "before we start: …", "update on
/// the Skoda: …", "correction, I was looking at last year's sheet: …".
/// </summary>
internal static class Leads
{
    private const int Longest = 12;
    private const int LongestNoun = 7;

    // What is said to follow. A log line begins with some others, such as "warning".
    private static readonly IReadOnlySet<string> Announced = WordLists.Of("update updates news correction reminder psa background context confession clarification development developments recap latest intro plan");
    private static readonly IReadOnlySet<string> Sizes = WordLists.Of("quick small big little short new a an one another latest bit of some the good bad great sad happy brief tiny minor major exciting");

    /// <summary>The place of the colon that ends a lead; -1 where the sentence has none.</summary>
    public static int End(ReadOnlySpan<Token> tokens)
    {
        var colon = TokenSpans.IndexOf(tokens, [":"]);
        if (colon is < 2 or > Longest || colon + 2 >= tokens.Length)
        {
            return -1;
        }

        // "News: …" may head a list or a paste; what follows a lead begins like a sentence.
        var lead = tokens[..colon];
        var start = 0;
        while (start < lead.Length - 1 && (!lead[start].IsWord || Discourse.IsOpener(lead[start].Lower) && !Announced.Contains(lead[start].Lower) && lead[start].Lower is not ("first" or "sorry")))
        {
            start++;
        }

        var words = lead[start..];
        return IsNote(words) || IsBefore(words) || IsFirst(words) || IsNoun(words) || IsSince(words) || IsSlip(words) ? colon : -1;
    }

    // "Put this somewhere safe for me", "note to self": nothing but the order to keep what follows.
    private static bool IsNote(ReadOnlySpan<Token> words)
    {
        if (!(words[0].Lower is "put" or "keep" or "note" or "save" or "store" or "remember" or "jot" or "log" or "file"))
        {
            return false;
        }

        foreach (var token in words[1..])
        {
            if (token.IsWord && !Kept.Contains(token.Lower))
            {
                return false;
            }
        }

        return true;
    }

    private static readonly IReadOnlySet<string> Kept = WordLists.Of("this that it these down somewhere safe for me us later please in mind on record to self away well the following");

    // "Before we start", "before you answer anything".
    private static bool IsBefore(ReadOnlySpan<Token> words) =>
        words is [{ Lower: "before" }, { Lower: "we" or "you" or "i" }, ..] && words.Length <= LongestNoun && !TokenSpans.Contains(words, ",");

    private static bool IsFirst(ReadOnlySpan<Token> words) => words is [{ Lower: "first" }, { Lower: "of" }, { Lower: "all" }] or [{ Lower: "first" }, { Lower: "things" }, { Lower: "first" }];

    // "Update on the Skoda", "a bit of news", "big news since last time".
    private static bool IsNoun(ReadOnlySpan<Token> words)
    {
        var at = 0;
        while (at < words.Length && Sizes.Contains(words[at].Lower))
        {
            at++;
        }

        // "Update on my brother: moved to Bath" tells of him, and of nobody else.
        if (TokenSpans.ContainsAny(words, WordLists.Kin) || TokenSpans.ContainsAny(words, WordLists.Pets) || (at + 2 < words.Length && words[at + 2].IsCapitalised))
        {
            return false;
        }

        return words.Length <= LongestNoun && at < words.Length && Announced.Contains(words[at].Lower) && (at + 1 == words.Length || words[at + 1].Lower is "on" or "about" or "from" or "for" or "since" or "re" or "regarding" or "to");
    }

    private static bool IsSince(ReadOnlySpan<Token> words) => words.Length <= LongestNoun && words is [{ Lower: "since" }, ..] && (TokenSpans.Contains(words, "last") || TokenSpans.Contains(words, "then"));

    // "Sorry, I misread the letter".
    private static bool IsSlip(ReadOnlySpan<Token> words) =>
        words.Length > 2 && (CorrectionSigns.Announces(new(words.ToArray(), '.')) || (words[0].Lower == "correction" && words[1].Lower == ","));
}
