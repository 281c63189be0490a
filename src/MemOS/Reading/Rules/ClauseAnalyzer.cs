using MemOS.Reading.Rules.English;

namespace MemOS.Reading.Rules;

/// <summary>Finds the subject and the verb of a clause, after taking off what opens it and says nothing.</summary>
internal static class ClauseAnalyzer
{
    private const int LongestSubject = 12;

    private static readonly System.Collections.Frozen.FrozenSet<string> Leads = WordLists.Of(
        "last this next yesterday today tomorrow tonight in on at by after before since during when while because as for due to although though every once recently earlier until from with without over around about given two three four five six seven eight nine ten a an one some several couple few back until ever whenever most mostly until between despite being growing having these those lately nowadays currently recently");

    private static readonly System.Collections.Frozen.FrozenSet<string> ElidedVerbs = WordLists.Of(
        "love loved hate hated enjoy enjoyed prefer miss adore dislike have had got went made took bought saw met did finished started tried visited moved been gone planning thinking going hoping working looking trying learning considering currently feeling getting " +
        "starting quitting stopped started " +
        "cannot will used allergic born living studying training saving");

    /// <summary>Reads one clause; <see langword="null"/> when nothing but openers is left.</summary>
    /// <param name="tokens">The clause as the splitter cut it.</param>
    /// <param name="inQuestion">Whether its sentence is a question.</param>
    /// <param name="isLast">Whether it ends the sentence.</param>
    /// <param name="names">Names of the people who take part.</param>
    public static Clause? Analyze(Token[] tokens, bool inQuestion, bool isLast, IReadOnlyList<string> names)
    {
        var start = 0;
        var yesNo = 0;
        var corrects = false;
        SkipOpeners(tokens, names, ref start, ref yesNo, ref corrects);
        if (start >= tokens.Length)
        {
            return yesNo == 0 ? null : new Clause { Tokens = tokens, YesNo = yesNo, InQuestion = inQuestion, IsLast = isLast, Corrects = corrects };
        }

        var end = tokens.Length;
        while (end > start + 1 && (!tokens[end - 1].IsWord && tokens[end - 1].Lower is "," or "(" or ":" || tokens[end - 1].Lower is "lol" or "haha" or "hahaha" or "tho" or "btw" or "xd" or "lmao" or "tbh"))
        {
            end--;
        }

        var words = ElidedCopula.Complete(start == 0 && end == tokens.Length ? tokens : tokens[start..end]);
        var (subject, subjectStart, subjectEnd) = FindSubject(words);
        return new Clause
        {
            Tokens = words,
            Subject = subject,
            SubjectStart = subjectStart,
            SubjectEnd = subjectEnd,
            Verb = subject == SubjectKind.None ? null : VerbPhrase.Read(words, subjectEnd),
            InQuestion = inQuestion,
            IsLast = isLast,
            YesNo = yesNo,
            Corrects = corrects,
        };
    }

    private static void SkipOpeners(Token[] tokens, IReadOnlyList<string> names, ref int start, ref int yesNo, ref bool corrects)
    {
        while (start < tokens.Length)
        {
            var rest = tokens.AsSpan(start);
            var token = rest[0];
            var next = rest.Length > 1 ? rest[1].Lower : "";
            if (!token.IsWord)
            {
                start++;
            }
            else if (Discourse.PhraseAt(rest) is var phrase && phrase > 0 && (phrase < rest.Length || phrase == 1) && !(token.Lower == "not" && ElidedCopula.Complete(rest.ToArray()).Length > rest.Length))
            {
                corrects |= token.Lower is "no" or "i" && rest[Math.Min(1, rest.Length - 1)].Lower is "mean" or "wait";
                start += phrase;
            }
            else if (Discourse.HedgeAt(rest) is var hedge && hedge > 0 && hedge < rest.Length && StartsWithSubject(rest[hedge..]))
            {
                start += hedge;
            }
            else if (Discourse.IsOpener(token.Lower) && !IsNeeded(token.Lower, next))
            {
                yesNo = token.Lower is "yes" or "yeah" or "yep" or "yup" or "sure" or "definitely" or "absolutely" ? 1 : token.Lower is "no" or "nope" or "nah" ? -1 : yesNo;
                corrects |= token.Lower is "no" or "nope" or "actually" or "sorry" or "correction" or "wait" or "update";
                start++;
            }
            else if (start > 0 && names.Any(name => IsShortFor(token.Text, name)) && !(rest.Length > 1 && rest[1].IsWord && Verbs.IsFinite(next)))
            {
                start++;
            }
            else if (start == 0 && names.Count > 1 && WordLists.Kin.Contains(token.Lower) && next is "i" or "we")
            {
                // "gran I'll come and get you".
                start++;
            }
            else if (start == 0 && names.Any(name => IsShortFor(token.Text, name)) && next is "," or "!")
            {
                start += 2;
            }
            else
            {
                return;
            }
        }
    }

