using MemOS.Evidence;
using MemOS.Recall.Words;
using MemOS.Reading.Rules.English;

namespace MemOS.Reading.Rules;

/// <summary>States what a speaker chose among the options of the message before, by number or by name.</summary>
internal sealed class ChoiceStatements(ReadingContext context, EvidenceItem item, Speaker speaker, MessageTimes times)
{
    private const int LongestTopic = 60;
    private static readonly string[][] Heads =
    [
        ["let", "us", "go", "with"], ["let", "us", "do"], ["let", "us", "try"], ["let", "us", "take"], ["i", "will", "go", "with"], ["i", "will", "take"], ["i", "will", "have"], ["i", "choose"], ["i", "pick"], ["i", "will", "choose"], ["i", "will", "pick"], ["i", "will", "go", "for"], ["i", "would", "go", "with"], ["let", "us", "go", "for"], ["going", "with"], ["i", "am", "going", "with"], ["i", "would", "rather", "have"], ["i", "would", "rather", "take"], ["i", "would", "rather", "go", "with"], ["i", "would", "prefer"], ["we", "will", "take"], ["we", "will", "go", "with"], ["we", "will", "have"], ["we", "will", "do"], ["i", "will", "do"], ["let", "us", "have"], ["let", "us", "book"], ["let", "us", "stick", "with"], ["i", "am", "going", "for"], ["put", "me", "down", "for"], ["book", "me"], ["book"], ["order"], ["reserve"], ["i", "am", "taking"], ["i", "am", "having"], ["make", "it"],
    ];

    private readonly ThirdPersonWriter writer = new(speaker.Name, context.PartnerOf(speaker));

    /// <summary>The choice that a sentence states; <see langword="null"/> when it states none.</summary>
    public RecordDraft? Read(Sentence sentence, EvidenceItem previous, bool isFirst = false)
    {
        if (sentence.IsQuestion || previous.Content.Role is EvidenceRole.System || TokenSpans.Contains(sentence.Tokens, "not"))
        {
            return null;
        }

        var number = ChoiceReader.NumberIn(sentence.Tokens, out var start, out var length);
        if (number != 0 && ChoiceReader.Option(previous, number) is { } option)
        {
            return Record(ByNumber(sentence, start, length, option), option, previous);
        }

        // "Changed my mind, the first one after all": of what was offered before.
        if (number != 0 && Array.Exists(sentence.Tokens, token => token.Lower is "mind" or "actually" or "instead" or "rather" or "all") && EarlierOffer(number) is var (offer, other) && offer is not null)
        {
            return Record($"{speaker.Name} chose {string.Join(' ', sentence.Tokens.AsSpan(start, length).ToArray().Select(token => token.Text))}: {other}.", other, offer) with { IsChange = true };
        }

        if (isFirst && previous.Content.Role == EvidenceRole.Assistant && (previous.Content.Text.Contains('?', StringComparison.Ordinal) || previous.Content.Text.Contains("option", StringComparison.OrdinalIgnoreCase)) && Named(sentence, previous.Content.Text) is { } named)
        {
            return Record($"{speaker.Name} chose {named}.", named, previous);
        }

        if (Picked(sentence) is not { } picked || OffererOf(picked) is not { } offerer)
        {
            return null;
        }

        // A name at the start of a sentence is written as the offer writes it.
        var at = offerer.Content.Text.IndexOf(picked, StringComparison.OrdinalIgnoreCase);
        picked = at < 0 ? picked : offerer.Content.Text.Substring(at, picked.Length);
        return Record($"{speaker.Name} chose {picked}.", picked, offerer);
    }

    // The latest message of the talk that offers something of that number.
    private (EvidenceItem? Offer, string Option) EarlierOffer(int number)
    {
        foreach (var message in context.Messages.Reverse())
        {
            if (message.Session == item.Session && message.Content.Role == EvidenceRole.Assistant && ChoiceReader.Option(message, number) is { } option)
            {
                return (message, option);
            }
        }

        return (null, "");
    }

    // The message that offers what was picked: the one before, or the result of a tool that it sums up.
    private EvidenceItem? OffererOf(string picked)
    {
        for (var i = context.Messages.Count - 1; i >= 0 && context.Messages[i].Session == item.Session && context.Messages[i].Content.Role is EvidenceRole.Assistant or EvidenceRole.Tool; i--)
        {
            if (IsOffered(picked, context.Messages[i].Content.Text))
            {
                return context.Messages[i];
            }
        }

        return null;
    }

