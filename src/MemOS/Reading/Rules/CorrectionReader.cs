using MemOS.Evidence;
using MemOS.Reading.Rules.English;

namespace MemOS.Reading.Rules;

/// <summary>
/// Reads a correction of something said before: "no, it's Thursday, not Tuesday". The new statement is the old one with the value
/// put right, so that it stands by itself; the wrong value is named as rejected.
/// </summary>
internal sealed class CorrectionReader(ReadingContext context, EvidenceItem item, Speaker speaker)
{
    private const int Reach = 12;
    private const int LongestValue = 6;

    private static readonly string[][] Heads =
    [
        ["i", "meant", "to", "say"], ["let", "me", "correct", "that"], ["it", "is", "actually"], ["it", "should", "be"], ["that", "should", "be"], ["it", "has", "been"], ["it", "is", "been"], ["i", "have", "been"], ["it", "will", "be"], ["i", "meant"], ["i", "mean"], ["it", "is"], ["that", "is"], ["should", "be"], ["let", "us", "make", "that"], ["let", "us", "make", "it"], ["let", "us", "say"], ["make", "that"], ["make", "it"], ["it", "was"], ["they", "are"], ["scratch", "that"], ["strike", "that"], ["or", "rather"], ["i", "misspoke"], ["rather"],
    ];