    // "No longer", "so much", "like hiking", "right now", "first time", "well known" keep their word.
    private static bool IsNeeded(string word, string next) => word switch
    {
        "no" => next is not ("," or "" or "i" or "we" or "it" or "my" or "the" or "that" or "he" or "she" or "they" or "wait" or "sorry" or "actually"),
        "first" => next is not ("," or ":" or "i" or "we" or "my" or "our" or "the" or "it" or "he" or "she" or "they" or ""),
        "right" or "still" or "again" or "then" => next is "now",
        "so" => next is "far" or "much" or "many",
        "great" or "cool" or "nice" or "awesome" or "true" or "sure" or "wait" or "correction" or "update" or "edit" or "please" or "like" => next.Length > 0 && next is not ("," or "." or "!" or ":" or "i" or "we" or "my" or "-" or "so" or "and" or "but" or "that"),
        _ => false,
    };

    private static bool IsShortFor(string word, string name) => word.Length >= 3 && name.StartsWith(word, StringComparison.OrdinalIgnoreCase);

    private static bool StartsWithSubject(ReadOnlySpan<Token> tokens) => tokens[0].Lower is "i" or "we" or "my" or "our" or "he" or "she" or "they" or "it" or "the" || tokens[0].IsCapitalised;

    private static (SubjectKind Kind, int Start, int End) FindSubject(Token[] tokens)
    {
        var direct = SubjectAt(tokens, 0);
        if (direct.Kind is not (SubjectKind.None or SubjectKind.Other))
        {
            return direct;
        }

        if (Leads.Contains(tokens[0].Lower) || VerbPhrase.IsAdverb(tokens[0].Lower) || WordLists.Weekdays.Contains(tokens[0].Lower) || tokens[0].Kind == TokenKind.Number)
        {
            var lead = AfterLead(tokens);
            if (lead.Kind != SubjectKind.None)
            {
                return lead;
            }
        }

        if (direct.Kind == SubjectKind.Other)
        {
            return direct;
        }

        return IsElided(tokens) ? (SubjectKind.Speaker, 0, 0) : (SubjectKind.None, 0, 0);
    }

    // The subject after an opening phrase: behind its comma, or at the first "I" when there is none.
    private static (SubjectKind Kind, int Start, int End) AfterLead(Token[] tokens)
    {
        var firstSpeaker = -1;
        for (var i = 1; i < tokens.Length; i++)
        {
            if (tokens[i].Lower == "," && i + 1 < tokens.Length)
            {
                var found = SubjectAt(tokens, i + 1);
                if (found.Kind is not (SubjectKind.None or SubjectKind.Other))
                {
                    return found;
                }
            }
            else if (firstSpeaker < 0 && tokens[i].Lower is "i" or "we")
            {
                firstSpeaker = i;
            }
            else if (firstSpeaker < 0 && i < 5 && tokens[i].Lower is "my" or "our" && !WordLists.Prepositions.Contains(tokens[i - 1].Lower))
            {
                firstSpeaker = i;
            }
        }

        // "When I travel I always book window seats".
        if (IsSubordinator(tokens[0].Lower) && tokens[0].Lower is "when" or "whenever" or "because" && Array.FindIndex(tokens, Math.Min(3, tokens.Length), token => token.Lower is "i" or "we") is > 2 and var second && tokens[second - 1].IsWord && tokens[second - 1].Lower is not ("and" or "that" or "what" or "how" or "where" or "than" or "because" or "if" or "when" or "as"))
        {
            return SubjectAt(tokens, second);
        }

        return firstSpeaker < 0 || IsSubordinator(tokens[0].Lower) ? (SubjectKind.None, 0, 0) : SubjectAt(tokens, firstSpeaker);
    }

    private static bool IsSubordinator(string lower) => lower is "when" or "while" or "because" or "although" or "though" or "whenever" or "given" or "being";