    private RecordDraft Record(string text, string option, EvidenceItem previous) => new()
    {
        Kind = MemoryKind.Preference,
        Text = text,
        Subject = speaker.Subject,
        Confidence = 0.85,
        Polarity = Polarity.Positive,
        Topic = option.Length > LongestTopic ? option[..LongestTopic] : option,
        Sources = [item.Id, previous.Id],
    };

    // "I'll go with option 2" keeps its words and gains the option; "number 3 please" gets a verb too.
    private string ByNumber(Sentence sentence, int start, int length, string option)
    {
        var clause = ClauseAnalyzer.Analyze(sentence.Tokens, false, true, context.Names);
        var picked = string.Join(' ', sentence.Tokens.AsSpan(start, length).ToArray().Select(token => token.Text));
        if (clause is not { Subject: SubjectKind.Speaker, Verb: not null } || clause.SubjectEnd == clause.SubjectStart || clause.Tokens.Length <= length)
        {
            return $"{speaker.Name} chose {picked}: {option}.";
        }

        var whole = writer.Write(clause, speaker.Name, times).TrimEnd('.');
        var at = whole.IndexOf(picked, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? $"{whole}: {option}." : $"{whole[..(at + picked.Length)]} ({option}){whole[(at + picked.Length)..]}.";
    }

    // "Let's go with the falafel bowl", "the Italian bistro sounds great", "the sedan would be the best option for me".
    private static string? Picked(Sentence sentence)
    {
        var tokens = sentence.Tokens;
        var start = 0;
        while (start < tokens.Length && (!tokens[start].IsWord || Discourse.IsOpener(tokens[start].Lower)))
        {
            start++;
        }

        var rest = tokens.AsSpan(start);
        if (Discourse.HedgeAt(rest) is var hedge && hedge > 0)
        {
            rest = rest[hedge..];
        }

        foreach (var head in Heads)
        {
            if (TokenSpans.StartsWith(rest, head))
            {
                return Phrase(rest[head.Length..]);
            }
        }

        for (var i = 1; i < rest.Length; i++)
        {
            if (!TokenSpans.Contains(rest[i..], "idea") && !TokenSpans.Contains(rest[i..], "point") && !TokenSpans.Contains(rest[i..], "suggestion") && rest[i].Lower is "sound" or "sounds" or "seem" or "seems" or "look" or "looks" or "is" or "would" && TokenSpans.ContainsAny(rest[i..], Praise))
            {
                return rest[0].Lower is "i" or "it" or "that" or "this" or "you" or "those" or "they" or "my" ? null : Phrase(rest[..i]);
            }
        }

        // "Delos it is", "the blue one then", "the ramen for me".
        foreach (var closing in Closings)
        {
            if (TokenSpans.IndexOf(rest, closing) is var at && at is > 0 and < 6 && rest[0].Lower is not ("i" or "we" or "it" or "that" or "this" or "so" or "you" or "they" or "he" or "she" or "what" or "how" or "my") && IsDone(rest[(at + closing.Length)..]))
            {
                return Phrase(rest[0].Lower == "the" ? rest[1..at] : rest[..at]);
            }
        }

        // "Wednesday works."
        for (var i = 1; i < rest.Length; i++)
        {
            if (rest[i].Lower is "works" && rest[0].Lower is not ("it" or "that" or "this" or "i" or "he" or "she" or "my"))
            {
                return Phrase(rest[..i]);
            }
        }

        // "The Swiss one."
        if (rest.Length is 3 or 4 && rest[0].Lower == "the" && rest[^1].Lower is "one" or "option")
        {
            return Phrase(rest[..^1]);
        }

        return rest.Length > 1 && rest[^1].Lower == "please" && rest[0].Lower is not ("i" or "we" or "it") ? Phrase(rest[..^1]) : null;
    }

    private static readonly string[][] Closings = [["it", "is"], ["it", "will", "be"], ["will", "do"], ["will", "be", "fine"], ["is", "fine"], ["then"], ["for", "me"], ["for", "us"], ["for", "the", "win"]];

    private static bool IsDone(ReadOnlySpan<Token> tokens)
    {
        foreach (var token in tokens)
        {
            if (token.Lower is "," or ";" or ":" or "—" or "–" or "-")
            {
                return true;
            }

            if (token.IsWord && token.Lower is not ("then" or "please" or "for" or "me" or "us" or "today" or "thanks" or "again"))
            {
                return false;
            }
        }

        return true;
    }

    // "Hiltl.", "27 obviously", "inside, back corner": a name out of what was offered, and what goes with it.
    private static string? Named(Sentence sentence, string offer)
    {
        var tokens = sentence.Tokens;
        var start = 0;
        while (start < tokens.Length && (!tokens[start].IsWord || Discourse.IsOpener(tokens[start].Lower) || tokens[start].Lower is "the" or "definitely" or "probably" or "maybe"))
        {
            start++;
        }

        if (tokens[..start].Any(token => token.Lower is "no" or "nope" or "nah"))
        {
            return null;
        }

        var end = start;
        while (end < tokens.Length && tokens[end].IsWord)
        {
            end++;
        }

        var rest = tokens[start..end];
        while (rest.Length > 0 && rest[^1].Lower is "please" or "pls" or "plz" or "obviously" or "definitely" or "then" or "one" or "yes" or "thanks" or "cheers" or "again" or "always" or "ta")
        {
            rest = rest[..^1];
        }

        if (rest.Length is 0 or > 4 || tokens.Length - start > 10 || WordLists.Empty.Contains(rest[0].Lower) || Praise.Contains(rest[^1].Lower) || rest.Any(token => Verbs.IsFinite(token.Lower) || token.Lower is "i" or "we" or "no" or "not" or "what" or "how" or "why" or "you"))
        {
            return null;
        }

        var picked = string.Join(' ', rest.Select(token => token.Text));
        var terms = WordAnalyzer.Terms(picked);
        var offered = new HashSet<string>(WordAnalyzer.Terms(offer.Length > 8192 ? offer[..8192] : offer), StringComparer.Ordinal);
        if (terms.Count == 0 || !terms.All(offered.Contains))
        {
            return null;
        }

        // "14C, as always" of "14B middle, 14C aisle": a label alone tells nothing without what it labels.
        if (rest.Length == 1 && rest[0].Text.Any(char.IsAsciiDigit) && Labelled(picked, offer) is { } labelled)
        {
            return labelled;
        }

        var further = tokens[end..].SkipWhile(token => !token.IsWord).ToArray();
        return further.Length is > 0 and < 6 && !further.Any(token => Verbs.IsFinite(token.Lower) || token.Lower is "i" or "we") ? picked + ", " + string.Join(' ', further.Where(token => token.IsWord).Select(token => token.Text)) : picked;
    }

    private static string? Labelled(string label, string offer) =>
        offer.Split([',', ';', ':', '.', '?', '!', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(static part => part.StartsWith("or ", StringComparison.OrdinalIgnoreCase) || part.StartsWith("and ", StringComparison.OrdinalIgnoreCase) ? part[(part.IndexOf(' ', StringComparison.Ordinal) + 1)..] : part)
            .FirstOrDefault(part => part.Split(' ') is { Length: > 1 and < 6 } words && words.Contains(label, StringComparer.OrdinalIgnoreCase));

    private static readonly IReadOnlySet<string> Praise = WordLists.Of("best great good perfect perfectly wonderful ideal amazing lovely nice appealing suitable fun right fit delicious excellent better way safe tasty enjoyable comfortable sensible reasonable smart solid");

    private static string? Phrase(ReadOnlySpan<Token> tokens)
    {
        var text = new System.Text.StringBuilder();
        foreach (var token in tokens)
        {
            if (!token.IsWord && token.Lower is not ("-" or "'" or "&"))
            {
                break;
            }

            if (token.Lower is "please" or "because" or "since" or "thanks")
            {
                break;
            }

            text.Append(text.Length > 0 ? " " : "").Append(token.Text);
        }

        var phrase = text.ToString();
        return phrase.Length == 0 ? null : char.ToLowerInvariant(phrase[0]) is var first && phrase.Length > 1 && char.IsUpper(phrase[1]) ? phrase : first + phrase[1..];
    }

    // Nearly all words of what was picked stand in what was offered.
    private static bool IsOffered(string picked, string offer)
    {
        var words = WordAnalyzer.Terms(picked).Where(term => term is not ("one" or "option" or "idea" or "choic" or "suggest")).ToList();
        if (words.Count == 0)
        {
            return false;
        }

        var offered = new HashSet<string>(WordAnalyzer.Terms(offer.Length > 8192 ? offer[..8192] : offer), StringComparer.Ordinal);
        return words.Count(offered.Contains) * 10 >= words.Count * 7;
    }
}
