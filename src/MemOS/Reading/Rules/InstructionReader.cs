using System.Collections.Frozen;
using MemOS.Evidence;
using MemOS.Reading.Rules.English;

namespace MemOS.Reading.Rules;

/// <summary>Finds how the assistant should behave from now on: "always answer in French", "please don't use tables", "call me Al".</summary>
/// <remarks>A command for the task at hand ("make it shorter") is no instruction: it needs a word that makes it last, or a manner of answering.</remarks>
internal static class InstructionReader
{
    private static readonly string[][] Lasting =
    [
        .. """
        always
        never
        from now on
        going forward
        moving forward
        in the future
        in future
        every time
        each time
        every answer
        every reply
        every message
        each answer
        each reply
        next time
        from today
        from today on
        from tomorrow
        starting today
        whenever
        by default
        at all times
        from here on
        for all your answers
        in all your answers
        in every answer
        in every response
        in every reply
        when you
        when you answer
        when answering
        when you reply
        when you respond
        when responding
        when you explain
        when you write
        when i ask
        when i write
        when i make
        when i get
        when i talk
        when i send
        unless i ask
        when it is about
        if you are not sure
        if you are unsure
        if you do not know
        when in doubt
        if in doubt
        when it comes to
        when we talk about
        your answers
        your responses
        your replies
        your answer style
        your tone
        """.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')),
    ];

    /// <summary>What a manner of answering is made of.</summary>
    public static readonly FrozenSet<string> Manners = WordLists.Of(
        "emoji emojis emoticons table tables bullet bullets markdown heading headings headers jargon slang lists exclamation apologize apologise apologizing swear disclaimers disclaimer filler metaphors analogies abbreviations acronyms citations footnotes concise brief formal informal casual polite verbose lecture lecturing flatter flattery sarcasm jokes metric imperial celsius fahrenheit tone source sources reference references examples paragraphs sentences simple short answers replies responses plain tldr humor humour");

    private static readonly FrozenSet<string> Languages = WordLists.Of(
        "english french german spanish italian portuguese dutch swedish norwegian danish finnish polish russian ukrainian turkish greek arabic hebrew hindi chinese mandarin cantonese japanese korean vietnamese thai indonesian czech hungarian romanian bulgarian croatian serbian catalan latin esperanto urdu bengali tamil farsi persian swahili");

    private static readonly FrozenSet<string> Answering = WordLists.Of("answer reply respond speak talk write communicate use keep be explain sign address call refer stop quit avoid give end start begin finish include add format do ping nudge alert notify wake");