    private static (SubjectKind Kind, int Start, int End) SubjectAt(Token[] tokens, int i)
    {
        while (i < tokens.Length && tokens[i].IsWord && i + 1 < tokens.Length && tokens[i].Lower is "just" or "also" or "now" or "then" or "so" or "even" or "both" or "actually" or "honestly" or "personally" or "currently" && tokens[i + 1].Lower is "i" or "we" or "my" or "our")
        {
            i++;
        }

        // "IT gives me a laptop on Wednesday": a department, unless all is shouted.
        if (tokens[i].Text == "IT" && i + 1 < tokens.Length && tokens[i + 1].Text.Any(char.IsAsciiLetterLower))
        {
            return PhraseTo(tokens, i, SubjectKind.Other);
        }

        var word = tokens[i].Lower;
        switch (word)
        {
            case "i" or "we":
                return (SubjectKind.Speaker, i, i + 1);
            case "he" or "she" or "they":
                return (SubjectKind.PersonPronoun, i, i + 1);
            case "it" or "this" or "that" or "these" or "those" when i + 1 < tokens.Length && VerbWithin(tokens, i + 1, 2):
                return (SubjectKind.ThingPronoun, i, i + 1);
            case "you":
                return (SubjectKind.Partner, i, i + 1);
            case "my" or "our":
                return PhraseTo(tokens, i, SubjectKind.Possession);
            case "his" or "her" or "their" or "its":
                return PhraseTo(tokens, i, SubjectKind.PersonPronoun);
        }

        if (WordLists.QuestionWords.Contains(word) || word is "there" or "if" or "let")
        {
            return (SubjectKind.None, 0, 0);
        }

        // "mum's a wheelchair user": whose mother goes without saying.
        if (Parents.Contains(word) && i + 1 < tokens.Length && (Verbs.IsFinite(tokens[i + 1].Lower) || VerbPhrase.IsAdverb(tokens[i + 1].Lower)))
        {
            return (SubjectKind.Person, i, i + 1);
        }

        if (tokens[i].IsCapitalised && (i > 0 || !WordLists.Determiners.Contains(word)) && !WordLists.Prepositions.Contains(word) && !Discourse.IsOpener(word) && !VerbPhrase.IsAdverb(word) && !WordLists.Empty.Contains(word) && !Verbs.IsFinite(word))
        {
            var name = PhraseTo(tokens, i, SubjectKind.Person);
            if (name.Kind != SubjectKind.None && name.End - name.Start <= 4 && (tokens[i].Lower.Length > 1))
            {
                if (name.End - name.Start >= 3 && tokens[name.End - 1].Lower == "i")
                {
                    return (SubjectKind.Possession, name.Start, name.End);
                }

                return LooksLikeName(tokens, i, name.End) || WordLists.Kin.Contains(word) ? name : (SubjectKind.Other, name.Start, name.End);
            }
        }

        return VerbPhrase.IsAdverb(word) || (Verbs.IsFinite(word) && !word.EndsWith("ed", StringComparison.Ordinal) && !Verbs.IsThirdPerson(word)) ? (SubjectKind.None, 0, 0) : PhraseTo(tokens, i, SubjectKind.Other);
    }

    private static readonly System.Collections.Frozen.FrozenSet<string> Parents = WordLists.Of("mum mom mam dad nan gran grandma grandpa granny grandad hubby wife husband");

    private static bool LooksLikeName(Token[] tokens, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (!tokens[i].IsCapitalised && tokens[i].Lower is not ("and" or "," or "my"))
            {
                return false;
            }
        }

