using MemOS.Reading.Rules.English;

namespace MemOS.Reading.Rules;

/// <summary>
/// Puts a short answer together with the question before it: "Where do you live?", "Oslo." becomes "I live in Oslo", which is then
/// read like any statement.
/// </summary>
internal static class AnswerReader
{
    private const int LongestAnswer = 12;

    /// <summary>The statement in the first person that an answer makes; <see langword="null"/> when it is no answer to a question.</summary>
    /// <param name="question">The message before, of somebody else.</param>
    /// <param name="answer">The first sentence of the answer.</param>
    /// <param name="names">Names of the people who take part.</param>
    public static string? Statement(string question, Sentence answer, IReadOnlyList<string> names)
    {
        if (answer.IsQuestion || answer.Tokens.Length > LongestAnswer + 8 || LastQuestion(question) is not { } asked)
        {
            return null;
        }

        var (yesNo, fragment) = Split(answer, names);
        fragment ??= Named(answer);
        if (fragment is null || fragment.Length > LongestAnswer)
        {
            return null;
        }

        var words = TrimQuestion(asked);
        if (words.Length < 2)
        {
            return null;
        }

        // "Milk or lemon?", "Milk."
        if (!WordLists.QuestionWords.Contains(words[0].Lower) && TokenSpans.IndexOf(words, ["or"]) > 0 && words.Length <= 8 && !words.Any(token => Verbs.IsModal(token.Lower) || Verbs.IsBe(token.Lower) || token.Lower is "do" or "did" or "does" or "you" or "have" or "should") &&
            fragment.Length is > 0 and < 5 && yesNo == 0 && fragment.All(token => !token.IsWord || words.Any(word => word.Lower == token.Lower) || token.Lower is "please"))
        {
            return "I chose " + Join([.. fragment.Where(token => token.Lower is not "please" and not ",")]);
        }

        // An opening capital is the sentence's, not the word's.
        var lead = fragment.Length > 0 ? fragment[0].Lower : "";
        if (VerbPhrase.IsAdverb(lead) || WordLists.NumberWords.Contains(lead) || WordLists.Determiners.Contains(lead) || WordLists.Prepositions.Contains(lead) || WordLists.Empty.Contains(lead) || lead is "next" or "last" or "maybe")
        {
            fragment = [fragment[0].Reworded(lead), .. fragment[1..]];
        }

        var said = Join(fragment);
        return WordLists.QuestionWords.Contains(words[0].Lower) || words[0].Lower is "your"
            ? said.Length > 0 && yesNo >= 0 ? OfWhQuestion(words, fragment, said) : null
            : OfYesNoQuestion(words, yesNo, fragment, said);
    }

    // "When is the exam?", "It is on 8 March."
    private static Token[]? Named(Sentence answer)
    {
        const int Longest = 9;
        var tokens = answer.Tokens;
        return tokens is [{ Lower: "it" }, { Lower: "is" }, { Lower: "on" or "at" or "in" or "next" or "this" or "tomorrow" or "from" or "around" }, ..] && tokens.Length <= Longest && !TokenSpans.ContainsAny(tokens.AsSpan(2), Wrong) ? tokens[2..] : null;
    }

    private static readonly IReadOnlySet<string> Wrong = WordLists.Of("not no my the your it that this");

    /// <summary>What a "yes" with a statement of its own affirms: "Do you still speak Polish?", "Yes, I'm fluent."; <see langword="null"/> when nothing is.</summary>
    public static string? Affirmed(string question, Sentence answer, IReadOnlyList<string> names)
    {
        if (answer.IsQuestion || LastQuestion(question) is not { } asked || Split(answer, names) is not (1, null))
        {
            return null;
        }

        var words = TrimQuestion(asked);
        return words.Length > 3 && words[0].Lower is "do" or "are" or "have" or "did" && words[1].Lower == "you" && !TokenSpans.ContainsAny(words, Offering) ? OfYesNoQuestion(words, 1, [], "") : null;
    }

    // Questions that offer or ask about the talk, not about the person.
    private static readonly IReadOnlySet<string> Offering = WordLists.Of("me i want like need know mean think understand remember or any ready sure looking it that this them anything something help");

    private static Token[]? LastQuestion(string text)
    {
        var mark = text.LastIndexOf('?');
        if (mark < 0 || text.Length - mark > 80)
        {
            return null;
        }

        var start = mark;
        while (start > 0 && text[start - 1] is not ('.' or '!' or '?' or '\n') && mark - start < 300)
        {
            start--;
        }

        return [.. Tokenizer.Tokenize(text[start..mark])];
    }

