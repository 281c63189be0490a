using MemOS.Reading.Rules.English;

namespace MemOS.Reading.Rules;

/// <summary>Puts a noun for "them" or "it" behind a verb: "no dishes with mushrooms, I can't stand them".</summary>
internal static class ObjectReferences
{
    private const int LongestNoun = 3;
    private const int Reach = 5;

    // Words that end a clause behind its last noun: "leave the chickpeas out".
    private static readonly IReadOnlySet<string> Trailing = WordLists.Of("out off away aside in up over please pls though too either then anymore today tonight tomorrow yesterday now again instead for me us altogether completely entirely also");

    // Questions that put a thing before somebody: "Do you like jazz?", "Shall I add olives?", "How about a curry?".
    private static readonly string[][] Offers =
    [
        .. "do you like|do you enjoy|do you eat|do you drink|do you use|do you want|do you play|do you watch|have you tried|would you like|shall i add|should i add|shall i include|should i include|shall i use|should i use|shall i put in|how about|what about|are you into|can i add|could i add|want me to add|do you fancy|have you seen|have you read|have you watched|have you been to|shall we watch|shall we try"
            .Split('|').Select(words => words.Split(' ')),
    ];

    /// <summary>The clause with the last noun phrase of the clause before it in place of its object.</summary>
    public static Clause Resolve(Clause clause, Token[] before)
    {
        if (clause.Verb is not { } verb || verb.Main + 1 >= clause.Tokens.Length || clause.Tokens[verb.Main + 1].Lower is not ("them" or "it" or "that" or "those"))
        {
            return clause;
        }

        return LastNoun(before) is { Length: > 0 } noun ? Put(clause, verb.Main + 1, noun) : clause;
    }

    /// <summary>A taste whose object is only a pronoun ("I can't stand them", "I'm allergic to it"), with what was named before; the clause as it is where it is none.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="before">The sentence before it.</param>
    public static Clause ResolveTaste(Clause clause, Token[] before) =>
        Allergic(clause) && ThingOf(before) is { Length: > 0 } thing ? clause with { Tokens = [.. clause.Tokens, clause.Tokens[^1].Reworded("to"), .. thing] }
        : PronounOf(clause) is { } at && LastNoun(before) is { Length: > 0 } noun ? Put(clause, at, noun) : clause;

    /// <summary>The same with what the message before asked about or offered.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="question">The text of the message before.</param>
    public static Clause ResolveOffered(Clause clause, string question)
    {
        if (PronounOf(clause) is not { } at || question.LastIndexOf('?') is var mark && mark < 0)
        {
            return clause;
        }

        var sentences = SentenceSplitter.Split(Tokenizer.Tokenize(question[..(mark + 1)]));
        var asked = sentences.Count == 0 ? [] : sentences[^1].Tokens;
        foreach (var offer in Offers)
        {
            if (TokenSpans.IndexOf(asked, offer) is var start && start >= 0 && start < 4 && !TokenSpans.Contains(asked, "or") && LastNoun(asked[(start + offer.Length)..]) is { Length: > 0 } noun)
            {
                return Put(clause, at, noun);
            }
        }

        return clause;
    }

    /// <summary>The clause with the name of who was spoken of for "him", "her" and "his" behind the verb; <see langword="null"/> when nobody fits.</summary>
    /// <param name="clause">A clause about the speaker.</param>
    /// <param name="person">Who was spoken of last.</param>
    public static Clause? NamePerson(Clause clause, Referent? person)
    {
        // Of a boss or a friend the pronoun tells whether it is a man or a woman.
        var open = person is { Gender: '?' } && person.Text.Contains("'s ", StringComparison.Ordinal);
        if (!(open || person is { Gender: 'm' or 'f' }) || clause.Verb is not { } verb)
        {
            return null;
        }

        for (var i = verb.Main + 1; i < clause.Tokens.Length; i++)
        {
            var token = clause.Tokens[i];
            if (token.IsCapitalised || WordLists.Kin.Contains(token.Lower) || WordLists.Pets.Contains(token.Lower))
            {
                // Somebody else comes between.
                return null;
            }

            var fits = open ? token.Lower is "him" or "his" or "her" : person!.Gender == 'm' ? token.Lower is "him" or "his" : token.Lower is "her";
            if (fits)
            {
                var owns = token.Lower == "his" || (token.Lower == "her" && i + 1 < clause.Tokens.Length && clause.Tokens[i + 1] is { IsWord: true } next && !WordLists.Prepositions.Contains(next.Lower) && !WordLists.Determiners.Contains(next.Lower) && !VerbPhrase.IsAdverb(next.Lower) && !Trailing.Contains(next.Lower) && !WordLists.Empty.Contains(next.Lower));
                return clause with { Tokens = [.. clause.Tokens[..i], token.Reworded(person!.Text + (owns ? "'s" : "")), .. clause.Tokens[(i + 1)..]] };
            }
        }

        return null;
    }