    /// <summary>The corrected statement; <see langword="null"/> when the sentence corrects nothing that was said.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="drafts">The statements of the same message so far.</param>
    /// <param name="announced">Whether the sentence before was nothing but the sign of a correction: "Wait, no."</param>
    public RecordDraft? Read(Sentence sentence, IReadOnlyList<RecordDraft> drafts, bool announced = false)
    {
        if (sentence.IsQuestion || context.Statements.Count + drafts.Count == 0)
        {
            return null;
        }

        var tokens = WithoutSlip(sentence.Tokens, ref announced);
        var (value, rejected, marked) = Values(tokens);
        marked |= announced;
        var told = ToldAgain(tokens, announced);
        if (told is not null)
        {
            (value, rejected, marked) = (told.Value.Value, [], true);
        }

        if (value.Length == 0 || value.Length > LongestValue || !(marked || rejected.Length > 0))
        {
            return null;
        }

        if (value[0].Lower is "not" or "just" or "really" || IsAddress(value))
        {
            return null;
        }

        // A value is a phrase, not a statement: "no, I graduated" corrects nothing.
        if (Array.Exists(value, token => token.Lower is "i" or "we" or "he" or "she" or "they" or "it" or "you" || Verbs.IsBe(token.Lower) || (Verbs.IsModal(token.Lower) && token.Text != "May")))
        {
            return null;
        }

        var newText = Join(value);
        var oldText = Join(rejected);
        foreach (var statement in drafts.Reverse().Concat(context.Statements.Reverse()).Take(Reach))
        {
            if (!IsOwn(statement) || (told is { } again && !Tokenizer.Tokenize(statement.Text).Exists(token => Verbs.Lemma(token.Lower) == again.Verb)) || Find(statement, value, oldText) is not { } place || string.Equals(place, newText, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            if (rejected.Length == 0 && Sort(value[0]) is ValueSort.Name or ValueSort.Other && IsAnswerToAnother(sentence.Tokens, place))
            {
                return null;
            }

            return Corrected(statement, place, newText);
        }

        return null;
    }

    // "Actually, it lands at 19:05": the verb of the statement that is put right, and the new value.
    private static (string Verb, Token[] Value)? ToldAgain(Token[] tokens, bool announced)
    {
        var start = 0;
        var marked = announced;
        while (start < tokens.Length && (!tokens[start].IsWord || Discourse.IsOpener(tokens[start].Lower)))
        {
            marked |= IsSign(tokens, start) || tokens[start].Lower is "update";
            start++;
        }

        if (!marked || start + 2 >= tokens.Length || !(tokens[start].Lower is "it" or "he" or "she" or "they" || (announced && tokens[start].Lower is "i" or "we")) || Verbs.IsBe(tokens[start + 1].Lower) || Verbs.IsModal(tokens[start + 1].Lower) || !(Verbs.IsFinite(tokens[start + 1].Lower) || Verbs.IsBase(tokens[start + 1].Lower)))
        {
            return null;
        }

        var value = Words(WithoutAfterthought(tokens[(start + 2)..]));
        return value.Length == 0 ? null : (Verbs.Lemma(tokens[start + 1].Lower), value);
    }

    /// <summary>Whether a sentence is nothing but the sign that a correction follows: "Wait, no.", "Oops, typo!", "You're right."</summary>
    public static bool Announces(Sentence sentence)
    {
        var marked = false;
        var length = 0;
        for (var i = 0; i < sentence.Tokens.Length; i++)
        {
            var token = sentence.Tokens[i];
            if (token.IsWord)
            {
                length++;
                marked |= IsSign(sentence.Tokens, i) || token.Lower is "wrong" or "misread" or "misspoke" or "mistyped" or "autocorrect";
            }
        }

        return marked && length <= 5 && !sentence.IsQuestion || TokenSpans.StartsWith(sentence.Tokens, ["scratch", "that"]) && length == 2;
    }

    /// <summary>Whether a message tells anywhere that something was looked up again: then what it says stands against what was said before.</summary>
    public static bool Slipped(IReadOnlyList<Sentence> sentences) =>
        sentences.Count > 1 && sentences.Any(sentence => !sentence.IsQuestion && sentence.Tokens.Length < 9 && (TokenSpans.IndexOf(sentence.Tokens, ["i", "checked"]) >= 0 || TokenSpans.IndexOf(sentence.Tokens, ["looked", "at", "the"]) >= 0 || TokenSpans.IndexOf(sentence.Tokens, ["double", "checked"]) >= 0 || TokenSpans.IndexOf(sentence.Tokens, ["looked", "again"]) >= 0 || TokenSpans.IndexOf(sentence.Tokens, ["my", "mistake"]) >= 0 || TokenSpans.IndexOf(sentence.Tokens, ["got", "it", "wrong"]) >= 0 || TokenSpans.IndexOf(sentence.Tokens, ["got", "that", "wrong"]) >= 0));

    // "No problem", "no worries" and "sorry to hear that" put nothing right: the sign of a correction stands by itself, or before what is right.
    private static bool IsSign(Token[] tokens, int at)
    {
        Token? next = at + 1 < tokens.Length ? tokens[at + 1] : null;
        return tokens[at].Lower switch
        {
            "no" or "nope" => next is not { IsWord: true } || next.Value.Lower is "it" or "that" or "they" or "i" or "we" or "he" or "she" or "my" or "not" or "sorry" or "wait" or "actually" or "no" or "make",
            "sorry" => next is not { Lower: "to" or "for" or "about" or "you" or "your" or "if" or "that" or "but" or "i" or "guys" or "buddy" or "man" },
            "actually" or "correction" or "wait" or "oops" or "whoops" or "bad" or "mistake" or "edit" or "typo" => true,
            _ => false,
        };
    }

    // "No, not really", "no, just water" answer what somebody else asked: they put right what that person said, or nothing.
    private bool IsAnswerToAnother(Token[] tokens, string place) =>
        tokens.Any(token => token.Lower is "no" or "nope") && context.Messages is [.., { } last] && last.Content.Author != item.Content.Author && last.Content.Role == EvidenceRole.User &&
        IndexOfWord(last.Content.Text, place) < 0;

    // Somebody who is spoken to by name is no value: "You're right, Maria."
    private bool IsAddress(Token[] value) => value.Length <= 2 && context.Messages.Any(message => message.Content.Author is { } author && author != item.Content.Author && author.Split(' ')[0].Equals(value[^1].Text, StringComparison.OrdinalIgnoreCase));

    // "I misread the ticket, it leaves from platform 14": the clause that tells of the slip is cut off, and marks the rest. So is "you're right".
    private static Token[] WithoutSlip(Token[] tokens, ref bool announced)
    {
        var slip = Math.Max(0, Array.FindIndex(tokens, token => token.Lower is "misread" or "misspoke" or "mistyped" or "typo" or "mistake" or "wrong" or "misremembered"));
        var comma = Array.FindIndex(tokens, slip, token => token.Lower is "," or ":" or ";" or "—" or "–");
        if (comma is > 0 and < 12 && comma + 1 < tokens.Length && (tokens[..comma].Any(token => token.Lower is "misread" or "misspoke" or "mistyped" or "typo" or "mistake" or "wrong" or "misremembered") || TokenSpans.IndexOf(tokens.AsSpan(0, comma), ["mixed", "up"]) >= 0 || TokenSpans.StartsWith(tokens, ["you", "are", "right"]) || TokenSpans.StartsWith(tokens, ["that", "is", "not", "right"]) || TokenSpans.StartsWith(tokens, ["that", "is", "not", "correct"]) || TokenSpans.StartsWith(tokens, ["not", "quite"])))
        {
            announced = true;
            return tokens[(comma + 1)..];
        }

        // "Two sons, I mean."
        if (tokens.Length > 3 && tokens[^1].Lower is "mean" or "meant" && tokens[^2].Lower == "i")
        {
            announced = true;
            return tokens[^3].IsWord ? tokens[..^2] : tokens[..^3];
        }

        return tokens;
    }

    // What is right, what is wrong, and whether the sentence says that it corrects.
    private static (Token[] Value, Token[] Rejected, bool Marked) Values(Token[] tokens)
    {
        var start = 0;
        var marked = false;
        while (start < tokens.Length && (!tokens[start].IsWord || Discourse.IsOpener(tokens[start].Lower) || (tokens[start].Lower == "my" && start + 1 < tokens.Length && tokens[start + 1].Lower is "bad" or "mistake") || tokens[start].Lower is "bad" or "mistake" or "oops" or "whoops" or "typo" or "ah" or "argh"))
        {
            marked |= (start == 0 && tokens[start].Lower == "*") || IsSign(tokens, start);
            start++;
        }

        var rest = tokens[start..];

        // "They moved it to Wednesday", "it's been pushed to 5 pm".
        var change = Array.FindIndex(rest, token => token.Lower is "moved" or "rescheduled" or "pushed" or "changed" or "postponed" or "shifted" or "move" or "reschedule");
        var to = change < 0 ? -1 : Array.FindLastIndex(rest, token => token.Lower is "to" or "until" or "till" or "for");
        if (change is >= 0 and < 6 && to > change && to + 1 < rest.Length && rest[..to].Any(token => token.Lower is "it" or "that" or "this") && Sort(rest[to + 1]) is ValueSort.Weekday or ValueSort.Month or ValueSort.Number or ValueSort.Ordinal)
        {
            return (Words(rest[(to + 1)..]), [], true);
        }

        foreach (var head in Heads)
        {
            if (TokenSpans.StartsWith(rest, head))
            {
                marked |= (head[0] is "i" && head[1] != "have") || head[0] is "make" or "rather" or "scratch" or "strike" or "or" or "let" || head.Contains("should");
                rest = rest[head.Length..];
                while (rest.Length > 0 && !rest[0].IsWord)
                {
                    rest = rest[1..];
                }

                break;
            }
        }

        if (rest.Length == 0)
        {
            return ([], [], false);
        }

        rest = WithoutAfterthought(rest);

        // "not Tuesday but Thursday", "Thursday, not Tuesday", "Thursday instead of Tuesday".
        var not = Array.FindIndex(rest, token => token.Lower == "not");
        var instead = TokenSpans.IndexOf(rest, ["instead", "of"]);
        var but = Array.FindIndex(rest, token => token.Lower is "but");
        if (not == 0 && but > 0)
        {
            return (Words(rest[(but + 1)..]), Words(rest[1..but]), true);
        }

        // "Not Carlos, Carla."
        var split = Array.FindIndex(rest, token => token.Lower == ",");
        if (not == 0 && split > 1 && split + 1 < rest.Length)
        {
            return (Words(rest[(split + 1)..]), Words(rest[1..split]), true);
        }

        if (not > 0)
        {
            return (Words(rest[..not]), Words(rest[(not + 1)..]), true);
        }

        return instead > 0 ? (Words(rest[..instead]), Words(rest[(instead + 2)..]), true) : (Words(rest), [], marked);
    }

    // "41 Elm Street, I mixed up the digits": what comes behind the comma gives the reason.
    private static Token[] WithoutAfterthought(Token[] tokens)
    {
        for (var i = 1; i + 1 < tokens.Length && !TokenSpans.Contains(tokens.AsSpan(i), "not"); i++)
        {
            if (tokens[i].Lower is "," or ";" or "—" or "–" or ":" && tokens[i + 1].Lower is "i" or "we" or "my" or "it" or "they" or "that" or "sorry" or "thanks" or "typo" or "because" or "so" or "silly" or "oops" or "forgot" || (tokens[i].Lower is "," or ";" && tokens[i + 1].Lower is "the" && tokens[(i + 1)..].Any(token => Verbs.IsPast(token.Lower) || Verbs.IsBe(token.Lower))))
            {
                return tokens[..i];
            }
        }

        return tokens;
    }

    private static Token[] Words(Token[] tokens)
    {
        var words = tokens.Where(token => (token.IsWord && token.Lower is not ("sorry" or "oops" or "actually" or "lol" or "haha" or "then" or "instead" or "please")) || token.Lower is "$" or "€" or "%").ToArray();
        var start = 0;
        while (start < words.Length && words[start].Lower is "on" or "in" or "at" or "to" or "actually" or "the" or "a" or "an" or "now" or "is" or "it" or "with" or "for" or "from" or "by" or "until" or "my" or "our")
        {
            start++;
        }

        return words[start..];
    }

    private bool IsOwn(RecordDraft statement) =>
        statement.Subject.StartsWith(speaker.Subject, StringComparison.OrdinalIgnoreCase) || statement.Sources.Any(source => context.Messages.Any(message => message.Id == source && message.Content.Author == item.Content.Author));

    // The words of the statement that the new value takes the place of.
    private static string? Find(RecordDraft statement, Token[] value, string rejected)
    {
        var text = statement.Text;
        if (rejected.Length > 0)
        {
            var at = IndexOfWord(text, rejected);
            return at < 0 ? null : text.Substring(at, rejected.Length);
        }

        var tokens = Tokenizer.Tokenize(text);
        var first = value[0];
        var sort = Sort(first);

        // "May 15" for "May 14", "platform 14" for "platform 4", "two sons" for "two daughters": one of two words is the same.
        for (var i = 0; value.Length == 2 && i + 1 < tokens.Count; i++)
        {
            if (tokens[i].Lower == first.Lower && tokens[i + 1].IsWord && tokens[i + 1].Lower != value[1].Lower && Sort(tokens[i + 1]) == Sort(value[1]) && (sort is ValueSort.Month or ValueSort.Number || Sort(value[1]) is ValueSort.Number or ValueSort.Ordinal) && !(i > 0 && tokens[i - 1].Lower == "("))
            {
                return text[tokens[i].Start..tokens[i + 1].End];
            }
        }

        for (var i = tokens.Count - 1; i >= 0 && sort is not (ValueSort.Other or ValueSort.Name); i--)
        {
            if (Sort(tokens[i]) != sort || !tokens[i].IsWord || (i > 0 && tokens[i - 1].Lower == "("))
            {
                continue;
            }

            // "Four cats" corrects "three cats", not "three years".
            if (value.Length > 1 && sort == ValueSort.Number && !(i + 1 < tokens.Count && tokens[i + 1].Lower == value[1].Lower))
            {
                continue;
            }

            var length = value.Length > 1 ? Overlap(tokens, i, value) : 1;
            return text[tokens[i].Start..tokens[i + length - 1].End];
        }

        if (sort is ValueSort.Name or ValueSort.Other && ValueOf(statement) is { Length: > 0 } slotValue && value.Length <= 3)
        {
            var at = IndexOfWord(text, slotValue);
            return at < 0 ? null : text.Substring(at, slotValue.Length);
        }

        if (sort == ValueSort.Name && statement.Entities.Count > 0)
        {
            var entity = statement.Entities[^1];
            return IndexOfWord(text, entity) >= 0 ? entity : null;
        }

        return null;
    }

    private static string? ValueOf(RecordDraft statement) => statement.Polarity == Polarity.None ? statement.SlotValue : statement.Topic;

    private static int Overlap(List<Token> tokens, int at, Token[] value)
    {
        var length = 1;
        while (length < value.Length && at + length < tokens.Count && tokens[at + length].Lower == value[length].Lower)
        {
            length++;
        }

        return length;
    }

    private static ValueSort Sort(Token token) =>
        WordLists.Weekdays.Contains(token.Lower) || token.Lower is "tomorrow" or "today" or "tonight" ? ValueSort.Weekday
        : WordLists.Months.Contains(token.Lower) && token.IsCapitalised ? ValueSort.Month
        : token.Text.Length > 2 && char.IsAsciiDigit(token.Text[0]) && token.Lower[^2..] is "st" or "nd" or "rd" or "th" ? ValueSort.Ordinal
        : WordLists.NumberWords.Contains(token.Lower) || (token.Text.Length > 0 && (char.IsAsciiDigit(token.Text[0]) || token.Text[0] is '$' or '€')) ? ValueSort.Number
        : token.IsCapitalised ? ValueSort.Name : ValueSort.Other;

    private RecordDraft Corrected(RecordDraft statement, string old, string now)
    {
        var plain = WithoutDates(statement.Text);
        var at = IndexOfWord(plain, old);
        var text = at < 0 ? plain : plain[..at] + now + plain[(at + old.Length)..];

        // The name's possessive would be taken for "is" if it were read again: "at Ada's on the 29th".
        text = text.Replace($"{speaker.Name}'s ", "my ", StringComparison.Ordinal);
        var times = new MessageTimes(text, item.Content.Time);
        var tokens = Tokenizer.Tokenize(text).ToArray();
        var analyzed = ClauseAnalyzer.Analyze(tokens, false, true, []);
        var clause = new Clause { Tokens = tokens, Verb = analyzed?.Verb };
        return statement with
        {
            Text = new ThirdPersonWriter(speaker.Name, null).Write(clause, null, times),
            EventTime = times.Of(clause) ?? (statement.EventTime is null || statement.Slot is SlotVocabulary.Time ? null : statement.EventTime),
            SlotValue = statement.SlotValue is null || statement.Polarity != Polarity.None ? statement.SlotValue : statement.SlotValue.Contains(old, StringComparison.OrdinalIgnoreCase) ? statement.SlotValue.Replace(old, now, StringComparison.OrdinalIgnoreCase).ToLowerInvariant() : now.ToLowerInvariant(),
            Slot = statement.Polarity != Polarity.None && statement.Topic is not null ? SlotVocabulary.LikesPrefix + statement.Topic.Replace(old, now, StringComparison.OrdinalIgnoreCase) : statement.Slot,
            Topic = statement.Topic?.Replace(old, now, StringComparison.OrdinalIgnoreCase),
            RejectedValue = old.ToLowerInvariant(),
            IsCorrection = true,
            Ends = null,
            Confidence = 0.9,
            Sources = [item.Id, .. statement.Sources.Where(source => source != item.Id && source.Kind == MemoryItemKind.Evidence)],
        };
    }

    private static string WithoutDates(string text)
    {
        var open = text.IndexOf(" (", StringComparison.Ordinal);
        while (open >= 0)
        {
            var close = text.IndexOf(')', open);
            if (close < 0)
            {
                break;
            }

            text = open + 2 < text.Length && char.IsAsciiDigit(text[open + 2]) ? text[..open] + text[(close + 1)..] : text;
            open = open + 1 < text.Length ? text.IndexOf(" (", open + 1, StringComparison.Ordinal) : -1;
        }

        return text;
    }

    private static int IndexOfWord(string text, string word)
    {
        for (var at = text.LastIndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = at == 0 ? -1 : text.LastIndexOf(word, at - 1, StringComparison.OrdinalIgnoreCase))
        {
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + word.Length == text.Length || !char.IsLetterOrDigit(text[at + word.Length])))
            {
                return at;
            }
        }

        return -1;
    }

    private static string Join(Token[] tokens) => string.Join(' ', tokens.Select(token => token.Text));
}
