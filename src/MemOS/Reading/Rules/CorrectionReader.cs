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
    private const int NeverReach = 40;

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

        var addressee = Addressee(sentence.Tokens, out var address);
        announced |= addressee is not null;
        var tokens = CorrectionSigns.WithoutSlip(sentence.Tokens[address..], ref announced);
        var (value, rejected, marked) = CorrectionValues.Read(tokens);
        marked |= announced;
        var told = CorrectionValues.ReadAgain(tokens, announced);
        if (told is not null)
        {
            (value, rejected, marked) = (told.Value.Value, [], true);
        }

        if (value.Length == 0 || value.Length > LongestValue || !(marked || rejected.Length > 0))
        {
            return null;
        }

        if (value[0].Lower is "not" or "just" or "really" || value[^1].Lower is "one" or "ones" && value.Length > 1 || IsAddress(value))
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
            if (!(IsOwn(statement) || IsOf(statement, addressee)) || (told is { } again && !Tokenizer.Tokenize(statement.Text).Exists(token => Verbs.Lemma(token.Lower) == again.Verb)) || Find(statement, value, oldText) is not { } place || string.Equals(place, newText, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            if (rejected.Length == 0 && addressee is null && CorrectionValues.Sort(value[0]) is ValueSort.Name or ValueSort.Other && IsAnswerToAnother(sentence.Tokens, place))
            {
                return null;
            }

            // Of whom the next sentences tell is called otherwise, too.
            var corrected = Corrected(statement, place, WithoutRepeated(statement.Text, place, value));
            if (context.Person is { } person && person.Text == statement.Subject && corrected.Subject != statement.Subject)
            {
                context.Person = person with { Text = corrected.Subject };
            }

            return corrected;
        }

        return null;
    }

    /// <summary>What a sentence says never was so, where somebody said it was; <see langword="null"/> for most.</summary>
    public string? NeverWas(Token[] tokens)
    {
        var at = TokenSpans.IndexOf(tokens, ["it", "was", "never"]) is var never && never >= 0 ? never + 3 : TokenSpans.IndexOf(tokens, ["it", "never", "was"]) is var other && other >= 0 ? other + 3 : -1;
        return at > 0 && at < tokens.Length && at < 6 && context.Known.Take(NeverReach).Any(statement => statement.Subject.StartsWith(speaker.Subject, StringComparison.Ordinal) && statement.Text.Contains(tokens[at].Text, StringComparison.OrdinalIgnoreCase)) ? tokens[at].Lower : null;
    }

    // "Level 21, not 12", where "is on level 12" was said: the word before the value stands there already.
    private static string WithoutRepeated(string text, string place, Token[] value)
    {
        var from = 0;
        for (var before = text[..IndexOfWord(text, place)].TrimEnd(); from + 1 < value.Length && before.EndsWith(" " + value[from].Text, StringComparison.OrdinalIgnoreCase); before = before[..^value[from].Text.Length].TrimEnd())
        {
            from++;
        }

        return Join(value[from..]);
    }

    // "No, not really", "no, just water" answer what somebody else asked: they put right what that person said, or nothing.
    private bool IsAnswerToAnother(Token[] tokens, string place) =>
        tokens.Any(token => token.Lower is "no" or "nope") && context.Messages is [.., { } last] && last.Content.Author != item.Content.Author && last.Content.Role == EvidenceRole.User &&
        IndexOfWord(last.Content.Text, place) < 0;

    // Somebody who is spoken to by name is no value: "You're right, Maria."
    private bool IsAddress(Token[] value) => value.Length <= 2 && context.Messages.Any(message => message.Content.Author is { } author && author != item.Content.Author && author.Split(' ')[0].Equals(value[^1].Text, StringComparison.OrdinalIgnoreCase));

    // "No, Lorcan, it's 700": whose words are put right, and how many words tell so.
    private string? Addressee(Token[] tokens, out int length)
    {
        length = 0;
        var at = tokens.Length > 3 && tokens[0].Lower is "no" or "nope" or "sorry" or "actually" ? tokens[1].Lower == "," ? 2 : 1 : 0;
        if (at + 3 >= tokens.Length || !tokens[at].IsCapitalised || !(tokens[at + 1].Lower == "," || (at == 0 && tokens[1].Lower is "it")) || (at == 0 && !(TokenSpans.Contains(tokens, "not") && tokens[tokens[1].Lower == "," ? 2 : 1].Lower is "it")))
        {
            return null;
        }

        var name = context.Messages.Select(message => message.Content.Author).FirstOrDefault(author => author is not null && author != item.Content.Author && author.Split(' ')[0].Equals(tokens[at].Text, StringComparison.OrdinalIgnoreCase));
        length = name is null ? 0 : tokens[at + 1].Lower == "," ? at + 2 : at + 1;
        return name;
    }

    private bool IsOf(RecordDraft statement, string? author) =>
        author is not null && statement.Sources.Any(source => context.Messages.Any(message => message.Id == source && message.Content.Author == author));

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

        // "Make that 21 for lunch": the number alone is put right.
        value = value.Length > 1 && CorrectionValues.Sort(first) == ValueSort.Number && WordLists.Prepositions.Contains(value[1].Lower) ? value[..1] : value;
        var sort = CorrectionValues.Sort(first);
        if (value.Length > 1 && Array.TrueForAll(value, token => CorrectionValues.Sort(token) == ValueSort.Number))
        {
            return RunOfNumbers(text, tokens, value.Length);
        }

        if (value is [{ Text: var mail }] && mail.Contains('@', StringComparison.Ordinal))
        {
            return tokens.Find(token => token.Text.Contains('@', StringComparison.Ordinal)) is { Text.Length: > 0 } written ? text[written.Start..written.End] : null;
        }

        // "It's spelt Shaun" puts "Sean" right.
        if (sort == ValueSort.Name && value.Length == 1 && tokens.FindLast(token => token.IsCapitalised && token.Lower != first.Lower && IsAlike(token.Lower, first.Lower)) is { Text.Length: > 2 } alike)
        {
            return text[alike.Start..alike.End];
        }

        // "May 15" for "May 14", "platform 14" for "platform 4", "two sons" for "two daughters": one of two words is the same.
        for (var i = 0; value.Length == 2 && i + 1 < tokens.Count; i++)
        {
            if (tokens[i].Lower == first.Lower && tokens[i + 1].IsWord && tokens[i + 1].Lower != value[1].Lower && CorrectionValues.Sort(tokens[i + 1]) == CorrectionValues.Sort(value[1]) && (sort is ValueSort.Month or ValueSort.Number || CorrectionValues.Sort(value[1]) is ValueSort.Number or ValueSort.Ordinal) && !(i > 0 && tokens[i - 1].Lower == "("))
            {
                return text[tokens[i].Start..tokens[i + 1].End];
            }
        }

        for (var i = tokens.Count - 1; i >= 0 && sort is not (ValueSort.Other or ValueSort.Name); i--)
        {
            if (CorrectionValues.Sort(tokens[i]) != sort || !tokens[i].IsWord || (i > 0 && tokens[i - 1].Lower == "("))
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

        // What is no number, day or date puts none right: "level 21, not 12. Dyslexic fingers."
        if (sort is ValueSort.Name or ValueSort.Other && ValueOf(statement) is { Length: > 0 } slotValue && value.Length <= 3 && !(rejected.Length == 0 && char.IsAsciiDigit(slotValue[0]) && FacetReader.NumberOf(value[0]) is null) && !WordLists.Weekdays.Contains(slotValue.Split(' ')[0]))
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

    // A number told in groups, such as one of a telephone: all of it is put right.
    private static string? RunOfNumbers(string text, List<Token> tokens, int length)
    {
        for (var i = 0; i + length <= tokens.Count; i++)
        {
            if (tokens.Skip(i).Take(length).All(token => CorrectionValues.Sort(token) == ValueSort.Number) && (i + length == tokens.Count || CorrectionValues.Sort(tokens[i + length]) != ValueSort.Number) && (i == 0 || CorrectionValues.Sort(tokens[i - 1]) != ValueSort.Number))
            {
                return text[tokens[i].Start..tokens[i + length - 1].End];
            }
        }

        return null;
    }

    // Two spellings of one name: they begin alike, and at most two letters differ.
    private static bool IsAlike(string left, string right)
    {
        const int MostOther = 2;
        if (left.Length < 3 || right.Length < 3 || left[0] != right[0] || Math.Abs(left.Length - right.Length) > MostOther)
        {
            return false;
        }

        var start = 0;
        while (start < Math.Min(left.Length, right.Length) && left[start] == right[start])
        {
            start++;
        }

        var end = 0;
        while (end < Math.Min(left.Length, right.Length) - start && left[^(end + 1)] == right[^(end + 1)])
        {
            end++;
        }

        return Math.Max(left.Length, right.Length) - start - end <= MostOther + 1 && start + end >= Math.Min(left.Length, right.Length) / 2;
    }

    private static string? ValueOf(RecordDraft statement) => statement.Polarity != Polarity.None ? statement.Topic : IsTaste(statement) ? statement.Slot![SlotVocabulary.LikesPrefix.Length..] : statement.SlotValue;

    // What somebody else cannot bear is no taste of theirs, but fills the slot of one.
    private static bool IsTaste(RecordDraft statement) => statement.Slot?.StartsWith(SlotVocabulary.LikesPrefix, StringComparison.Ordinal) == true;

    private static int Overlap(List<Token> tokens, int at, Token[] value)
    {
        var length = 1;
        while (length < value.Length && at + length < tokens.Count && tokens[at + length].Lower == value[length].Lower)
        {
            length++;
        }

        return length;
    }

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
        var isNamed = statement.Subject.EndsWith(" " + old, StringComparison.Ordinal);
        return statement with
        {
            // "It's Catriona, not Katherine": of whom it is told, and no value of what is told.
            Subject = isNamed ? statement.Subject[..^old.Length] + now : statement.Subject,
            Text = new ThirdPersonWriter(speaker.Name, null).Write(clause, null, times),
            EventTime = times.Of(clause) ?? (statement.EventTime is null || statement.Slot is SlotVocabulary.Time ? null : statement.EventTime),
            SlotValue = statement.SlotValue is null || isNamed || IsTaste(statement) ? statement.SlotValue : statement.SlotValue.Contains(old, StringComparison.OrdinalIgnoreCase) ? statement.SlotValue.Replace(old, now, StringComparison.OrdinalIgnoreCase).ToLowerInvariant() : now.ToLowerInvariant(),
            Slot = IsTaste(statement) ? SlotVocabulary.LikesPrefix + ValueOf(statement)!.Replace(old, now, StringComparison.OrdinalIgnoreCase) : statement.Slot,
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