        return !Verbs.IsGerund(tokens[start].Lower) && !Verbs.IsBase(tokens[start].Lower) && !WordLists.Weekdays.Contains(tokens[start].Lower) && !tokens[start].Lower.EndsWith("ly", StringComparison.Ordinal) &&
            !(start == 0 && tokens[start].Lower.EndsWith('s') && end - start == 1 && !GivenNames.IsOne(tokens[start]));
    }

    private static bool VerbWithin(Token[] tokens, int from, int count)
    {
        for (var i = from; i < tokens.Length && i < from + count; i++)
        {
            if (Verbs.IsFinite(tokens[i].Lower))
            {
                return true;
            }
        }

        return false;
    }

    // A noun phrase that runs up to its verb.
    private static (SubjectKind Kind, int Start, int End) PhraseTo(Token[] tokens, int start, SubjectKind kind)
    {
        for (var i = start + 1; i < tokens.Length && i - start <= LongestSubject; i++)
        {
            var token = tokens[i];
            if (token.Lower == "," && i + 1 < tokens.Length && tokens[i + 1].Lower is "who" or "which" or "whose")
            {
                // "My daughter, who is seven, plays…": the verb stands behind the inserted clause.
                var close = Array.FindIndex(tokens, i + 1, other => other.Lower == ",");
                if (close < 0)
                {
                    break;
                }

                i = close;
                continue;
            }

            if (!token.IsWord)
            {
                if (token.Lower is "," or "(" or ")" or "\"" && kind != SubjectKind.Other)
                {
                    continue;
                }

                break;
            }

            var previous = tokens[i - 1].Lower;
            if (token.Lower is "i" && previous == "and")
            {
                return (SubjectKind.Possession, start, i + 1);
            }

            if ((i == start + 1 && WordLists.Determiners.Contains(previous)) || previous is "and" or "or" or "to" or "the" or "a" or "an" or "my" or "with" or "of" or "for")
            {
                continue;
            }

            var plural = previous.EndsWith('s') || previous is "kids" or "children" or "people" or "family" or "team" || TokenSpans.Contains(tokens.AsSpan(start, i - start), "and");
            if ((Verbs.IsFinite(token.Lower) && !(Verbs.IsThirdPerson(token.Lower) && i + 1 < tokens.Length && Verbs.IsBe(tokens[i + 1].Lower)) && !(token.Lower == "left" && i + 1 < tokens.Length && Verbs.IsFinite(tokens[i + 1].Lower))) ||
                (plural && Verbs.IsBase(token.Lower)) || (VerbPhrase.IsAdverb(token.Lower) && i + 1 < tokens.Length && Verbs.IsFinite(tokens[i + 1].Lower)) || (plural && VerbPhrase.IsAdverb(token.Lower) && i + 1 < tokens.Length && Verbs.IsBase(tokens[i + 1].Lower)))
            {
                return (kind, start, i);
            }

            // "Tomorrow I'm meeting…": another subject begins.
            if (token.Lower is "i" or "we" or "you" or "he" or "she")
            {
                break;
            }
        }

        return (SubjectKind.None, 0, 0);
    }

    // "Went hiking yesterday", "Planning to move", "Just got a dog": the speaker goes without saying.
    private static bool IsElided(Token[] tokens)
    {
        var i = 0;
        while (i < tokens.Length - 1 && (VerbPhrase.IsAdverb(tokens[i].Lower) || tokens[i].Lower is "been"))
        {
            if (tokens[i].Lower == "been")
            {
                return tokens.Length > 2;
            }

            i++;
        }

        // "Down to 78 kilos now".
        if (i + 2 < tokens.Length && tokens[i].Lower is "down" or "up" && tokens[i + 1].Lower == "to" && tokens[i + 2].Kind == TokenKind.Number)
        {
            return true;
        }

        // "Bit of a ramble, sorry": no biting.
        if (i + 1 < tokens.Length && tokens[i].Lower is "bit" or "lot" or "kind" or "sort" && tokens[i + 1].Lower == "of")
        {
            return false;
        }

        if (i + 1 >= tokens.Length || tokens[i].Lower is "thought" or "sounded" or "looked" or "seemed" or "said" or "heard" or "glad" or "need" or "want")
        {
            return false;
        }

        var next = tokens[i + 1].Lower;
        if (tokens[i].Lower is "can" or "do" or "did" or "have" or "will" && next == "not")
        {
            return tokens[i].Lower is not "do" || tokens.Length > i + 2 && tokens[i + 2].Lower is "like" or "eat" or "drink" or "want" or "have" or "enjoy";
        }

        if (tokens[i].Lower is "love" or "loved" or "hate" or "enjoy" or "prefer" or "miss" or "have" or "got" or "had")
        {
            return next is not ("that" or "this" or "it" or "the" or "your" or "you" or "to" or "fun" or "a" or "how" or "those" or "these" or "him" or "her" or "them") || tokens[i].Lower is "got" or "had";
        }

        // "Doing keto since New Year": what goes on.
        if (i == 0 && Verbs.IsGerund(tokens[0].Lower) && tokens.Length > 3 && Array.FindIndex(tokens, static token => token.Lower is "since" or "lately" or "nowadays") is > 1 and < 6)
        {
            return true;
        }

        if (Verbs.IsGerund(tokens[i].Lower) && i > 0 && tokens[i - 1].Lower is "still" or "currently" or "just")
        {
            return true;
        }

        return ElidedVerbs.Contains(tokens[i].Lower) || (Verbs.IsPast(tokens[i].Lower) && tokens[i].Lower is not ("excited" or "let" or "set" or "put" or "read" or "cut" or "cast" or "spread" or "hit" or "hurt" or "bet" or "agreed" or "loved" or "split" or "shut" or "cost" or "based" or "given" or "compared" or "related" or "needed" or "asked" or "inspired" or "understood" or "seen" or "impressed" or "noted" or "appreciated" or "welcomed"));
    }
}