    private static Token[] TrimQuestion(Token[] tokens)
    {
        var start = 0;
        while (start < tokens.Length && (!tokens[start].IsWord || (Discourse.IsOpener(tokens[start].Lower) && tokens[start].Lower is not "please") || (start + 1 < tokens.Length && tokens[start + 1].Lower == "," && !WordLists.QuestionWords.Contains(tokens[start].Lower))))
        {
            start++;
        }

        return tokens[start..];
    }

    // Whether the answer says yes (1), no (-1) or neither, and what it adds; a null fragment means that it is a statement of its own.
    private static (int YesNo, Token[]? Fragment) Split(Sentence answer, IReadOnlyList<string> names)
    {
        var clause = ClauseAnalyzer.Analyze(answer.Tokens, false, true, names);
        if (clause is null)
        {
            var only = answer.Tokens.FirstOrDefault(token => token.IsWord).Lower;
            return only is "yes" or "yeah" or "yep" or "yup" or "sure" or "definitely" or "absolutely" or "exactly" or "indeed" or "totally" ? (1, []) : only is "no" or "nope" or "nah" ? (-1, []) : (0, null);
        }

        var tokens = clause.Tokens;
        var yesNo = clause.YesNo;
        if (Discourse.PhraseAt(answer.Tokens) is var phrase && phrase > 0 && answer.Tokens[0].Lower is "of")
        {
            yesNo = 1;
        }

        if (Discourse.PhraseAt(tokens) == tokens.Length || (ReferenceEquals(tokens, answer.Tokens) && clause.Verb is null && yesNo != 0 && tokens.All(token => !token.IsWord || Discourse.IsOpener(token.Lower))))
        {
            return tokens[0].Lower == "not" ? (-1, []) : (yesNo, yesNo == 0 ? null : []);
        }

        // "I do", "I'm not", "we haven't": yes or no in other words. "I do not think so" too.
        if (clause.Subject == SubjectKind.Speaker && clause.SubjectEnd > clause.SubjectStart && tokens.Length - clause.SubjectEnd is > 0 and <= 3 && tokens[clause.SubjectEnd].Lower is "do" or "am" or "have" or "did" or "was" or "can" or "will" or "would" or "are" or "were")
        {
            var tail = tokens[(clause.SubjectEnd + 1)..];
            if (tail.All(token => token.Lower is "not" or "," or "." || !token.IsWord))
            {
                return (tail.Any(token => token.Lower == "not") ? -1 : 1, []);
            }
        }

        if (clause.Subject is SubjectKind.Speaker or SubjectKind.Possession or SubjectKind.PersonPronoun or SubjectKind.ThingPronoun or SubjectKind.Partner && clause.Verb is not null)
        {
            return clause.SubjectEnd == clause.SubjectStart && yesNo != 0 ? (yesNo, []) : (yesNo, null);
        }

        // "Those suggestions sound wonderful!" answers nothing: what answers a question is a phrase without a verb.
        if (tokens[0].Lower is "that" or "those" or "this" or "these" or "what" or "how" || tokens.Any(token => Verbs.IsBe(token.Lower) || Verbs.IsModal(token.Lower) || token.Lower is "sound" or "sounds" or "look" or "looks" or "seem" or "seems" or "have" or "has" or "do" or "does") || (yesNo == 0 && tokens.All(token => !token.IsWord || WordLists.Empty.Contains(token.Lower) || token.Lower.EndsWith("ful", StringComparison.Ordinal))))
        {
            return (0, null);
        }

        return tokens.Any(token => token.Lower is "not" or "no" or "never") && yesNo == 0 ? (-1, []) : (yesNo, tokens);
    }