    /// <summary>The instruction that a sentence gives; <see langword="null"/> when it gives none.</summary>
    public static RecordDraft? Read(Sentence sentence, EvidenceItem item, Speaker speaker, ThirdPersonWriter writer, MessageTimes times, bool hasCode)
    {
        sentence = OrderForms.Plain(sentence);
        if ((StyleReader.NoMore(sentence, item, speaker) ?? StyleReader.Welcome(sentence, item, speaker) ?? StyleReader.Wanted(sentence, item, speaker, writer, times)) is { } enough)
        {
            return enough;
        }

        var tokens = Trim(sentence.Tokens);
        if (tokens.Length < 2)
        {
            return null;
        }

        var polite = tokens[0].Lower is "can" or "could" or "would" or "will" && tokens[1].Lower == "you";
        if (polite)
        {
            tokens = Trim(tokens[2..]);
        }
        else if (sentence.IsQuestion)
        {
            return null;
        }

        if (tokens[0].Lower == "you" && tokens.Length > 3 && (tokens[1].Lower is "should" or "must" || (tokens[1].Lower is "can" or "may" or "could" && TokenSpans.StartsWith(tokens.AsSpan(2), ["call", "me"]))))
        {
            tokens = tokens[2..];
        }

        var wanted = WantedOf(tokens);
        tokens = wanted >= 0 ? Trim(tokens[wanted..]) : tokens;
        if (tokens.Length < 2 || !(wanted >= 0 || IsImperative(tokens)))
        {
            return null;
        }

        var name = NameIn(tokens);
        var lasting = Lasting.Any(phrase => TokenSpans.IndexOf(tokens, phrase) is var at && at >= 0 && (at < 6 || at + phrase.Length >= tokens.Length - 1 || tokens[at + phrase.Length].Lower == ","));
        lasting |= IsStanding(tokens);
        var manner = TokenSpans.ContainsAny(tokens, Manners) && tokens.Take(4).Any(token => Answering.Contains(Plain(token.Lower)));
        var language = LanguageOf(tokens);
        var reminds = !hasCode && IsReminder(tokens);
        if (name is null && !(lasting && !hasCode && !IsNarrow(tokens)) && !(manner && !hasCode && !IsNarrow(tokens)) && language is null && !reminds)
        {
            return null;
        }

        if (polite && !lasting && name is null && language is null && !manner && !reminds)
        {
            return null;
        }

        var clause = new Clause { Tokens = tokens, Subject = SubjectKind.None, Verb = VerbPhrase.Read(tokens, 0) };
        var written = Lower(writer.Write(clause with { Tokens = ToAssistant(tokens) }, null, times));
        var plain = Plain(tokens[0].Lower);
        var lead = tokens[0].Lower is "do" && tokens.Length > 1 && tokens[1].Lower == "not" ? "the assistant not to " + written["do not ".Length..]
            : plain is "always" or "never" or "only" || Verbs.IsBase(plain) || Answering.Contains(plain) ? "the assistant to " + plain + written[Math.Min(tokens[0].Text.Length, written.Length)..]
            : "from the assistant: " + written;
        return new()
        {
            Kind = MemoryKind.Instruction,
            Text = $"{speaker.Name} wants {lead}",
            Subject = speaker.Subject,
            Entities = EntityFinder.Find(clause, speaker.Name),
            EventTime = reminds ? times.Of(clause) : null,
            Confidence = lasting ? 0.9 : 0.75,
            Origin = item.Content.Kind == EvidenceKind.Manual ? RecordOrigin.Manual : RecordOrigin.User,
            Slot = name is not null ? Address : language is not null ? "answer language" : plain is not ("do" or "never" or "stop" or "avoid" or "skip") && StyleReader.DimensionOf(tokens) is { } dimension ? "style " + dimension : null,
            SlotValue = name ?? language ?? (plain is not ("do" or "never" or "stop" or "avoid" or "skip") && StyleReader.DimensionOf(tokens) is not null ? StyleReader.ValueOf(tokens) : null),
            RejectedValue = plain is "stop" or "avoid" or "skip" or "quit" && !Array.Exists(tokens, token => token.Lower is "in" or "for" or "when" or "about" or "than" or "unless" or "except") ? StyleReader.StrongIn(tokens) : null,
            Sources = [item.Id],
        };
    }

    // "Remind me to…", "don't let me forget…", "make sure I don't miss…": asked of the assistant, and no plan of the speaker's.
    private static bool IsReminder(Token[] tokens) => tokens.Length > 3 && Array.Exists(Reminders, words => TokenSpans.StartsWith(tokens, words));

    private static readonly string[][] Reminders =
    [
        .. "remind me to|remind me about|remind me of|remind me that|remind me on|remind me in|do not let me forget|do not let me miss|do not let me oversleep|do not let me be late|do not forget to remind me|remember to remind me|make sure i|make sure that i|make sure we|make sure to remind me|be sure to remind me|see that i|ping me|nudge me|wake me|alert me|notify me"
            .Split('|').Select(words => words.Split(' ')),
    ];