    // "No hazelnuts, I'm allergic": to what was spoken of.
    private static bool Allergic(Clause clause) => clause is { Subject: SubjectKind.Speaker, Verb.Negated: false, Tokens: [.., { Lower: "allergic" }] };

    // What is kept out or left off, where that is told; else the last thing.
    private static Token[] ThingOf(Token[] before)
    {
        var start = Array.FindIndex(before, token => token.Lower is "no" or "without" or "keep" or "skip" or "leave" or "hold" or "avoid" or "eat" or "has" or "contains");
        if (start < 0 || start + 1 >= before.Length)
        {
            return LastNoun(before);
        }

        start += WordLists.Determiners.Contains(before[start + 1].Lower) ? 2 : 1;
        var end = start;
        while (end < before.Length && end - start < LongestNoun && before[end].IsWord && !WordLists.Prepositions.Contains(before[end].Lower) && !Trailing.Contains(before[end].Lower))
        {
            end++;
        }

        return before[start..end];
    }

    // Where a taste of the speaker's has a pronoun for its object, and nothing behind that tells more.
    private static int? PronounOf(Clause clause)
    {
        // "How about Paddington?", "I've seen it four times".
        if (clause is { Subject: SubjectKind.Speaker, Verb: { Tense: Tense.Past, Lemma: "see" or "watch" or "read" or "tri" or "try" or "visit" or "eat" or "play" or "hear" } done } && done.Main + 1 < clause.Tokens.Length && clause.Tokens[done.Main + 1].Lower is "it" or "them" && clause.SubjectEnd > clause.SubjectStart)
        {
            return done.Main + 1;
        }

        if (clause.Subject != SubjectKind.Speaker || clause.Verb is not { } verb || clause.SubjectEnd == clause.SubjectStart || PreferenceReader.Read(clause, verb) is not { Topic.Length: 0 })
        {
            return null;
        }

        for (var i = verb.Main + 1; i < clause.Tokens.Length && i <= verb.Main + Reach; i++)
        {
            if (clause.Tokens[i].Lower is "them" or "it" or "that" or "those" or "these" or "one")
            {
                return i + 1 == clause.Tokens.Length || Array.TrueForAll(clause.Tokens[(i + 1)..], token => !token.IsWord || VerbPhrase.IsAdverb(token.Lower) || Trailing.Contains(token.Lower) || token.Lower is "at" or "all" or "much" or "more" or "any") ? i : null;
            }
        }

        return null;
    }

    private static Token[] LastNoun(Token[] before)
    {
        var end = before.Length;
        while (end > 0 && (!before[end - 1].IsWord || Discourse.IsOpener(before[end - 1].Lower) || Trailing.Contains(before[end - 1].Lower)))
        {
            end--;
        }

        var start = end;
        while (start > 0 && end - start < LongestNoun && before[start - 1].IsWord && !WordLists.Prepositions.Contains(before[start - 1].Lower) && !WordLists.Determiners.Contains(before[start - 1].Lower) && !Verbs.IsBase(before[start - 1].Lower) && !WordLists.QuestionWords.Contains(before[start - 1].Lower))
        {
            start--;
        }

        // "Three times a week. I prefer it": how often is no thing to like.
        return start == end || Spans.Contains(before[end - 1].Lower) || WordLists.Weekdays.Contains(before[end - 1].Lower) || WordLists.Empty.Contains(before[end - 1].Lower) || Verbs.IsFinite(before[start].Lower) && end - start == 1 ? [] : before[start..end];
    }

    private static readonly IReadOnlySet<string> Spans = WordLists.Of("day days week weeks month months year years hour hours minute minutes morning mornings evening evenings night nights weekend weekends times time");

    private static Clause Put(Clause clause, int at, Token[] noun) => clause with { Tokens = [.. clause.Tokens[..at], .. noun, .. clause.Tokens[(at + 1)..]] };
}
