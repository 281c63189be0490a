using MemOS.Reading.Rules.English;

namespace MemOS.Reading.Rules;

/// <summary>Parts "I live in Berlin and work as a barista" in two, where both halves fill an attribute or state a preference of their own.</summary>
internal static class CoordinationSplitter
{
    private static readonly Token Self = new("I", "i", 0, 0, TokenKind.Word, false);

    /// <summary>The two halves; <see langword="null"/> when the clause is better kept whole.</summary>
    public static (Clause First, Clause Second)? Split(Clause clause)
    {
        if (clause.Subject != SubjectKind.Speaker || clause.Verb is not { Modal: "", Tense: not Tense.Future } verb || clause.SubjectEnd == clause.SubjectStart)
        {
            return null;
        }

        for (var i = verb.Main + 2; i + 1 < clause.Tokens.Length; i++)
        {
            if (clause.Tokens[i].Lower is not ("and" or "but"))
            {
                continue;
            }

            var start = i + 1;
            while (start < clause.Tokens.Length - 1 && VerbPhrase.IsAdverb(clause.Tokens[start].Lower))
            {
                start++;
            }

            var word = clause.Tokens[start].Lower;
            var fits = verb.Tense == Tense.Past ? Verbs.IsPast(word) : Verbs.IsBase(word) || word is "have" or "am" or "do";
            if (!fits || Second(clause, i + 1) is not { Verb: not null } second || !States(second))
            {
                continue;
            }

            var end = clause.Tokens[i - 1].Lower == "," ? i - 1 : i;
            var first = clause with { Tokens = clause.Tokens[..end], IsLast = false };
            return States(first) ? (first, second) : null;
        }

        return null;
    }

    private static Clause? Second(Clause clause, int start)
    {
        Token[] tokens = [Self with { Start = clause.Tokens[start].Start, End = clause.Tokens[start].Start }, .. clause.Tokens[start..]];
        return ClauseAnalyzer.Analyze(tokens, clause.InQuestion, clause.IsLast, []);
    }

    private static bool States(Clause clause) =>
        clause.Verb is { } verb && (AttributeReader.Read(clause, verb, "user") is { Slot: not null } || PreferenceReader.Read(clause, verb) is { Topic.Length: > 0 });
}