    // What the assistant would do again and again: suggest, call somebody a name, use a manner of writing.
    private static bool IsStanding(Token[] tokens)
    {
        if (tokens[0].Lower == "correct" && TokenSpans.Contains(tokens, "my") && (TokenSpans.Contains(tokens, "when") || TokenSpans.Contains(tokens, "whenever")))
        {
            return true;
        }

        var negative = tokens[0].Lower == "do" && tokens.Length > 2 && tokens[1].Lower == "not" ? 2 : tokens[0].Lower is "stop" or "quit" ? 1 : -1;

        // "Don't tell me about keto again".
        if (negative > 0 && negative + 2 < tokens.Length && tokens[negative].Lower is "tell" or "give" or "show" && tokens[negative + 1].Lower is "me" or "us" && tokens.Skip(negative).Any(token => token.Lower is "about" or "any" or "more") && !TokenSpans.Contains(tokens, "you") && (TokenSpans.Contains(tokens, "again") || TokenSpans.Contains(tokens, "anymore") || TokenSpans.Contains(tokens, "ever") || TokenSpans.IndexOf(tokens, ["any", "more"]) > 0))
        {
            return true;
        }

        return negative > 0 && negative < tokens.Length && Plain(tokens[negative].Lower) is "suggest" or "recommend" or "offer" or "mention" or "call" or "remind" or "ping" or "message" or "contact" or "disturb" or "schedule" or "ask" or "use" or "explain" or "apologize" or "apologise" or "lecture" or "repeat" or "assume" or "patronize" or "summarize" or "overwhelm" or "address" or "send" or "talk" or "bring" or "end" or "start" or "begin" or "include" or "add" && (Plain(tokens[negative].Lower) is not ("use" or "add" or "include" or "send" or "bring" or "start" or "end" or "begin" or "assume" or "summarize") || TokenSpans.ContainsAny(tokens, Manners));
    }

    // "Answered" and "calling" as the verb that they are forms of.
    private static string Plain(string lower)
    {
        foreach (var (ending, back) in (ReadOnlySpan<(string, string)>)[("ing", ""), ("ing", "e"), ("ed", ""), ("d", "")])
        {
            if (lower.EndsWith(ending, StringComparison.Ordinal) && lower[..^ending.Length] + back is var plain && (Verbs.IsBase(plain) || Answering.Contains(plain)))
            {
                return plain;
            }
        }

        return lower;
    }

    // "When you write" is "when it writes".
    private static Token[] ToAssistant(Token[] tokens)
    {
        var turned = tokens.Select(ToAssistant).ToArray();
        for (var i = 1; i < tokens.Length; i++)
        {
            if (tokens[i - 1].Lower == "you" && (Verbs.IsBase(tokens[i].Lower) || tokens[i].Lower is "are" or "have" or "do"))
            {
                turned[i] = turned[i].Reworded(Verbs.ThirdPerson(tokens[i].Lower));
            }
        }

        return turned;
    }

    private static Token ToAssistant(Token token) => token.Lower switch { "you" => token.Reworded("it"), "your" => token.Reworded("its"), "yourself" => token.Reworded("itself"), _ => token };

