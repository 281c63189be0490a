using System.Globalization;
using MemOS.Reading.Rules.English;

namespace MemOS.Reading.Rules;

/// <summary>Reads the age that a birthday tells: "Dad had his 70th yesterday", "we celebrated Mum's eightieth".</summary>
internal static class AgeReader
{
    private static readonly string[] Small = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"];
    private static readonly string[] Tens = ["twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth", "ninetieth", "hundredth"];

    // What may stand behind a birthday told by its number alone: "his second coffee" and "our tenth anniversary" are none.
    private static readonly IReadOnlySet<string> Behind = WordLists.Of("birthday bday yesterday today on in at last this with and by over");

    /// <summary>The age, of the subject or of whom the clause names; <see langword="null"/> when it tells no birthday that has been.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="verb">Its verb.</param>
    /// <param name="subject">The subject that the record gets.</param>
    public static AttributeValue? Read(Clause clause, VerbPhrase verb, string subject)
    {
        if (verb.Negated || verb.Formerly || verb.Tense != Tense.Past || verb.Modal.Length > 0 || verb.Lemma is not ("have" or "celebr" or "celebrat" or "celebrate" or "turn" or "mark" or "throw"))
        {
            return null;
        }

        for (var i = 1; i < clause.Rest.Length && i < 4; i++)
        {
            if (AgeOf(clause.Rest[i].Lower) is not { } age || (i + 1 < clause.Rest.Length && clause.Rest[i + 1].IsWord && !Behind.Contains(clause.Rest[i + 1].Lower)))
            {
                continue;
            }

            var owner = clause.Rest[i - 1];
            if (owner.Lower is "his" or "her" && clause.Subject is SubjectKind.Person or SubjectKind.Possession or SubjectKind.PersonPronoun or SubjectKind.Other || (owner.Lower == "my" && clause.Subject == SubjectKind.Speaker))
            {
                return new(MemoryKind.Event, subject, "age", age);
            }

            // "My mother's eightieth", "Mum's eightieth".
            if (owner.Lower.EndsWith("'s", StringComparison.Ordinal) && clause.Subject == SubjectKind.Speaker && (WordLists.Kin.Contains(owner.Lower[..^2]) || owner.IsCapitalised))
            {
                var name = owner.Text[..^2];
                return new(MemoryKind.Event, WordLists.Kin.Contains(name.ToLowerInvariant()) ? $"{subject}'s {name.ToLowerInvariant()}" : name, "age", age);
            }
        }

        return null;
    }

    /// <summary>The age of whom a birthday without more words is told: "68 today!"; <see langword="null"/> for other words.</summary>
    /// <param name="tokens">The words.</param>
    public static string? ReadToday(Token[] tokens) =>
        tokens is [var years, { Lower: "today" }] && FacetReader.NumberOf(years) is { } age && int.Parse(age, CultureInfo.InvariantCulture) is > 15 and < 110 ? age : null;

    private static string? AgeOf(string word)
    {
        if (word.Length > 2 && char.IsAsciiDigit(word[0]) && word[^2..] is "st" or "nd" or "rd" or "th" && int.TryParse(word[..^2], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number is > 0 and < 120 ? number.ToString(CultureInfo.InvariantCulture) : null;
        }

        var small = Array.IndexOf(Small, word);
        var tens = Array.IndexOf(Tens, word);
        return small >= 0 ? (small + 1).ToString(CultureInfo.InvariantCulture) : tens >= 0 ? ((tens + 2) * 10).ToString(CultureInfo.InvariantCulture) : null;
    }
}
