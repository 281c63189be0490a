using MemOS.Reading.Rules.English;

namespace MemOS.Reading.Rules;

/// <summary>Cuts a sentence where a new statement with a subject of its own begins.</summary>
internal static class ClauseSplitter
{
    private const int LongestLead = 6;

    public static List<Token[]> Split(ReadOnlySpan<Token> sentence)
    {
        var clauses = new List<Token[]>();
        var start = 0;
        for (var i = 1; i < sentence.Length; i++)
        {
            var next = BreakAt(sentence, start, i);
            if (next >= 0)
            {
                // "Quick update for the plan: …" says nothing by itself.
                if (sentence[i].Lower != ":" || HasFinite(sentence[start..i]))
                {
                    Add(sentence[start..i], clauses);
                }

                start = next;
                i = Math.Max(i, next);
            }
        }

        Add(sentence[start..], clauses);
        return clauses;
    }

    // Where the next clause starts when one ends before token i; -1 when none does.
    private static int BreakAt(ReadOnlySpan<Token> sentence, int start, int i)
    {
        if (IsHardBreak(sentence, i))
        {
            return i + 1;
        }

        // "Funny story: I love running now".
        if (sentence[i].Lower == ":" && i - start <= LongestLead && i + 2 < sentence.Length && (!Verbs.IsBase(sentence[start].Lower) || sentence[start + 1].Lower is "from" or "of" or "on" or "for" || (i - start <= 3 && sentence[start + 1].Lower is "this" or "that" or "it" or "down" or ":")) && !HasFinite(sentence[start..i]) && sentence[i + 1].Lower is "i" or "we" or "my" or "our" or "the" or "it" or "he" or "she" or "they")
        {
            return i + 1;
        }

        // "Rocco has company since Sunday: we've adopted a second dog", "had to shuffle things: my holiday starts on the 14th".
        if (sentence[i].Lower == ":" && i - start > 2 && (HasFinite(sentence[start..i]) || Verbs.IsPast(sentence[start].Lower) || sentence[start].Lower is "remind" or "advise") && Behind(sentence, i) is var told && told + 1 < sentence.Length && sentence[told].Lower is "i" or "we" or "my" or "our" && (!Verbs.IsBase(sentence[start].Lower) || sentence[start].Lower is "remind" or "advise") && !TokenSpans.ContainsAny(sentence[start..i], Quoted))
        {
            return told;
        }

        // "New address for all invites: since last week our office is at 3 Pratt Street".
        if (sentence[i].Lower == ":" && i - start is > 1 and <= LongestLead && sentence[start].Lower == "new" && i + 4 < sentence.Length && sentence[i + 1].Lower is "since" or "from" or "as" && TokenSpans.ContainsAny(sentence[(i + 2)..Math.Min(sentence.Length, i + 6)], Owners))
        {
            return i + 1;
        }

        // "I throw pots (I'm a potter)".
        if (sentence[i].Lower == "(" && i + 3 < sentence.Length && sentence[i + 1].Lower is "i" or "we" && FiniteWithin(sentence, i + 2, 2) && ClosesAtTheEnd(sentence[i..]))
        {
            return i + 1;
        }

        // "I'm her main carer because my brother lives in Toronto": both are told.
        if (sentence[i].Lower == "because" && i + 3 < sentence.Length && sentence[start].Lower is "i" or "we" && !HasDenial(sentence[start..i]) && sentence[i + 1].Lower is "my" or "our" && WordLists.Kin.Contains(sentence[i + 2].Lower) && FiniteWithin(sentence, i + 3, 2) && HasVerb(sentence[start..i]))
        {
            return i + 1;
        }

        var isComma = sentence[i].Lower == ",";

        // "I take sertraline too, is camomile ok with that": what is asked about something else.
        if (isComma && i + 3 < sentence.Length && sentence[i + 1].Lower is "is" or "are" or "can" or "could" or "should" or "would" or "will" or "does" or "do" && sentence[i + 2].Kind == TokenKind.Word && !Verbs.IsBase(sentence[i + 2].Lower) && sentence[start].Lower is "i" or "we" && !TokenSpans.Contains(sentence[start..i], sentence[i + 1].Lower) && HasVerb(sentence[start..i]))
        {
            return i + 1;
        }

        // "There's no wedding any more, Jonas and I broke up".
        if (isComma && i + 4 < sentence.Length && sentence[i + 1].IsCapitalised && sentence[i + 2].Lower == "and" && sentence[i + 3].Lower is "i" or "we" && FiniteWithin(sentence, i + 4, 2) && HasVerb(sentence[start..i]))
        {
            return i + 1;
        }

        var isConjunction = !isComma && sentence[i].Lower is "and" or "but" or "so" or "plus" && (sentence[i - 1].IsWord || (sentence[i - 1].Lower == ")" && sentence[i].Lower == "so"));
        if (!isComma && !isConjunction)
        {
            return -1;
        }

        // "My wife and I live…" has one subject of two people, no clause before the "and".
        if (isConjunction && sentence[i].Lower == "and" && !HasVerb(sentence[start..i]) && !(i - start > 2 && i + 3 < sentence.Length && sentence[i + 1].Lower == "i" && sentence[i + 2].Lower == "am"))
        {
            return -1;
        }

        var clause = isComma ? AfterConjunction(sentence, i + 1) : i + 1;
        return StartsClause(sentence, clause) && !OpensWithSubordinate(sentence[start..i]) && !EndsInVerbOfSaying(sentence[start..i]) ? i + (isComma ? 1 : 0) : -1;
    }

