using MemOS.Reading.Rules.English;

namespace MemOS.Reading.Rules;

/// <summary>Puts a noun for "them" or "it" behind a verb: "no dishes with mushrooms, I can't stand them".</summary>
internal static class ObjectReferences
{
    private const int LongestNoun = 3;

    /// <summary>The clause with the last noun phrase of the clause before it in place of its object.</summary>
    public static Clause Resolve(Clause clause, Token[] before)
    {
        if (clause.Verb is not { } verb || verb.Main + 1 >= clause.Tokens.Length || clause.Tokens[verb.Main + 1].Lower is not ("them" or "it" or "that" or "those"))
        {
            return clause;
        }

        var end = before.Length;
        while (end > 0 && (!before[end - 1].IsWord || Discourse.IsOpener(before[end - 1].Lower)))
        {
            end--;
        }

        var start = end;
        while (start > 0 && end - start < LongestNoun && before[start - 1].IsWord && !WordLists.Prepositions.Contains(before[start - 1].Lower) && !WordLists.Determiners.Contains(before[start - 1].Lower) && !Verbs.IsBase(before[start - 1].Lower))
        {
            start--;
        }

        return start == end || WordLists.Empty.Contains(before[end - 1].Lower) ? clause : clause with { Tokens = [.. clause.Tokens[..(verb.Main + 1)], .. before[start..end], .. clause.Tokens[(verb.Main + 2)..]] };
    }
}
