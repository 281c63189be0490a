using MemOS.Reading.Rules.English;

namespace MemOS.Reading.Rules;

/// <summary>
/// Reads what, or who, something of the speaker's is: "the supervisor is Prof Adeyemi", "our dashboards are Vue", "the Pixel is my
/// daily phone". The noun names the slot; which nouns there are is open.
/// </summary>
internal static class IdentityReader
{
    private const string Suffix = " is";

    // Of these one has several, or the name is theirs and not the place they fill.
    private static readonly IReadOnlySet<string> Many = WordLists.Of(
        "friend friends brother sister son daughter kid child baby cousin aunt uncle niece nephew mom mum dad mother father grandma grandpa colleague neighbor neighbour thing one problem question issue point answer reason way dream part idea plan day time name birthday favorite favourite weekend week today tomorrow everything truth");

    private static readonly IReadOnlySet<string> Primary = WordLists.Of("daily main current new primary go-to usual regular default");

    /// <summary>Whether a slot was named by a noun that no table knows.</summary>
    public static bool IsOpen(string slot) => slot.EndsWith(Suffix, StringComparison.Ordinal);

    /// <summary>Whether a noun tells what somebody is to another who has one of them: "his teacher".</summary>
    public static bool IsRole(string noun) => noun is "boss" or "manager" or "doctor" or "dentist" or "therapist" or "coach" or "teacher" or "mentor";

    /// <summary>The slot that the noun names, with the name or number that fills it; <see langword="null"/> when the clause equates nothing.</summary>
    /// <param name="clause">The clause; its subject is a thing.</param>
    /// <param name="verb">Its verb.</param>
    /// <param name="owner">Whose thing it is.</param>
    /// <param name="head">The subject's noun.</param>
    public static AttributeValue? Read(Clause clause, VerbPhrase verb, string owner, string head)
    {
        if (verb is not { Lemma: "be", Negated: false, Formerly: false, Modal: "" } || clause.Rest.Length == 0 || clause.Tokens[verb.Main].Lower is "was" or "were" or "been")
        {
            return null;
        }

        var rest = clause.Rest;
        var at = verb.Main + 1;
        while (rest.Length > 1 && (VerbPhrase.IsAdverb(rest[0].Lower) || rest[0].Lower is "now" or "the"))
        {
            rest = rest[1..];
            at++;
        }

        // "The Pixel is my daily phone".
        if (rest is [{ Lower: "my" or "our" }, var adjective, var noun, ..] && Primary.Contains(adjective.Lower) && noun.IsWord)
        {
            return new(MemoryKind.Fact, owner, noun.Lower + Suffix, string.Join(' ', clause.Tokens[clause.SubjectStart..clause.SubjectEnd].Select(token => token.Lower)));
        }

        var words = clause.Tokens.AsSpan(clause.SubjectStart, clause.SubjectEnd - clause.SubjectStart);
        if (words.Length > 4 || Many.Contains(head) || FacetVocabulary.IsNamed(head) || WordLists.Pets.Contains(head) || head.Length < 3 || char.IsUpper(words[^1].Text[0]) || WordLists.Occasions.Contains(head))
        {
            return null;
        }

        var isName = rest[0].IsCapitalised && clause.Tokens[verb.Main].Lower == "is" && rest[0].Lower is not "i";
        var isNumber = FacetReader.NumberOf(rest[0]) is not null && clause.Tokens[verb.Main].Lower == "is" && rest[0].Lower != "one";
        var modified = string.Join(' ', words.ToArray().Where(token => token.Lower is not ("my" or "our" or "the" or "new" or "current" or "own" or "usual" or "whole") && !token.Lower.EndsWith("'s", StringComparison.Ordinal)).Select(token => token.Lower));
        return isName || isNumber || (WordClasses.Technology(rest[0].Lower) is not null && rest[0].IsCapitalised)
            ? new(MemoryKind.Fact, owner, (modified.Length > 0 ? modified : head) + Suffix, PhrasePattern.Value(clause.Tokens, at)) : null;
    }
}
