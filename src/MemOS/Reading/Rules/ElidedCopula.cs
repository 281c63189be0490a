namespace MemOS.Reading.Rules;

/// <summary>Puts "I am" before tastes that are told without it: "not a fan of olives", "huge fan of jazz", "not big on parties".</summary>
internal static class ElidedCopula
{
    private const int LongestLead = 4;

    private static readonly IReadOnlySet<string> Degrees = English.WordLists.Of("a an the much really big huge massive great particularly especially exactly too very all that so super terribly overly always personally still just");

    private static readonly (string First, string Second)[] Tastes =
        [("fan", "of"), ("big", "on"), ("keen", "on"), ("fond", "of"), ("crazy", "about"), ("wild", "about"), ("mad", "about"), ("much", "of")];

    /// <summary>The words with their subject and copula; the same words where they need none.</summary>
    /// <param name="words">A clause without its openers.</param>
    public static Token[] Complete(Token[] words)
    {
        var denied = words[0].Lower is "not" or "never";
        var at = denied ? 1 : 0;
        while (at < words.Length && at <= LongestLead && Degrees.Contains(words[at].Lower) && !IsTaste(words, at))
        {
            at++;
        }

        // "Into jazz" alone may be anything; "big fan of" needs its "big", or it may be a heading.
        if (!IsTaste(words, at) && !(denied && at + 1 < words.Length && words[at].Lower == "into") || !(denied || (at > 0 && words[at].Lower == "fan")))
        {
            return words;
        }

        var subject = words[0] with { Text = "I", Lower = "i", End = words[0].Start };
        List<Token> complete = [subject, subject.Reworded("am") with { Spaced = true }, words[0] with { Text = words[0].Lower, Spaced = true }, .. words[1..]];
        if (!denied && words[0].Lower is not ("a" or "an" or "the" or "still" or "always"))
        {
            complete.Insert(2, subject.Reworded("a") with { Spaced = true });
        }

        return [.. complete];
    }

    private static bool IsTaste(Token[] words, int at) => at + 2 < words.Length && Array.Exists(Tastes, taste => words[at].Lower == taste.First && words[at + 1].Lower == taste.Second);
}
