using MemOS.Reading.Rules.English;

namespace MemOS.Reading.Rules;

/// <summary>Names in a clause: runs of capitalised words that are no sentence beginning.</summary>
internal static class EntityFinder
{
    private const int Most = 8;

    public static IReadOnlyList<string> Find(Clause clause, string speaker)
    {
        List<string>? found = null;
        var tokens = clause.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (!IsName(tokens, i))
            {
                continue;
            }

            var end = i + 1;
            while (end < tokens.Length && (IsName(tokens, end) || (tokens[end].Lower is "of" or "de" or "the" or "&" && end + 1 < tokens.Length && IsName(tokens, end + 1) && tokens[end].Lower != "the")))
            {
                end++;
            }

            var name = string.Join(' ', tokens[i..end].Select(token => token.Text.EndsWith("'s", StringComparison.Ordinal) ? token.Text[..^2] : token.Text));
            found ??= [];
            if (name != speaker && found.Count < Most && !found.Contains(name))
            {
                found.Add(name);
            }

            i = end;
        }

        return found ?? (IReadOnlyList<string>)[];
    }

    private static bool IsName(Token[] tokens, int i)
    {
        var token = tokens[i];
        if (!token.IsCapitalised || token.Lower is "i" || WordLists.Weekdays.Contains(token.Lower) || WordLists.Months.Contains(token.Lower))
        {
            return false;
        }

        return i > 0
            ? !WordLists.Determiners.Contains(token.Lower) && !WordLists.Prepositions.Contains(token.Lower)
            : !WordLists.Determiners.Contains(token.Lower) && !WordLists.Prepositions.Contains(token.Lower) && !WordLists.Adverbs.Contains(token.Lower) && !WordLists.Empty.Contains(token.Lower) && !Verbs.IsFinite(token.Lower) && !Verbs.IsGerund(token.Lower) && !Verbs.IsBase(token.Lower);
    }
}