    // What is said in somebody's words, or in a part: no talk of one's own.
    private static readonly IReadOnlySet<string> Quoted = WordLists.Of("says said say saying wrote writes written texted told reads read goes went sang sings lyrics yelled shouted sign signs caption bio motto slogan tagline quote lyric line lines verse chorus title prompt character message letter email");

    private static readonly IReadOnlySet<string> Owners = WordLists.Of("my our i we");

    // What stands behind a colon, without what opens it: "… you helped me read: just so you know I'm not diabetic".
    private static int Behind(ReadOnlySpan<Token> sentence, int colon)
    {
        var at = colon + 1;
        return at < sentence.Length ? at + Discourse.PhraseAt(sentence[at..]) : at;
    }

    private static bool ClosesAtTheEnd(ReadOnlySpan<Token> tokens)
    {
        foreach (var token in tokens[..^1])
        {
            if (token.Lower == ")")
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasDenial(ReadOnlySpan<Token> tokens)
    {
        foreach (var token in tokens)
        {
            if (token.Lower is "not" or "never" or "think" or "believe" or "heard" or "said")
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasFinite(ReadOnlySpan<Token> tokens)
    {
        foreach (var token in tokens)
        {
            if (Verbs.IsBe(token.Lower) || Verbs.IsModal(token.Lower) || token.Lower is "i" or "we" or "you" or "do" or "have" or "has" or "had")
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasVerb(ReadOnlySpan<Token> tokens)
    {
        foreach (var token in tokens)
        {
            if (Verbs.IsFinite(token.Lower) || Verbs.IsBase(token.Lower) || Verbs.IsGerund(token.Lower))
            {
                return true;
            }
        }

        return false;
    }

    private static void Add(ReadOnlySpan<Token> tokens, List<Token[]> clauses)
    {
        var start = 0;
        var end = tokens.Length;
        while (start < end && !tokens[start].IsWord && tokens[start].Lower is not "\"")
        {
            start++;
        }

        var open = tokens[start..end].ToArray().Any(static token => token.Lower == "(");
        while (end > start && !tokens[end - 1].IsWord && (tokens[end - 1].Lower is not (")" or "\"" or "%") || (tokens[end - 1].Lower == ")" && !open)))
        {
            end--;
        }

        // "I work at Netmedia and no, I did not become a shepherd": yes and no belong to what follows.
        end -= end - start > 3 && tokens[end - 1].Lower is "no" or "yes" && tokens[end - 2].Lower is "and" or "but" ? 2 : 0;
        if (end > start)
        {
            clauses.Add(tokens[start..end].ToArray());
        }
    }

    private static bool IsHardBreak(ReadOnlySpan<Token> tokens, int i) =>
        tokens[i].Lower is ";" or "—" or "–" or "…" || (tokens[i].Kind == TokenKind.Punctuation && tokens[i].Lower.StartsWith('-') && tokens[i].Spaced);

    private static int AfterConjunction(ReadOnlySpan<Token> tokens, int i)
    {
        while (i < tokens.Length && tokens[i].Lower is "and" or "but" or "so" or "or" or "yet" or "plus" or "also" or "then")
        {
            i++;
        }

        return i;
    }

    // A pronoun subject, "my sister lives", "Tom moved", a question, or a verb of the speaker's: a clause of its own.
    private static bool StartsClause(ReadOnlySpan<Token> tokens, int i)
    {
        // "…, and on top of that my laptop died".
        i += i < tokens.Length && Discourse.PhraseAt(tokens[i..]) is > 1 and var phrase ? phrase : 0;
        while (i < tokens.Length && tokens[i].IsWord && (VerbPhrase.IsAdverb(tokens[i].Lower) || Discourse.IsOpener(tokens[i].Lower)) && tokens[i].Lower is not ("like" or "pretty" or "kind" or "not" or "all" or "both"))
        {
            i++;
        }

        if (i + 1 >= tokens.Length || !tokens[i].IsWord)
        {
            return false;
        }

        // "…, and last night we lost the final": when it was says nothing of whose it is.
        if (tokens[i].Lower is "last" or "this" or "tonight" or "yesterday" or "today" or "tomorrow" or "next")
        {
            var behind = i + (tokens[i].Lower is "last" or "this" or "next" ? 2 : 1);
            if (behind + 1 < tokens.Length && tokens[behind].Lower is "i" or "we" or "he" or "she" or "it" or "they")
            {
                return true;
            }
        }

        var word = tokens[i].Lower;
        var next = tokens[i + 1].Lower;
        return word switch
        {
            "i" or "we" or "he" or "she" => true,
            "they" or "it" or "that" or "this" or "you" => FiniteWithin(tokens, i + 1, 3) || (word == "they" && Verbs.IsBase(next)),
            "my" or "our" or "his" or "her" or "their" or "the" => FiniteWithin(tokens, i + 2, 4),
            "mine" or "ours" or "hers" or "theirs" => Verbs.IsFinite(next),
            "any" => Asked.Contains(next),
            "hope" or "hoping" => next is "they" or "it" or "that" or "you" or "he" or "she" or "there" or "to" or "the",
            _ when WordLists.Weekdays.Contains(word) && next == "is" => true,
            "which" => i + 3 < tokens.Length && tokens[i + 1].Kind == TokenKind.Word && !Verbs.IsFinite(next) && !WordLists.Empty.Contains(next) && FiniteWithin(tokens, i + 2, 2),
            "what" or "how" or "where" or "why" or "when" or "who" when Asking.Contains(next) => true,
            "what" or "which" when i > 3 && tokens[i - 1].Lower == "," && tokens[0].Lower is "i" or "we" && HasVerb(tokens[..(i - 1)]) && !WordLists.Determiners.Contains(next) && next is not ("i" or "we" or "is" or "are" or "was" or "has" or "means" or "i'm") && !Verbs.IsFinite(next) => true,
            "what" or "how" or "where" or "why" => Verbs.IsBe(next) || Verbs.IsModal(next) || next is "do" or "does" or "did" or "about" or "should",
            "do" or "does" or "did" or "is" or "are" or "can" or "could" or "would" or "will" or "should" => next is "you" or "we" or "i" or "it" or "they" or "that" or "he" or "she" or "not" or "their" or "the" or "this" or "there" or "his" or "her" or "my" or "our",
            _ when next == "is" && tokens[0].Lower is "i" or "we" && i + 3 < tokens.Length && HasVerb(tokens[..(i - 1)]) && tokens[i] is { Kind: TokenKind.Word } && !WordLists.Prepositions.Contains(word) && !WordLists.Empty.Contains(word) && !WordLists.QuestionWords.Contains(word) && !VerbPhrase.IsAdverb(word) && !WordLists.Determiners.Contains(word) && !Verbs.IsBase(word) && tokens[i - 1].Lower == "," => true,
            _ => tokens[i].IsCapitalised && !WordLists.Determiners.Contains(word) && (Verbs.IsBe(next) || next is "has" or "had" || (Verbs.IsPast(next) && !Verbs.IsGerund(next)) || Verbs.IsThirdPerson(next)) || (next is "is" or "are" && (FacetVocabulary.IsNamed(word) || SlotVocabulary.OwnedAttributes.ContainsKey(word) || (i + 2 < tokens.Length && (tokens[i + 2].IsCapitalised || tokens[i + 2].Kind == TokenKind.Number))) && word is not "home" && tokens[i].Kind == TokenKind.Word && !WordLists.Prepositions.Contains(word) && !WordLists.Empty.Contains(word) && !WordLists.QuestionWords.Contains(word) && !VerbPhrase.IsAdverb(word)),
        };
    }

    // "…, any tips for the back?", "…, how many litter boxes do I need?"
    private static readonly IReadOnlySet<string> Asked = WordLists.Of("tips ideas advice suggestions recommendations thoughts recs chance good help idea suggestion advise");
    private static readonly IReadOnlySet<string> Asking = WordLists.Of("many much long often big old far do does did kind sort size colour color type time else");

    private static bool FiniteWithin(ReadOnlySpan<Token> tokens, int from, int count)
    {
        for (var i = from; i < tokens.Length && i < from + count && tokens[i].IsWord; i++)
        {
            if (Verbs.IsFinite(tokens[i].Lower) || (Verbs.IsBase(tokens[i].Lower) && tokens[i - 1].Lower.Length > 4 && tokens[i - 1].Lower.EndsWith('s')))
            {
                return true;
            }

            if (WordLists.Prepositions.Contains(tokens[i].Lower))
            {
                return false;
            }
        }

        return false;
    }

    // "When I was ten, I moved": the first half is no statement of its own. Also "if".
    private static bool OpensWithSubordinate(ReadOnlySpan<Token> tokens)
    {
        // "For context, our backend is …" opens with nothing that hangs on it.
        tokens = tokens.Length > 0 && tokens[0].Lower == "for" ? tokens[Discourse.PhraseAt(tokens)..] : tokens;
        if (TokenSpans.StartsWith(tokens, ["as", "of"]))
        {
            return false;
        }
        foreach (var token in tokens)
        {
            if (token.IsWord && !Discourse.IsOpener(token.Lower) && token.Lower is not ("even" or "just" or "but" or "and"))
            {
                return token.Lower is "when" or "while" or "because" or "since" or "as" or "although" or "though" or "after" or "before" or "if" or "until" or "unless" or "once" or "whenever" or
                    "suppose" or "imagine" or "given" or "due" or "in" or "on" or "at" or "last" or "next" or "during" or "for" or "by" && TokensBeforeVerb(tokens);
            }
        }

        return false;
    }

    // "In May I …, and we …" may be cut after the main clause; "in May, I …" may not be cut before it.
    private static bool TokensBeforeVerb(ReadOnlySpan<Token> tokens)
    {
        var subordinate = false;
        var comma = false;
        foreach (var token in tokens)
        {
            subordinate |= token.Lower is "when" or "while" or "because" or "since" or "as" or "although" or "though" or "after" or "before" or "if" or "until" or "unless" or "once" or "whenever" or "suppose" or "imagine" or "given";

            // "When I write in English, always correct me": the order is the main clause.
            if (comma && token.Lower is "always" or "never" or "please")
            {
                return false;
            }

            comma |= token.Lower == ",";
            if (token.Lower is "i" or "we" && (!subordinate || comma))
            {
                return false;
            }
        }

        return true;
    }

    private static bool EndsInVerbOfSaying(ReadOnlySpan<Token> tokens) => tokens.Length > 0 && tokens[^1].Lower is "think" or "hope" or "know" or "hoping";
}
