using System.Text;
using MemOS.Reading.Rules.English;

namespace MemOS.Reading.Rules;

/// <summary>Writes a clause in the third person: names for "I" and "you", verbs that agree, dates behind relative times.</summary>
/// <param name="speaker">Who speaks, as a record names them.</param>
/// <param name="partner">Who is spoken to, where that is one named person.</param>
internal sealed class ThirdPersonWriter(string speaker, string? partner)
{
    /// <summary>The statement as a sentence.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="subject">What replaces the subject; <see langword="null"/> keeps it, rewritten word by word.</param>
    /// <param name="times">The times of the message, for their dates.</param>
    public string Write(Clause clause, string? subject, MessageTimes times)
    {
        var text = new StringBuilder();
        var tokens = clause.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (subject is not null && i == clause.SubjectStart)
            {
                Append(text, subject, true);
                i = AppendVerb(text, clause, i, times);
                if (i >= tokens.Length)
                {
                    break;
                }
            }

            i = AppendWord(text, clause, i, times);
        }

        return Finish(text);
    }

    // The words of a subject phrase alone, such as "Ada's sister".
    public string WritePhrase(ReadOnlySpan<Token> tokens)
    {
        var text = new StringBuilder();
        foreach (var token in tokens)
        {
            Append(text, Replacement(token.Lower) ?? token.Text, token.Spaced);
        }

        return text.ToString();
    }

    private static string Finish(StringBuilder text)
    {
        while (text.Length > 0 && (char.IsWhiteSpace(text[^1]) || text[^1] is ',' or ';' or ':' or '-' || (text[^1] is '"' && text.ToString().IndexOf('"', StringComparison.Ordinal) == text.Length - 1)))
        {
            text.Length--;
        }

        if (text.Length > 0)
        {
            text[0] = char.ToUpperInvariant(text[0]);
            if (text[^1] is not ('.' or '!' or '?'))
            {
                text.Append('.');
            }
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string word, bool spaced)
    {
        // Marks that were left out ("*so*") leave no blank behind; two words always have one between them.
        spaced |= text.Length > 0 && char.IsLetterOrDigit(text[^1]) && char.IsLetterOrDigit(word[0]);
        if (spaced && text.Length > 0 && text[^1] is not ('(' or '"' or '“'))
        {
            text.Append(' ');
        }

        text.Append(word);
    }

    private string? Replacement(string lower) => lower switch
    {
        "i" or "me" or "we" or "us" => speaker,
        "my" or "mine" or "our" or "ours" => speaker + "'s",
        "myself" or "ourselves" => "themselves",
        "you" or "yourself" when partner is not null => partner,
        "your" or "yours" when partner is not null => partner + "'s",
        _ => null,
    };

    // A left-out or replaced subject: its words are passed over and its verb is made to agree.
    private int AppendVerb(StringBuilder text, Clause clause, int i, MessageTimes times)
    {
        var agrees = clause.Subject is SubjectKind.Speaker;
        var next = Math.Max(i, clause.SubjectEnd);
        if (agrees)
        {
            if (clause.SubjectEnd == clause.SubjectStart)
            {
                next = AppendElidedVerb(text, clause, next);
            }
            else
            {
                next = AppendAgreeing(text, clause, next, times);
            }
        }

        return next;
    }

    // "Been working…" is "has been working…", "planning to…" is "is planning to…".
    private static int AppendElidedVerb(StringBuilder text, Clause clause, int i)
    {
        var tokens = clause.Tokens;
        while (i < tokens.Length - 1 && VerbPhrase.IsAdverb(tokens[i].Lower) && tokens[i].Lower != "not")
        {
            Append(text, tokens[i].Lower, true);
            i++;
        }

        var word = tokens[i].Lower;
        if (word == "been")
        {
            Append(text, "has", true);
            Append(text, word, true);
            i++;
        }
        else if (Verbs.IsGerund(word) || word is "not" or "stuck")
        {
            Append(text, "is", true);
            Append(text, word, true);
            i++;
        }
        else if (word is "allergic" or "born" or "based" or "down" or "up")
        {
            Append(text, "is", true);
        }
        else
        {
            Append(text, Verbs.IsPast(word) || Verbs.IsModal(word) ? word : Verbs.ThirdPerson(word), true);
            i++;
        }

        return i;
    }

    private int AppendWord(StringBuilder text, Clause clause, int i, MessageTimes times)
    {
        var tokens = clause.Tokens;
        var token = tokens[i];
        if (token.Kind == TokenKind.LineBreak || token.Lower is "*" or "_" or "`" or "~")
        {
            return i;
        }

        var isSubject = token.Lower is "i" or "we" || (token.Lower == "you" && partner is not null && i + 1 < tokens.Length && (tokens[i + 1].Lower is "are" or "were" or "have" or "do" || Verbs.IsBase(tokens[i + 1].Lower)));
        if (Replacement(token.Lower) is { } name)
        {
            Append(text, name, token.Spaced);
            if (token.Lower == "us" && i > 0 && tokens[i - 1].Lower == "of")
            {
                // "Neither of us", "six of us": one name would not do.
                Append(text, "and theirs", true);
            }

            if (token.Lower is "me" or "us" && i + 1 < tokens.Length && tokens[i + 1].Lower is "i" or "we")
            {
                Append(text, "that", true);
            }

            AppendDate(text, clause, i, times);
            var together = i > 0 && tokens[i - 1].Lower == "and";
            return isSubject && !together ? AppendAgreeing(text, clause, i + 1, times) - 1 : i;
        }

        if (IsCoordinated(clause, i))
        {
            Append(text, Verbs.ThirdPerson(token.Lower), token.Spaced);
        }
        else
        {
            Append(text, i == 0 || !char.IsUpper(token.Text[0]) ? token.Text : token.Text, token.Spaced);
        }

        AppendDate(text, clause, i, times);
        return i;
    }

    // From behind "I": adverbs as they are, then the first verb in the third person. Returns the place of the next word.
    private int AppendAgreeing(StringBuilder text, Clause clause, int i, MessageTimes times)
    {
        var tokens = clause.Tokens;
        while (i < tokens.Length - 1 && tokens[i].IsWord && (VerbPhrase.IsAdverb(tokens[i].Lower) || tokens[i].Lower is "never" or "all" or "both" || (tokens[i].Lower == "no" && tokens[i + 1].Lower == "longer") || (tokens[i].Lower is "last" or "first" or "next" or "ever" && Verbs.IsPast(tokens[i + 1].Lower))))
        {
            if (tokens[i].Lower == "no")
            {
                Append(text, "no", true);
                i++;
            }

            Append(text, tokens[i].Lower, tokens[i].Spaced);
            AppendDate(text, clause, i, times);
            i++;
        }

        if (i >= tokens.Length || !tokens[i].IsWord || Replacement(tokens[i].Lower) is not null)
        {
            return i;
        }

        var word = tokens[i].Lower;
        var keeps = Verbs.IsModal(word) || word is "was" or "had" or "did" or "been" or "retired" or "married" || WordLists.Prepositions.Contains(word) && word is not "like" ||
            (Verbs.IsPast(word) && !IsPresentForm(clause, i)) || Verbs.IsGerund(word);
        Append(text, keeps ? word : Verbs.ThirdPerson(word), true);
        AppendDate(text, clause, i, times);
        return i + 1;
    }

    // Forms that serve both tenses ("read", "put", "cut") are past in a clause with a past time and in most tales.
    private static bool IsPresentForm(Clause clause, int i) =>
        clause.Tokens[i].Lower is "read" or "put" or "set" or "cost" or "let" or "spread" or "found" && clause.Verb?.Tense == Tense.Present && clause.Tokens[i].Lower is "read" && !TokenSpans.ContainsAny(clause.Tokens, PastHints);

    private static readonly IReadOnlySet<string> PastHints = WordLists.Of("yesterday last ago recently just earlier");

    // "I love hiking and hate running": the second verb agrees as well.
    private static bool IsCoordinated(Clause clause, int i)
    {
        var tokens = clause.Tokens;
        if (clause.Subject != SubjectKind.Speaker || clause.Verb is not { Tense: Tense.Present, Progressive: false, Perfect: false, Modal: "", Negated: false } verb || i <= verb.Main + 1 || i + 1 >= tokens.Length ||
            Verbs.IsPast(tokens[verb.Main].Lower) || !(Verbs.IsBase(tokens[i].Lower) || tokens[i].Lower is "have" or "do" or "am"))
        {
            return false;
        }

        var before = i - 1;
        while (before > verb.Main && VerbPhrase.IsAdverb(tokens[before].Lower))
        {
            before--;
        }

        if (tokens[before].Lower is not ("and" or "but" or "or") || TokenSpans.Contains(tokens.AsSpan(verb.Main, before - verb.Main), "to"))
        {
            return false;
        }

        var next = tokens[i + 1].Lower;
        return tokens[i].Lower is "have" or "am" or "prefer" || WordLists.Determiners.Contains(next) || next is "in" or "at" or "as" or "to" or "on" or "for" or "with" or "it" or "me" or "not" || Verbs.IsGerund(next);
    }

    private static void AppendDate(StringBuilder text, Clause clause, int i, MessageTimes times)
    {
        if (times.DateAfter(clause, i) is { } date)
        {
            text.Append(" (").Append(date).Append(')');
        }
    }
}