    private static string? OfYesNoQuestion(Token[] words, int yesNo, Token[] fragment, string said)
    {
        var first = words[0].Lower;
        var declared = first == "you" && words.Length > 2;
        var inverted = words.Length > 2 && words[1].Lower is "you" or "your" && (first is "do" or "did" or "does" or "have" or "are" or "were" or "is" or "was" or "can" or "will" or "would" or "has");
        if (!(declared || inverted) || words.Any(token => token.Lower == "or"))
        {
            return inverted && said.Length > 0 && words.Any(token => token.Lower == "or") ? OfAlternative(words, first, said) : null;
        }

        if (first is "can" or "could" or "would" or "will" && yesNo >= 0 && said.Length == 0 && first is not "can" and not "will")
        {
            return null;
        }

        if (yesNo == 0 && said.Length == 0)
        {
            return null;
        }

        var negative = yesNo < 0;
        var rest = declared ? words[1..] : words[2..];
        if (words[inverted ? 1 : 0].Lower == "your")
        {
            // "Is your flight on Tuesday?": the subject is longer than one word; only a bare yes tells where it ends.
            return !negative && said.Length == 0 ? $"my {Turn(words[2..^0], first)}" : null;
        }

        // "Have you ever been to Greece?", "Twice."
        if (rest is [{ Lower: "ever" }, ..])
        {
            if (said.Length > 0 && yesNo == 0)
            {
                rest = rest[1..];
                return fragment[0].Lower is "once" or "twice" or "many" or "several" or "often" or "a" or "every" ? $"I {Auxiliary(first, false)}{Join(rest)} {said}" : null;
            }
        }

        var any = Array.FindIndex(rest, token => token.Lower is "any" or "anything" or "anyone");
        if (said.Length > 0 && yesNo >= 0)
        {
            // "Do you have siblings?", "Two older brothers."
            if (any < 0 && yesNo == 0 && rest.Length is 2 or 3 && rest[0].Lower == "have" && first == "do" && (fragment[0].Kind == TokenKind.Number || WordLists.NumberWords.Contains(fragment[0].Lower) || fragment[0].Lower is "a" or "an" or "one" or "my"))
            {
                return $"I have {said}";
            }

            if (any < 0 && rest.Length > 0 && yesNo == 0)
            {
                return null;
            }

            var isWhole = WordLists.Determiners.Contains(fragment[0].Lower) || fragment[0].Kind == TokenKind.Number || WordLists.NumberWords.Contains(fragment[0].Lower) || fragment[0].Lower is "a" or "an" or "the";
            if (any >= 0 && (isWhole || rest[0].Lower != "have"))
            {
                return $"I {Auxiliary(first, false)}{Past(Join(rest[..any]), first)} {said}";
            }

            var thing = any >= 0 ? Join(rest[(any + 1)..]) : Join(rest);
            return any >= 0 ? $"I {Auxiliary(first, false)}{Past(Join(rest[..any]), first)} {thing}: {said}" : $"I {Auxiliary(first, false)}{Past(thing, first)}, {said}";
        }

        var tail = Turn(rest);
        return negative ? $"I {Auxiliary(first, true)}{tail}" : $"I {Auxiliary(first, false)}{Past(tail.Replace("any ", "", StringComparison.Ordinal), first)}";
    }

    // "Do you prefer tea or coffee?", "Coffee."
    private static string? OfAlternative(Token[] words, string first, string said)
    {
        var verb = Array.FindIndex(words, 2, token => Verbs.IsBase(token.Lower));
        return verb is < 0 or > 4 ? null : $"I {Auxiliary(first, false)}{Past(Join(words[2..(verb + 1)]), first)} {said}";
    }