    private static string Lower(string text) => text.Length > 1 && char.IsUpper(text[0]) && !char.IsUpper(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;

    private static Token[] Trim(Token[] tokens)
    {
        var start = 0;
        while (start < tokens.Length && (!tokens[start].IsWord || (Discourse.IsOpener(tokens[start].Lower) && tokens[start].Lower is not "never") || tokens[start].Lower is "kindly" or "just"))
        {
            start++;
        }

        // "From now on, answer…": the phrase in front is moved nowhere; the command behind it decides.
        return start == 0 ? tokens : tokens[start..];
    }

    // "I want you to…", "I'd like you to…", "I need you to…", "I prefer that you…", "I'd appreciate it if you…".
    private static int WantedOf(Token[] tokens)
    {
        for (var i = 0; i + 2 < tokens.Length && i < 8; i++)
        {
            if (tokens[i].Lower == "you" && i > 0 && ((tokens[i - 1].Lower is "want" or "like" or "need" or "prefer" or "expect" && tokens[i + 1].Lower is "to") || (tokens[i - 1].Lower is "rather" && Verbs.IsPast(tokens[i + 1].Lower)) || (tokens[i - 1].Lower is "if" && tokens.Take(i).Any(token => token.Lower is "prefer" or "appreciate" or "like" or "great"))))
            {
                return tokens[i + 1].Lower is "to" or "could" or "would" or "can" ? i + 2 : i + 1;
            }
        }

        return -1;
    }

    private static bool IsImperative(Token[] tokens)
    {
        var i = 0;

        // An opening "from now on," or "whenever I ask for code," stands before the command.
        if (Lasting.Any(phrase => TokenSpans.StartsWith(tokens, phrase)) && tokens[0].Lower is not ("always" or "never"))
        {
            // "Whenever I ask for code, …" runs to its comma; "from now on" is over by itself.
            var opener = Lasting.First(phrase => TokenSpans.StartsWith(tokens, phrase)).Length;
            var comma = Array.FindIndex(tokens, token => token.Lower == ",");
            var always = Array.FindIndex(tokens, token => token.Lower is "always" or "never");
            i = always > opener && (comma < 0 || always < comma) && tokens[0].Lower is "whenever" or "when" ? always
                : comma > 0 && (comma <= opener || tokens[0].Lower is "whenever" or "when" or "every" or "each" or "if") ? comma + 1 : Lasting.First(phrase => TokenSpans.StartsWith(tokens, phrase)).Length;
        }

        while (i < tokens.Length && tokens[i].Lower is "please" or "always" or "never" or "kindly" or "also" or "just" or "only")
        {
            i++;
        }

        if (i >= tokens.Length)
        {
            return false;
        }

        var word = tokens[i].Lower;
        if (Verbs.IsModal(word))
        {
            return false;
        }

        if (word == "do" && i + 1 < tokens.Length && tokens[i + 1].Lower is "not" or "never")
        {
            return true;
        }

        // "Never book anything for me": whatever the word, what it is done to stands behind it.
        if (i > 0 && i + 1 < tokens.Length && tokens[i].Kind == TokenKind.Word && !Verbs.IsFinite(word) && !WordLists.Determiners.Contains(word) && !WordLists.Prepositions.Contains(word) && word is not ("i" or "we" or "you" or "it" or "they" or "he" or "she") && tokens[i + 1].Lower is "me" or "us" or "anything" or "anyone" or "them" or "my" or "any")
        {
            return true;
        }

        return word is "no" && TokenSpans.ContainsAny(tokens.AsSpan(i), Manners) || Answering.Contains(word) || (Verbs.IsBase(word) && !(i + 1 < tokens.Length && Verbs.IsFinite(tokens[i + 1].Lower))) || word is "be" or "show" or "provide" or "summarize" or "translate" or "convert" or "remind" or "assume" or "limit" or "mention" or "double-check" or "cite" or "generate" or "review" or "list" or "format" or "run" or "test" or "label" or "tag" or "quote" or "link";
    }

    // "In this function", "for this one": for the task at hand only.
    private static bool IsNarrow(Token[] tokens) =>
        TokenSpans.IndexOf(tokens, ["this", "function"]) >= 0 || TokenSpans.IndexOf(tokens, ["this", "time"]) >= 0 || TokenSpans.IndexOf(tokens, ["this", "one"]) >= 0 || TokenSpans.IndexOf(tokens, ["this", "class"]) >= 0 ||
        TokenSpans.IndexOf(tokens, ["this", "file"]) >= 0 || TokenSpans.IndexOf(tokens, ["this", "method"]) >= 0 || TokenSpans.IndexOf(tokens, ["the", "function"]) >= 0 || TokenSpans.IndexOf(tokens, ["this", "code"]) >= 0 || TokenSpans.Contains(tokens, ":") ||
        TokenSpans.IndexOf(tokens, ["this", "story"]) >= 0 || TokenSpans.IndexOf(tokens, ["this", "text"]) >= 0 || TokenSpans.IndexOf(tokens, ["this", "email"]) >= 0 || TokenSpans.IndexOf(tokens, ["the", "story"]) >= 0 || TokenSpans.IndexOf(tokens, ["this", "essay"]) >= 0;

    private static string? NameIn(Token[] tokens)
    {
        var at = TokenSpans.IndexOf(tokens, ["call", "me"]);
        at = at >= 0 ? at + 2 : TokenSpans.IndexOf(tokens, ["address", "me", "as"]) is var address && address >= 0 ? address + 3 : TokenSpans.IndexOf(tokens, ["refer", "to", "me", "as"]) is var refer && refer >= 0 ? refer + 4 : -1;

        // "Address me formally, as Dr. Abernathy".
        var me = TokenSpans.IndexOf(tokens, ["address", "me"]);
        var named = TokenSpans.IndexOf(tokens, ["by", "my"]);
        if (at > 0 && named == at && Array.FindIndex(tokens, named, token => token.IsCapitalised) is var own && own > named && own - named < LongestManner + 1)
        {
            return tokens[own].Lower;
        }

        var form = at > 0 || me < 0 ? -1 : Array.FindIndex(tokens, me, token => token.Lower is "as" or "by");
        at = form > 0 && form - me <= LongestManner ? form + 1 : at;
        return at > 0 && at < tokens.Length && tokens[at].IsCapitalised ? WithTitle(tokens, at) : null;
    }

    private static string WithTitle(Token[] tokens, int at)
    {
        var next = at + 1 < tokens.Length && tokens[at + 1].Lower == "." ? at + 2 : at + 1;
        return tokens[at].Lower.TrimEnd('.') is "dr" or "mr" or "mrs" or "ms" or "prof" or "professor" or "doctor" && next < tokens.Length && tokens[next].IsCapitalised ? $"{tokens[at].Lower} {tokens[next].Lower}" : tokens[at].Lower;
    }

    private const int LongestManner = 4;

    /// <summary>The form of address that somebody asks for by the name alone, where one was spoken of: "Drop the doctor. Just Fergus."</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="said">The sentence before it in the message.</param>
    /// <param name="context">What was said before.</param>
    /// <param name="item">The message.</param>
    /// <param name="speaker">Who says it.</param>
    public static RecordDraft? ReadName(Sentence sentence, Sentence said, ReadingContext context, EvidenceItem item, Speaker speaker)
    {
        var words = sentence.Tokens.Where(token => token.IsWord && !(Discourse.IsOpener(token.Lower) && !token.IsCapitalised) && token.Lower is not ("just" or "only" or "simply")).ToArray();
        var drops = said.Tokens is { Length: > 2 } && said.Tokens[0].Lower is "drop" or "skip" or "forget" or "lose" && said.Tokens[1].Lower == "the";
        var form = words is [{ IsCapitalised: true }, { Lower: "is" or "will" }, { Lower: "fine" or "do" or "enough" or "plenty" }] ? words[..1] : words;
        if (sentence.IsQuestion || form is not [{ IsCapitalised: true } name] || name.Text.Length < 2 || WordLists.Weekdays.Contains(name.Lower) || !(sentence.Tokens.Any(token => token.Lower is "just" or "only" or "simply") || form.Length < words.Length) || !(drops || context.Known.Any(statement => statement.Slot == Address && statement.Subject == speaker.Subject)))
        {
            return null;
        }

        return new()
        {
            Kind = MemoryKind.Instruction,
            Text = drops ? $"{speaker.Name} wants the assistant to {said.Tokens[0].Lower} the {said.Tokens[2].Text}, just {name.Text}." : $"{speaker.Name} wants from the assistant: just {name.Text}.",
            Subject = speaker.Subject,
            Confidence = 0.75,
            Origin = item.Content.Kind == EvidenceKind.Manual ? RecordOrigin.Manual : RecordOrigin.User,
            Slot = Address,
            SlotValue = name.Lower,
            Sources = [item.Id],
        };
    }

    private const string Address = "form of address";

    /// <summary>The language that somebody goes over to without a verb: "Back to English please", "in German from now on".</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="item">The message.</param>
    /// <param name="speaker">Who says it.</param>
    public static RecordDraft? ReadLanguage(Sentence sentence, EvidenceItem item, Speaker speaker)
    {
        var tokens = Trim(sentence.Tokens);
        tokens = TokenSpans.StartsWith(tokens, ["you", "can"]) || TokenSpans.StartsWith(tokens, ["you", "may"]) ? tokens[2..] : tokens;
        var at = TokenSpans.StartsWith(tokens, ["back", "to"]) ? 2 : TokenSpans.StartsWith(tokens, ["go", "back", "to"]) ? 3 : TokenSpans.StartsWith(tokens, ["go", "on", "in"]) ? 3 : TokenSpans.StartsWith(tokens, ["switch", "back", "to"]) ? 3 : TokenSpans.StartsWith(tokens, ["switch", "to"]) ? 2 : TokenSpans.StartsWith(tokens, ["let", "us", "switch", "to"]) ? 4 : TokenSpans.StartsWith(tokens, ["let", "us", "go", "back", "to"]) ? 5 : tokens is [{ Lower: "answer" or "reply" or "respond" or "write" or "speak" or "talk" }, { Lower: "in" }, ..] ? 2 : tokens is [{ Lower: "in" }, ..] ? 1 : 0;
        if (sentence.IsQuestion || at >= tokens.Length || !Languages.Contains(tokens[at].Lower) || !(at > 1 || at + 1 < tokens.Length && tokens[at + 1].Lower is "please" or "from" or "pls") || (at + 1 < tokens.Length && tokens[at + 1].IsWord && tokens[at + 1].Lower is not ("please" or "from" or "pls" or "now" or "again" or "for" or "with")))
        {
            return null;
        }

        var said = string.Join(' ', tokens[..(at + 1)].Select(token => token.Lower == "us" ? "it" : token.Text));
        return new()
        {
            Kind = MemoryKind.Instruction,
            Text = $"{speaker.Name} wants from the assistant: {Lower(said)}.",
            Subject = speaker.Subject,
            Confidence = 0.8,
            Origin = item.Content.Kind == EvidenceKind.Manual ? RecordOrigin.Manual : RecordOrigin.User,
            Slot = "answer language",
            SlotValue = tokens[at].Lower,
            Sources = [item.Id],
        };
    }

    // "Answer in French", "reply in German please"; "write a poem in French" is a task.
    private static string? LanguageOf(Token[] tokens)
    {
        for (var i = 1; i + 1 < tokens.Length; i++)
        {
            // "In British English", "in simple German".
            var named = i + 2 < tokens.Length && !Languages.Contains(tokens[i + 1].Lower) && tokens[i + 1].Kind == TokenKind.Word ? i + 2 : i + 1;
            if (tokens[i].Lower == "in" && Languages.Contains(tokens[named].Lower) && (named == i + 1 || tokens[i + 1].Lower is "british" or "american" or "simple" or "plain" or "easy" or "proper" or "brazilian" or "mexican" or "formal") && Array.FindIndex(tokens, 0, i, token => Plain(token.Lower) is "answer" or "reply" or "respond" or "speak" or "talk" or "communicate" or "write") is >= 0 and var verb && !(verb > 0 && tokens[verb - 1].Lower is "i" or "we"))
            {
                var between = i - verb - 1;
                if (between <= 2 && !tokens.AsSpan(verb + 1, between).ToArray().Any(token => token.Lower is "a" or "an" or "the" or "this"))
                {
                    return tokens[named].Lower;
                }
            }
        }

        return null;
    }
}
