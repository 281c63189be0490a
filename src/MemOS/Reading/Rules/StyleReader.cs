using MemOS.Evidence;
using MemOS.Reading.Rules.English;

namespace MemOS.Reading.Rules;

/// <summary>
/// Reads how answers shall look from words of style alone: "bullet points for everything", "british spelling please", "drop the
/// emojis". Each word belongs to a dimension, and of a dimension the last wish holds.
/// </summary>
internal static class StyleReader
{
    private const int LongestWish = 16;

    // dimension: words.
    private const string Table = """
        format: bullet bullets bullet-points bulleted paragraph paragraphs prose table tables heading headings markdown checklist numbered
        length: short brief concise succinct long detail details detailed lengthy terse one-liners one-liner in-depth sentences sentence shorter longer
        tone: formal casual informal friendly professional polite blunt direct chatty warm neutral
        units: metric imperial celsius fahrenheit kilometres kilometers miles kilos pounds grams cups ounces inches feet centimetres centimeters
        spelling: british american spelling
        emojis: emoji emojis
        clock: 24-hour 24h 12-hour am/pm
        """;

    private static readonly Dictionary<string, string> Dimensions = Table
        .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(": "))
        .SelectMany(parts => parts[1].Split(' ').Select(word => (Word: word, Dimension: parts[0])))
        .ToDictionary(pair => pair.Word, pair => pair.Dimension, StringComparer.Ordinal);

    private static readonly IReadOnlySet<string> GivenUp = WordLists.Of("forget drop ditch lose skip stop no not without instead scrap enough");
    private static readonly IReadOnlySet<string> Strong = WordLists.Of("bullet bullets bullet-points bulleted paragraphs prose markdown concise succinct emoji emojis metric imperial celsius fahrenheit spelling 24-hour 12-hour 24h");
    private static readonly IReadOnlySet<string> Answers = WordLists.Of("answers replies responses explanations");
    private static readonly IReadOnlySet<string> Turning = WordLists.Of("convert from always use measurements units everything every all weights recipes");
    private static readonly IReadOnlySet<string> Dropping = WordLists.Of("drop ditch lose skip stop no without cut avoid enough less");
    private static readonly IReadOnlySet<string> Asking = WordLists.Of("use keep make give answer answers reply replies respond response responses write go switch back want prefer need rather please everything always drop ditch lose skip stop no can could from only stick rules convert now");
    private static readonly IReadOnlySet<string> Tasks = WordLists.Of("this it story email letter essay poem report post article message wrote written was were is are he she they his her their did");

    /// <summary>The dimension of style that words name; <see langword="null"/> when they name none, or several of one kind say it is a task.</summary>
    public static string? DimensionOf(ReadOnlySpan<Token> tokens)
    {
        if (TokenSpans.IndexOf(tokens, ["whole", "sentences"]) >= 0 || TokenSpans.IndexOf(tokens, ["full", "sentences"]) >= 0 || TokenSpans.IndexOf(tokens, ["complete", "sentences"]) >= 0)
        {
            return "format";
        }

        foreach (var token in tokens)
        {
            if ((Strong.Contains(token.Lower) || (token.Lower is "cups" or "grams" or "ounces" or "pounds" or "kilos" or "miles" && TokenSpans.ContainsAny(tokens, Turning))) && Dimensions.TryGetValue(token.Lower, out var dimension))
            {
                return dimension;
            }
        }

        // "Keep your replies under three sentences", "long explanations from now on".
        var isLasting = TokenSpans.ContainsAny(tokens, Answers) || TokenSpans.StartsWith(tokens, ["keep", "it"]) || TokenSpans.IndexOf(tokens, ["from", "now", "on"]) >= 0;
        foreach (var token in tokens)
        {
            if (isLasting && Dimensions.TryGetValue(token.Lower, out var weak) && weak == "length" || (isLasting && token.Lower is "lines" or "words"))
            {
                return "length";
            }
        }

        return null;
    }

    /// <summary>The words of style among these.</summary>
    public static string ValueOf(Token[] tokens)
    {
        // "Forget the short answers, from now on explain in detail": what is so from now on.
        var on = TokenSpans.IndexOf(tokens, ["from", "now", "on"]);
        // "Inches instead of metric" asks for no metric.
        var instead = TokenSpans.IndexOf(tokens, ["instead", "of"]) is >= 0 and var other ? other : TokenSpans.IndexOf(tokens, ["rather", "than"]);
        tokens = instead > 0 ? tokens[..instead] : tokens;
        // "You may write longer answers from now on, five sentences is too tight": what is so stands before it, unless that is given up.
        if (on > 0 && on < tokens.Length && !TokenSpans.ContainsAny(tokens.AsSpan(0, on), GivenUp) && Words(tokens[..on]) is { Length: > 0 } before)
        {
            return before;
        }

        return on > 0 && on < tokens.Length && Words(tokens[on..]) is { Length: > 0 } anew ? anew : Words(tokens);
    }

    /// <summary>"No more tables, they break on my phone": the manner that there was has had its time.</summary>
    public static RecordDraft? NoMore(Sentence sentence, EvidenceItem item, Speaker speaker)
    {
        var at = TokenSpans.IndexOf(sentence.Tokens, ["no", "more"]);
        return at is < 0 or > 3 || at + 2 >= sentence.Tokens.Length || sentence.IsQuestion || !InstructionReader.Manners.Contains(sentence.Tokens[at + 2].Lower) || !(at + 4 < sentence.Tokens.Length && sentence.Tokens[at + 3].Lower == "," && sentence.Tokens[at + 4].Lower is "they" or "it" or "those") && !Array.TrueForAll(sentence.Tokens[(at + 3)..], token => !token.IsWord || token.Lower is "please" or "thanks" or "thank" or "you" or "from" or "now" or "on" or "pls") ? null : new()
        {
            Kind = MemoryKind.Instruction,
            Text = $"{speaker.Name} wants no more {sentence.Tokens[at + 2].Text}.",
            Subject = speaker.Subject,
            Confidence = 0.8,
            Origin = item.Content.Kind == EvidenceKind.Manual ? RecordOrigin.Manual : RecordOrigin.User,
            RejectedValue = sentence.Tokens[at + 2].Lower.TrimEnd('s'),
            Sources = [item.Id],
            IsChange = true,
        };
    }

    /// <summary>"Bullet points are fine again": what was turned down is welcome, and the wish against it has had its time.</summary>
    public static RecordDraft? Welcome(Sentence sentence, EvidenceItem item, Speaker speaker)
    {
        const int LongestThing = 4;
        var tokens = sentence.Tokens;
        var copula = Array.FindIndex(tokens, static token => token.Lower is "are" or "is");
        if (sentence.IsQuestion || copula < 1 || copula + 1 >= tokens.Length || !Welcomes.Contains(tokens[copula + 1].Lower) || !(TokenSpans.Contains(tokens.AsSpan(copula), "again") || TokenSpans.Contains(tokens.AsSpan(copula), "now") || TokenSpans.IndexOf(tokens.AsSpan(copula), ["after", "all"]) > 0))
        {
            return null;
        }

        var start = Array.FindLastIndex(tokens, copula - 1, static token => token.Lower is "," or ";" or "so" or "but" or ":") + 1;
        while (start < copula && (!tokens[start].IsWord || Discourse.IsOpener(tokens[start].Lower) || WordLists.Determiners.Contains(tokens[start].Lower)))
        {
            start++;
        }

        if (copula - start is < 1 or > LongestThing || StrongIn(tokens[start..copula]) is not { } style && (!Things.Contains(tokens[copula - 1].Lower) || (style = tokens[copula - 1].Lower.TrimEnd('s')).Length == 0))
        {
            return null;
        }

        var end = Array.FindIndex(tokens, copula, static token => token.Lower is "," or ";" or "so" or "because");
        return new()
        {
            Kind = MemoryKind.Instruction,
            Text = $"{speaker.Name} wants: {string.Join(' ', tokens[start..(end < 0 ? tokens.Length : end)].Select((token, place) => place == 0 ? token.Lower : token.Text))}.",
            Subject = speaker.Subject,
            Confidence = 0.8,
            Origin = item.Content.Kind == EvidenceKind.Manual ? RecordOrigin.Manual : RecordOrigin.User,
            RejectedValue = style,
            Sources = [item.Id],
            IsChange = true,
        };
    }

    /// <summary>"I want all summaries like that, two lines, no more": how answers of a kind are to be.</summary>
    public static RecordDraft? Wanted(Sentence sentence, EvidenceItem item, Speaker speaker, ThirdPersonWriter writer, MessageTimes times)
    {
        var tokens = sentence.Tokens;
        var start = Array.FindIndex(tokens, static token => token.IsWord && !Discourse.IsOpener(token.Lower));
        if (sentence.IsQuestion || start < 0 || start + 4 >= tokens.Length || tokens[start].Lower != "i" || tokens[start + 1].Lower is not ("want" or "need" or "prefer") || !Kinds.Contains(tokens[start + 3].Lower) || !(tokens[start + 2].Lower is "all" or "every" || Dimensions.ContainsKey(tokens[start + 2].Lower) && (TokenSpans.Contains(tokens, "now") || TokenSpans.Contains(tokens, "always") || TokenSpans.Contains(tokens, "again") || TokenSpans.IndexOf(tokens, ["in", "future"]) > 0)))
        {
            return null;
        }

        var told = writer.Write(new Clause { Tokens = tokens[(start + 2)..] }, null, times);
        return new()
        {
            Kind = MemoryKind.Instruction,
            Text = $"{speaker.Name} {tokens[start + 1].Lower}s {char.ToLowerInvariant(told[0])}{told[1..]}",
            Subject = speaker.Subject,
            Confidence = 0.8,
            Origin = item.Content.Kind == EvidenceKind.Manual ? RecordOrigin.Manual : RecordOrigin.User,
            Slot = Dimensions.GetValueOrDefault(tokens[start + 2].Lower) is { } dimension ? "style " + dimension : null,
            SlotValue = Dimensions.ContainsKey(tokens[start + 2].Lower) ? tokens[start + 2].Lower : null,
            Sources = [item.Id],
        };
    }

    private static readonly IReadOnlySet<string> Kinds = WordLists.Of("summary summaries answer answers reply replies response responses explanation explanations example examples recipe recipes list lists snippet snippets translation translations");

    private static readonly IReadOnlySet<string> Things = WordLists.Of("tables table headings lists jokes slang abbreviations metaphors emoticons");
    private static readonly IReadOnlySet<string> Welcomes = WordLists.Of("fine ok okay good allowed welcome great back cool alright useful");

    /// <summary>The first word that names a style by itself, as it is held against earlier wishes; <see langword="null"/> when there is none.</summary>
    public static string? StrongIn(Token[] tokens) => tokens.FirstOrDefault(token => Strong.Contains(token.Lower)).Lower?.TrimEnd('s');

    private static string Words(Token[] tokens) => string.Join(' ', tokens.Where(token => Dimensions.ContainsKey(token.Lower)).Select(token => token.Lower));

    /// <summary>The wish that a sentence tells; <see langword="null"/> when it tells none.</summary>
    public static RecordDraft? Read(Token[] tokens, EvidenceItem item, Speaker speaker, ThirdPersonWriter writer, MessageTimes times)
    {
        if (tokens.Length is < 2 or > LongestWish || Array.Exists(tokens, token => token.Kind == TokenKind.Number) || (TokenSpans.ContainsAny(tokens, Tasks) && !(TokenSpans.Contains(tokens, "every") && DimensionOf(tokens) == "units")) || DimensionOf(tokens) is not { } dimension || !TokenSpans.ContainsAny(tokens, Asking) && tokens.Length > 6)
        {
            return null;
        }

        var start = 0;
        while (start < tokens.Length - 1 && (!tokens[start].IsWord || (Discourse.IsOpener(tokens[start].Lower) && tokens[start].Lower is not "no") || tokens[start].Lower is "can" or "could" or "you" or "would"))
        {
            start++;
        }

        if (tokens[start].Lower is "i" or "we" or "my" or "he" or "she")
        {
            return null;
        }

        var words = tokens[start..];
        var dropped = Array.FindIndex(words, token => Dropping.Contains(token.Lower));
        var unwanted = dropped is >= 0 and < 3 ? words.Skip(dropped).FirstOrDefault(token => Strong.Contains(token.Lower)).Lower : null;
        var clause = new Clause { Tokens = words };
        var text = writer.Write(clause, null, times);
        return text.Length < 3 ? null : new()
        {
            Kind = MemoryKind.Instruction,
            Text = $"{speaker.Name} wants: {(words[0].Text == words[0].Lower ? char.ToLowerInvariant(text[0]) : text[0])}{text[1..]}",
            Subject = speaker.Subject,
            Confidence = 0.7,
            Origin = item.Content.Kind == EvidenceKind.Manual ? RecordOrigin.Manual : RecordOrigin.User,
            Slot = unwanted is null ? "style " + dimension : null,
            SlotValue = unwanted is null ? ValueOf(words) : null,
            RejectedValue = unwanted?.TrimEnd('s'),
            Sources = [item.Id],
            IsChange = true,
        };
    }
}