    private static string? OfWhQuestion(Token[] words, Token[] fragment, string said)
    {
        var wh = words[0].Lower;
        if (wh == "your")
        {
            return $"my {Turn(words[1..])} is {said}";
        }

        var aux = Array.FindIndex(words, 1, token => token.Lower is "do" or "did" or "does" or "is" or "are" or "was" or "were" or "have" or "has" or "will" or "would" or "can" or "am");
        if (aux < 0 || aux > 5 || aux + 1 >= words.Length)
        {
            return null;
        }

        var auxiliary = words[aux].Lower;
        var subject = words[aux + 1].Lower;
        var asked = Join(words[1..aux]);
        // "How old are the kids?", "Twelve and nine."; "How old is he?" is asked of whom was spoken of.
        if (wh == "how" && asked == "old" && subject is not "you" && fragment.Length > 0 && (fragment[0].Kind == TokenKind.Number || WordLists.NumberWords.Contains(fragment[0].Lower)))
        {
            return $"{(subject == "the" ? "my " + Turn(words[(aux + 2)..]) : Turn(words[(aux + 1)..]))} {auxiliary} {said}";
        }

        // "How many people are in your team?", "Eleven."
        if (wh == "how" && asked.StartsWith("many ", StringComparison.Ordinal) && Array.FindIndex(words, token => token.Lower == "your") is var owned1 && owned1 > aux && subject is "in" or "there" or "on" && (fragment[0].Kind == TokenKind.Number || WordLists.NumberWords.Contains(fragment[0].Lower)))
        {
            return $"{Turn(words[owned1..])} has {said} {asked["many ".Length..]}";
        }

        if (subject is "your" or "the" && auxiliary is "is" or "are" or "was")
        {
            var owned = Turn(words[(aux + 1)..]);
            return wh is "why" or "how" ? null : $"{owned} {auxiliary} {Place(wh, fragment, said)}";
        }

        if (subject != "you")
        {
            return null;
        }

        var rest = words[(aux + 2)..];
        rest = rest is [.., { Lower: "there" or "then" or "now" or "today" }] ? rest[..^1] : rest;
        var tail = Turn(rest);
        if (wh == "how")
        {
            return asked switch
            {
                "old" => $"I {(auxiliary is "are" ? "am" : auxiliary)} {said}",
                "many" or "much" => null,
                "long" when auxiliary is "have" => $"I have {tail} {(fragment[0].Lower is "for" or "since" ? "" : "for ")}{said}",
                "tall" => $"I am {said}",
                _ when asked.StartsWith("many ", StringComparison.Ordinal) => fragment.Length == 1 ? $"I {Auxiliary(auxiliary, false)}{Past(tail, auxiliary)} {said} {asked["many ".Length..]}" : $"I {Auxiliary(auxiliary, false)}{Past(tail, auxiliary)} {said}",
                _ => null,
            };
        }

        if (wh == "why" || rest.Length == 0 && auxiliary is not ("are" or "were"))
        {
            return null;
        }

        if (wh == "what" && asked.Length == 0 && rest.Length > 0 && rest[0].Lower == "do" && auxiliary == "do")
        {
            return $"I am {(WordLists.Determiners.Contains(fragment[0].Lower) ? "" : "aeiou".Contains(said[0], StringComparison.OrdinalIgnoreCase) ? "an " : "a ")}{said}";
        }

        return wh is "where" or "when" ? $"I {Auxiliary(auxiliary, false)}{Past(tail, auxiliary)} {(tail.EndsWith("from", StringComparison.Ordinal) ? said : Place(wh, fragment, said))}" : $"I {Auxiliary(auxiliary, false)}{Past(tail, auxiliary)} {said}";
    }

    private static string Place(string wh, Token[] fragment, string said) => wh switch
    {
        "where" when !WordLists.Prepositions.Contains(fragment[0].Lower) => "in " + said,
        "when" when WordLists.Weekdays.Contains(fragment[0].Lower) || WordLists.Months.Contains(fragment[0].Lower) || fragment[0].Kind == TokenKind.Number => (WordLists.Months.Contains(fragment[0].Lower) && fragment.Length == 1 ? "in " : "on ") + said,
        _ => said,
    };

    private static string Auxiliary(string word, bool negative) => word switch
    {
        "do" or "does" or "you" => negative ? "do not " : "",
        "did" => negative ? "did not " : "",
        "are" or "is" => negative ? "am not " : "am ",
        "were" or "was" => negative ? "was not " : "was ",
        "has" or "have" => negative ? "have not " : "have ",
        _ => negative ? word + " not " : word + " ",
    };

    // After "did" the verb itself carries the past when the answer is yes.
    private static string Past(string tail, string auxiliary)
    {
        if (auxiliary != "did" || tail.Length == 0)
        {
            return tail;
        }

        var end = tail.IndexOf(' ', StringComparison.Ordinal);
        var verb = end < 0 ? tail : tail[..end];
        return Verbs.PastOf(verb) + (end < 0 ? "" : tail[end..]);
    }

    // The asker's words from the answerer's side: "your" is "my".
    private static string Turn(ReadOnlySpan<Token> tokens, string verb = "")
    {
        var words = new List<string>();
        foreach (var token in tokens)
        {
            if (token.IsWord)
            {
                words.Add(token.Lower switch { "you" => "me", "your" => "my", "yours" => "mine", "yourself" => "myself", _ => token.Text });
            }
        }

        // "is your flight on Tuesday": the verb goes behind the first word of the subject.
        if (verb.Length > 0 && words.Count > 1)
        {
            words.Insert(1, verb);
        }

        return string.Join(' ', words);
    }

    private static string Join(ReadOnlySpan<Token> tokens)
    {
        var text = new System.Text.StringBuilder();
        foreach (var token in tokens)
        {
            if (token.Spaced && text.Length > 0)
            {
                text.Append(' ');
            }

            text.Append(token.Text);
        }

        return text.ToString().TrimEnd('.', ',', '!', ' ');
    }
}
