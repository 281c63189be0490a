using System.Collections.Frozen;
using MemOS.Reading.Rules.English;

namespace MemOS.Reading.Rules.Filters;

/// <summary>Tells statements from what is not meant as one: commands, make-believe, suppositions, sarcasm.</summary>
internal static class SentenceFilter
{
    private static readonly FrozenSet<string> TaskVerbs = WordLists.Of(
        "write tell give make create generate compose draft explain show list describe summarize summarise translate rewrite paraphrase proofread correct edit improve fix convert refactor implement code debug optimize optimise review analyze analyse classify extract find search calculate compute solve answer " +
        "help recommend suggest provide design plan outline compare continue complete expand shorten simplify act pretend imagine suppose assume rephrase reply respond format sort count define name identify play repeat read check look open run test add remove delete change use try consider take turn set put do be let start stop begin finish " +
        "ask say think brainstorm elaborate discuss evaluate rate rank predict teach walk keep get send email call book order remind schedule convert craft role-play roleplay determine choose select pick fill match replace render draw sketch print display export import install build develop please can could would will");

    private static readonly FrozenSet<string> FictionNouns = WordLists.Of("story stories poem poems novel scene dialogue script screenplay song lyrics fanfic fanfiction limerick haiku monologue tale fable fairytale sonnet play joke sketch speech essay letter email blog article tweet post caption bio review resume cover-letter toast rap ballad comic episode chapter");

    private static readonly FrozenSet<string> Letters = WordLists.Of("email letter review resume bio caption post article speech essay toast");

    private static readonly FrozenSet<string> LongTexts = WordLists.Of("email letter essay cv resume report article contract thesis chapter story");

    private static readonly FrozenSet<string> Voices = WordLists.Of("story poem fictional fiction character as from saying");

    private static readonly FrozenSet<string> Referring = WordLists.Of("it this that them her him these as like person voice style sentence line text");

    private static readonly FrozenSet<string> TextTasks = WordLists.Of("translate rewrite paraphrase proofread correct edit improve summarize summarise rephrase shorten simplify fix check review polish reword analyze analyse expand");

    private static readonly (string Words, SentenceVerdict Verdict)[] Phrases =
    [
        ("let us role-play", SentenceVerdict.BeginFiction), ("let us roleplay", SentenceVerdict.BeginFiction), ("let us role play", SentenceVerdict.BeginFiction), ("let us pretend", SentenceVerdict.BeginFiction),
        ("let us play a game", SentenceVerdict.BeginFiction), ("let us play pretend", SentenceVerdict.BeginFiction), ("pretend to be", SentenceVerdict.BeginFiction), ("pretend you are", SentenceVerdict.BeginFiction), ("pretend that you", SentenceVerdict.BeginFiction),
        ("pretend i am", SentenceVerdict.BeginFiction), ("pretend that i", SentenceVerdict.BeginFiction), ("you are now", SentenceVerdict.BeginFiction), ("act as", SentenceVerdict.BeginFiction), ("act like", SentenceVerdict.BeginFiction),
        ("role-play", SentenceVerdict.BeginFiction), ("roleplay", SentenceVerdict.BeginFiction), ("role play", SentenceVerdict.BeginFiction), ("text adventure", SentenceVerdict.BeginFiction), ("be my dungeon master", SentenceVerdict.BeginFiction), ("dungeon master", SentenceVerdict.BeginFiction),
        ("stop the role-play", SentenceVerdict.EndFiction), ("stop role-playing", SentenceVerdict.EndFiction), ("stop pretending", SentenceVerdict.EndFiction), ("end of role-play", SentenceVerdict.EndFiction), ("out of character", SentenceVerdict.EndFiction),
        ("back to reality", SentenceVerdict.EndFiction), ("in real life", SentenceVerdict.EndFiction), ("end of story", SentenceVerdict.EndFiction), ("end the game", SentenceVerdict.EndFiction), ("end of the game", SentenceVerdict.EndFiction), ("end of game", SentenceVerdict.EndFiction), ("end of the role-play", SentenceVerdict.EndFiction), ("end of role play", SentenceVerdict.EndFiction), ("enough role-play", SentenceVerdict.EndFiction), ("enough role play", SentenceVerdict.EndFiction), ("enough pretending", SentenceVerdict.EndFiction), ("stop the role play", SentenceVerdict.EndFiction), ("end of the story", SentenceVerdict.EndFiction), ("back to real life", SentenceVerdict.EndFiction), ("back to normal life", SentenceVerdict.EndFiction), ("game over", SentenceVerdict.EndFiction), ("jokes aside", SentenceVerdict.EndFiction), ("end role-play", SentenceVerdict.EndFiction), ("end roleplay", SentenceVerdict.EndFiction), ("stop the game", SentenceVerdict.EndFiction), ("in reality", SentenceVerdict.EndFiction), ("for real now", SentenceVerdict.EndFiction),
        ("once upon a time", SentenceVerdict.DropRest), ("stay in character", SentenceVerdict.BeginFiction), ("in character", SentenceVerdict.BeginFiction), ("stay in role", SentenceVerdict.BeginFiction), ("my character", SentenceVerdict.Drop), ("main character", SentenceVerdict.Drop), ("in my novel", SentenceVerdict.Drop), ("in the next chapter", SentenceVerdict.Drop), ("in the first chapter", SentenceVerdict.Drop), ("in the last chapter", SentenceVerdict.Drop), ("in the final chapter", SentenceVerdict.Drop), ("in chapter", SentenceVerdict.Drop), ("in the novel", SentenceVerdict.Drop), ("in the book", SentenceVerdict.Drop), ("in the second chapter", SentenceVerdict.Drop), ("in my story", SentenceVerdict.Drop), ("in my book", SentenceVerdict.Drop),
        ("in the story", SentenceVerdict.Drop), ("in my dream", SentenceVerdict.DropRest), ("i had a dream", SentenceVerdict.DropRest), ("i dreamed", SentenceVerdict.DropRest), ("i dreamt", SentenceVerdict.DropRest), ("dreamt", SentenceVerdict.Drop), ("had a nightmare", SentenceVerdict.Drop), ("had this dream", SentenceVerdict.Drop), ("in my sleep", SentenceVerdict.Drop), ("in the game", SentenceVerdict.Drop), ("in the movie", SentenceVerdict.Drop), ("a dream where", SentenceVerdict.DropRest), ("a dream in which", SentenceVerdict.DropRest), ("the narrator", SentenceVerdict.Drop), ("the protagonist", SentenceVerdict.Drop),
        ("suppose", SentenceVerdict.DropRest), ("imagine", SentenceVerdict.DropRest), ("pretend", SentenceVerdict.DropRest), ("hypothetically", SentenceVerdict.DropRest), ("hypothetical", SentenceVerdict.DropRest), ("let us say", SentenceVerdict.DropRest), ("let us assume", SentenceVerdict.DropRest),
        ("let us suppose", SentenceVerdict.DropRest), ("let us imagine", SentenceVerdict.DropRest), ("assume", SentenceVerdict.DropRest), ("assuming", SentenceVerdict.DropRest), ("for example , say", SentenceVerdict.Drop), ("what if", SentenceVerdict.Drop), ("in theory", SentenceVerdict.Drop), ("in another life", SentenceVerdict.DropRest), ("thought experiment", SentenceVerdict.DropRest),
        ("if i were", SentenceVerdict.Drop), ("if i was", SentenceVerdict.Drop), ("if i had", SentenceVerdict.Drop), ("if we had", SentenceVerdict.Drop), ("if we were", SentenceVerdict.Drop), ("if only", SentenceVerdict.Drop), ("were i", SentenceVerdict.Drop), ("had i", SentenceVerdict.Drop), ("as if", SentenceVerdict.Drop), ("as though", SentenceVerdict.Drop), ("i wish", SentenceVerdict.Drop), ("we wish", SentenceVerdict.Drop), ("would have", SentenceVerdict.Drop), ("could have", SentenceVerdict.Drop), ("would be", SentenceVerdict.Drop), ("if i ever", SentenceVerdict.Drop), ("if we ever", SentenceVerdict.Drop),
        ("i almost", SentenceVerdict.Drop), ("i nearly", SentenceVerdict.Drop),
        ("yeah right", SentenceVerdict.DropAll), ("yeah , right", SentenceVerdict.DropAll), ("/s", SentenceVerdict.DropAll), ("said no one", SentenceVerdict.DropAll), ("said nobody", SentenceVerdict.DropAll), ("i am the king of", SentenceVerdict.Drop), ("i am the queen of", SentenceVerdict.Drop), ("i am the pope", SentenceVerdict.Drop), ("i am santa", SentenceVerdict.Drop), ("i am batman", SentenceVerdict.Drop), ("just kidding", SentenceVerdict.DropAll), ("jk", SentenceVerdict.DropAll), ("only kidding", SentenceVerdict.DropAll), ("i am kidding", SentenceVerdict.DropAll), ("i was kidding", SentenceVerdict.DropAll), ("just joking", SentenceVerdict.DropAll), ("i am joking", SentenceVerdict.DropAll), ("sarcasm", SentenceVerdict.DropAll), ("sarcastic", SentenceVerdict.DropAll), ("note the sarcasm", SentenceVerdict.DropAll),
        ("oh great", SentenceVerdict.DropAll), ("oh , great", SentenceVerdict.DropAll), ("oh joy", SentenceVerdict.DropAll), ("just great", SentenceVerdict.DropAll), ("just perfect", SentenceVerdict.DropAll), ("oh perfect", SentenceVerdict.DropAll), ("oh wonderful", SentenceVerdict.DropAll), ("oh fantastic", SentenceVerdict.DropAll), ("oh sure", SentenceVerdict.DropAll), ("oh , sure", SentenceVerdict.DropAll), ("oh yes ,", SentenceVerdict.DropAll), ("oh yeah ,", SentenceVerdict.DropAll),
        ("just what i needed", SentenceVerdict.DropAll), ("just what i was", SentenceVerdict.Drop), ("just what i always", SentenceVerdict.Drop), ("exactly what i was dreaming", SentenceVerdict.Drop), ("exactly what i was hoping", SentenceVerdict.Drop), ("weep with joy", SentenceVerdict.Drop), ("jump for joy", SentenceVerdict.Drop), ("exactly what i needed", SentenceVerdict.DropAll), ("exactly what i wanted", SentenceVerdict.DropAll), ("sure , i will just", SentenceVerdict.DropRest), ("yeah , i will just", SentenceVerdict.DropRest), ("sell a kidney", SentenceVerdict.DropRest), ("sell my kidney", SentenceVerdict.DropRest), ("made of money", SentenceVerdict.Drop), ("grows on trees", SentenceVerdict.Drop), ("sure , because", SentenceVerdict.DropAll), ("right , because", SentenceVerdict.DropAll), ("yes , because", SentenceVerdict.DropAll), ("who does not love", SentenceVerdict.DropAll), ("who does not want", SentenceVerdict.DropAll), ("of course i adore", SentenceVerdict.DropAll), ("of course i love", SentenceVerdict.DropAll), ("so kind of", SentenceVerdict.DropAll), ("how kind of", SentenceVerdict.DropAll), ("what a joy", SentenceVerdict.DropAll), ("what a treat", SentenceVerdict.DropAll), ("how wonderful , another", SentenceVerdict.DropAll),
        ("wow , thanks for nothing", SentenceVerdict.DropAll), ("thanks for nothing", SentenceVerdict.DropAll), ("living the dream", SentenceVerdict.DropAll), ("best day ever , not", SentenceVerdict.DropAll), ("can not wait to spend another", SentenceVerdict.DropAll), ("as much as a root canal", SentenceVerdict.DropAll), ("because that always goes well", SentenceVerdict.DropAll), ("how original", SentenceVerdict.DropAll), ("totally my dream", SentenceVerdict.DropAll), ("nothing says", SentenceVerdict.DropAll), ("dear diary", SentenceVerdict.DropRest), ("d&d", SentenceVerdict.DropRest), ("dnd", SentenceVerdict.DropRest), ("rpg", SentenceVerdict.Drop),
    ];

    private static readonly ILookup<string, (string[] Words, SentenceVerdict Verdict)> ByFirst =
        Phrases.Select(phrase => (Words: phrase.Words.Split(' '), phrase.Verdict)).ToLookup(phrase => phrase.Words[0], StringComparer.Ordinal);

    // What nobody loves, unless they mean the opposite.
    private static readonly FrozenSet<string> Annoyances = WordLists.Of(
        "stuck crash crashes crashed crashing traffic late delayed delay queue queues line waiting wait ignored broken breaks fail fails failing failed rain cancelled canceled cancels mondays monday bugs overtime spam taxes dentist lost hold paperwork meetings woken wakes 5am 4am 3am 6am interrupted yelled screaming hungover sick leak leaks leaking flooded jammed reboot reboots updates outage died dead poisoning ticket");

    /// <summary>Judges a sentence.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="before">How many sentences stand before it in its message.</param>
    /// <param name="isLast">Whether it is the last one.</param>
    public static SentenceVerdict Judge(Sentence sentence, int before, bool isLast)
    {
        var tokens = sentence.Tokens.AsSpan();
        var verdict = SentenceVerdict.Keep;
        for (var i = 0; i < tokens.Length; i++)
        {
            foreach (var (words, phraseVerdict) in ByFirst[tokens[i].Lower])
            {
                if (phraseVerdict > verdict && TokenSpans.StartsWith(tokens[i..], words) && !IsHarmless(words[0], tokens, i))
                {
                    verdict = phraseVerdict;
                }
            }
        }

        if (verdict != SentenceVerdict.Keep)
        {
            return verdict;
        }

        // "You're the innkeeper, I'm Thorgrim": parts in a play are dealt out.
        if (tokens is [{ Lower: "you" }, { Lower: "are" }, { Lower: "the" or "a" or "an" or "my" }, ..] && TokenSpans.IndexOf(tokens, ["i", "am"]) > 3)
        {
            return SentenceVerdict.BeginFiction;
        }

        if (IsSarcastic(tokens))
        {
            // An eye-roll within a later sentence rolls over that one, and what follows; one that stands alone over what was said.
            return before > 0 && HasEyeRoll(tokens) && tokens.Length > 1 ? SentenceVerdict.DropRest : SentenceVerdict.DropAll;
        }

        var first = FirstWord(tokens);
        if (IsPayload(tokens, first) || IsForwarded(tokens))
        {
            return SentenceVerdict.DropRest;
        }

        var task = JudgeTask(tokens, first, before, isLast);
        return task != SentenceVerdict.Keep ? task : tokens[first].Lower is "if" or "unless" && !IsOpenIf(tokens, first) ? SentenceVerdict.Drop : SentenceVerdict.Keep;
    }

    /// <summary>What a sentence tells behind the words that end a play or a supposition: "Back in reality I rent a studio"; <see langword="null"/> when it tells nothing.</summary>
    public static Sentence? BehindFiction(Sentence sentence)
    {
        const int LongestLead = 3;
        var tokens = sentence.Tokens;
        for (var i = 0; i < tokens.Length && i <= LongestLead; i++)
        {
            foreach (var (words, verdict) in ByFirst[tokens[i].Lower])
            {
                if (verdict == SentenceVerdict.EndFiction && TokenSpans.StartsWith(tokens.AsSpan(i), words))
                {
                    var start = i + words.Length;
                    while (start < tokens.Length && (!tokens[start].IsWord || Discourse.IsOpener(tokens[start].Lower) || tokens[start].Lower is "though"))
                    {
                        start++;
                    }

                    return start + 1 < tokens.Length && tokens[start].Lower is "i" or "we" or "my" or "our" ? sentence with { Tokens = tokens[start..] } : null;
                }
            }
        }

        return null;
    }

    /// <summary>Whether a sentence asks for work on a text: where that text was set apart and taken out, what comes next is told by the speaker.</summary>
    public static bool WorksOnText(Sentence sentence) => TaskVerb(sentence.Tokens, FirstWord(sentence.Tokens)) is >= 0 and var verb && TextTasks.Contains(sentence.Tokens[verb].Lower);

    /// <summary>What a sentence tells in earnest before it jokes about it: "I'm a driving instructor, so a jam on my day off is exactly what I wanted"; <see langword="null"/> for most.</summary>
    public static Sentence? Earnest(Sentence sentence)
    {
        const int LongestTold = 8;
        var so = Array.FindIndex(sentence.Tokens, static token => token.Lower is "," or "so");
        return so is > 3 and <= LongestTold && sentence.Tokens[so + (sentence.Tokens[so].Lower == "," && so + 1 < sentence.Tokens.Length ? 1 : 0)].Lower == "so" && sentence.Tokens is [{ Lower: "i" }, { Lower: "am" }, { Lower: "a" or "an" }, ..] && WordClasses.IsJob(sentence.Tokens[so - 1].Lower) ? new(sentence.Tokens[..so], '.') : null;
    }

    /// <summary>Whether a sentence says that what stands before it was a joke: "Just kidding!" What stands behind is meant.</summary>
    public static bool Confesses(Sentence sentence) => sentence.Tokens.Length <= 9 && sentence.Tokens.Any(token => token.Lower is "kidding" or "joking" or "jk") && !sentence.Tokens.Any(token => token.Lower is "not" or "am");

    /// <summary>The sentence from which a message means what it says again: "Oh great, another meeting. Anyway, I'm a project manager."; behind the last where it never does.</summary>
    public static int Seriously(IReadOnlyList<Sentence> sentences, int from)
    {
        for (var i = from; i < sentences.Count; i++)
        {
            // "🙄 Help me write one paragraph? I run the returns desk.": who asks for something means what comes then.
            if (i > 0 && (IsCommand(sentences[i].Tokens) || sentences[i].Tokens.Any(static token => token.Lower == "please") || (sentences[i].IsQuestion && sentences[i].Tokens is [{ Lower: "can" or "could" or "would" }, { Lower: "you" }, ..] or [{ Lower: "how" }, { Lower: "do" or "can" or "should" }, { Lower: "i" or "we" }, ..])))
            {
                return i;
            }

            if (sentences[i].Tokens is [{ Lower: "anyway" or "anyways" or "seriously" or "anyhow" }, _, ..] or [{ Lower: "but" or "ok" or "okay" or "right" }, { Lower: "seriously" or "anyway" }, ..] or [{ Lower: "but" or "ok" or "okay" }, { Lower: "," }, { Lower: "seriously" or "anyway" }, ..] || TokenSpans.StartsWith(sentences[i].Tokens, ["on", "a", "serious", "note"]) || TokenSpans.StartsWith(sentences[i].Tokens, ["in", "all", "seriousness"]) || BehindFiction(sentences[i]) is not null)
            {
                return i;
            }
        }

        return sentences.Count;
    }

    /// <summary>Whether a message praises with weight in one sentence what it tells as an annoyance in another: "Only two hours late. I absolutely adore this railway."</summary>
    public static bool IsSarcastic(IReadOnlyList<Sentence> sentences)
    {
        var annoyed = -1;
        var praising = -1;
        for (var i = 0; i < sentences.Count; i++)
        {
            var tokens = sentences[i].Tokens.AsSpan();
            annoyed = TokenSpans.ContainsAny(tokens, Annoyances) && annoyed < 0 ? i : annoyed;
            praising = TokenSpans.ContainsAny(tokens, Weights) && TokenSpans.ContainsAny(tokens, Joys) && !TokenSpans.Contains(tokens, "not") ? i : praising;
        }

        // "Third cancelled train this week. I just LOVE this railway".
        if (annoyed >= 0 && praising >= 0 && annoyed != praising && sentences[praising].Tokens.Any(token => token.Text.Length > 2 && token.Text.All(char.IsUpper) && Joys.Contains(token.Lower)))
        {
            return true;
        }

        return annoyed >= 0 && praising >= 0 && annoyed != praising && sentences[0].Tokens[0].Lower is "wow" or "great" or "oh" or "fantastic" or "perfect" or "wonderful" or "amazing" or "lovely" or "brilliant" or "awesome" or "nice" or "yay" or "ah" or "excellent" or "super" or "best";
    }

    private static readonly FrozenSet<string> Weights = WordLists.Of("absolutely just simply totally really so truly sooo soooo such ever clearly obviously");
    private static readonly FrozenSet<string> Cheers = WordLists.Of("brilliant great lovely fantastic wonderful perfect marvellous marvelous super fabulous splendid amazing awesome excellent joy yay");
    private static readonly FrozenSet<string> Joys = WordLists.Of("love adore enjoy fun thrilled happy favorite favourite fantastic brilliant best lucky great amazing wonderful perfect delighted joy");

    /// <summary>Whether the sentence begins with a verb that commands: a task, not a statement.</summary>
    public static bool IsCommand(ReadOnlySpan<Token> tokens)
    {
        var first = FirstWord(tokens);
        var next = first + 1 < tokens.Length ? tokens[first + 1].Lower : "";

        // "Book club at mine on the 22nd": a noun, unless a thing to book stands behind it.
        if (tokens[first].Lower == "book" && first + 1 < tokens.Length && tokens[first + 1] is { IsWord: true, IsCapitalised: false, Kind: TokenKind.Word } noun && !WordLists.Determiners.Contains(next) && !WordLists.Empty.Contains(noun.Lower) && !WordLists.Prepositions.Contains(next))
        {
            return false;
        }

        if (IsNounOf(tokens, first) || LetsGo(tokens, first))
        {
            return false;
        }

        // "Can't stand coriander": the speaker goes without saying.
        return TaskVerbs.Contains(tokens[first].Lower) && !(next is "i" or "we" || (next == "not" && tokens[first].Lower is "can" or "could")) || tokens[first].Lower is "do" or "let";
    }

    // "Email from the airline", "email ada@example.org": what came, and where one is reached; nothing that is asked for.
    private static bool IsNounOf(ReadOnlySpan<Token> tokens, int first) =>
        (first + 2 == tokens.Length && tokens[first].Lower == "email" && tokens[first + 1].Text.Contains('@', StringComparison.Ordinal)) ||
        first + 1 < tokens.Length && tokens[first].Lower is "review" or "call" or "test" or "demo" or "order" or "run" or "design" or "plan" or "reply" && (Verbs.IsBe(tokens[first + 1].Lower) || tokens[first + 1].Lower is "has" or "got" or "moved" or "slipped" or "went" or "starts" or "begins") ||
        first + 1 < tokens.Length && tokens[first + 1].Lower == "from" && tokens[first].Lower is "email" or "call" or "order" or "answer" or "reply" or "text" or "review" or "change" or "report" or "play" or "design" or "plan";

    // "Let my membership lapse": the speaker goes without saying.
    private static bool LetsGo(ReadOnlySpan<Token> tokens, int first) =>
        tokens[first].Lower == "let" && first + 1 < tokens.Length && tokens[first + 1].Lower is "my" or "our" or "the" && (TokenSpans.Contains(tokens, "lapse") || TokenSpans.Contains(tokens, "expire") || TokenSpans.IndexOf(tokens, ["run", "out"]) > 0 || TokenSpans.Contains(tokens, "slide"));

    private static bool IsHarmless(string word, ReadOnlySpan<Token> tokens, int at) => word switch
    {
        // "I can't imagine", "act as" inside "I act as", "would be" in "my favourite would be".
        // "Please assume Belgian law" asks for something, and supposes nothing of the speaker.
        "assume" when at + 1 < tokens.Length && tokens[at + 1] is { IsWord: true } next && next.Lower is not ("that" or "i" or "we" or "you" or "he" or "she" or "they" or "it" or "my" or "our" or "the" or "a" or "an" or "there" or "this" or "for") && at > 0 && tokens[at - 1].Lower is "please" or "always" or "to" => true,
        "imagine" or "suppose" or "assume" or "assuming" => at > 0 && FirstWord(tokens) != at && tokens[at - 1].Lower is not ("us" or "," or "please" or "you"),
        "act" => at > 0 && tokens[at - 1].Lower is "i" or "we" or "to" or "they" or "who",
        "would" => (at > 0 && tokens[at - 1].Lower == "who") || TokenSpans.Contains(tokens, "favorite") || TokenSpans.Contains(tokens, "favourite") || TokenSpans.Contains(tokens, "option") || TokenSpans.Contains(tokens, "best") || TokenSpans.Contains(tokens, "me") || FragmentReader.Welcome(tokens.ToArray()) is not null,
        "you" => at > 0 && FirstWord(tokens) != at,
        "pretend" => at > 0 && tokens[at - 1].Lower is "to" or "not" or "i",
        "had" => at > 0,
        "were" => at > 0,
        "as" => at > 0 && tokens[at - 1].Lower is "feel" or "feels" or "felt" or "seems" or "look" or "looks",
        "hypothetical" or "sarcastic" or "sarcasm" => at > 0 && tokens[at - 1].Lower is "like" or "enjoy" or "hate" or "avoid" or "of" or "no",
        "role" or "roleplay" or "role-play" or "text" or "dungeon" => at > 0 && TokenSpans.Contains(tokens[..at], "i") && !TokenSpans.Contains(tokens[..at], "want"),
        _ => false,
    };

    private static bool HasEyeRoll(ReadOnlySpan<Token> tokens)
    {
        foreach (var token in tokens)
        {
            if (token.Text.Contains("🙄", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSarcastic(ReadOnlySpan<Token> tokens)
    {
        if (HasEyeRoll(tokens))
        {
            return true;
        }

        // "Oh brilliant, another 6pm sync".
        var open = tokens.Length > 0 && tokens[0].Lower is "oh" or "ah" or "well" or "wow" ? 1 : 0;
        if (tokens.Length > open + 2 && Cheers.Contains(tokens[open].Lower) && (tokens[open + 1].Lower is "another" or "yet" || (tokens[open + 1].Lower == "," && tokens[open + 2].Lower is "another" or "yet" or "more")))
        {
            return true;
        }

        // "I just love it when…", "I *love* being stuck": joy over an annoyance, said with weight, and near to it: in a long tale of
        // a broken laptop and a job that one loves neither has to do with the other.
        const int Reach = 14;
        const int Before = 5;
        const int Behind = 8;
        for (var i = 0; i < tokens.Length && !TokenSpans.Contains(tokens, "not"); i++)
        {
            if (Delights.Contains(tokens[i].Lower) && TokenSpans.ContainsAny(tokens[Math.Max(0, i - Reach)..Math.Min(tokens.Length, i + Reach + 1)], Annoyances) && TokenSpans.ContainsAny(tokens[Math.Max(0, i - Before)..Math.Min(tokens.Length, i + Behind + 1)], Stresses))
            {
                return true;
            }
        }

        return false;
    }

    private static readonly FrozenSet<string> Delights = WordLists.Of("love adore enjoy fun thrilled happy favorite favourite fantastic brilliant");
    private static readonly FrozenSet<string> Stresses = WordLists.Of("just when being totally really so * another absolutely");

    // "Here's my cover letter:", "Dear team,": what follows is a text, not talk.
    private static bool IsPayload(ReadOnlySpan<Token> tokens, int first) =>
        (tokens[first].Lower == "dear" && tokens.Length <= first + 6 && tokens[^1].Lower is "," or ":") ||
        (first + 2 < tokens.Length && tokens[first].Lower is "here" or "this" or "below" && tokens[first + 1].Lower is "is" or "are" && (TokenSpans.ContainsAny(tokens[first..], FictionNouns) || TokenSpans.Contains(tokens, "draft") || TokenSpans.Contains(tokens, "text") || TokenSpans.Contains(tokens, "paragraph") || TokenSpans.Contains(tokens, "cv") || TokenSpans.Contains(tokens, "abstract")) && tokens[^1].Lower == ":");

    // "Got this from HR: Hi team, I'm Dana": what stands behind the colon is somebody else's.
    private static bool IsForwarded(ReadOnlySpan<Token> tokens)
    {
        const int LongestLead = 12;
        var colon = TokenSpans.IndexOf(tokens, [":"]);
        return colon is > 1 and <= LongestLead && colon + 2 < tokens.Length && !TokenSpans.Contains(tokens[..colon], "you") && !(tokens[colon - 1].Lower is "it" or "this" or "that" && tokens[colon - 2].Lower == "say") && (TokenSpans.ContainsAny(tokens[Math.Max(0, colon - 4)..colon], Quoting) || (TokenSpans.ContainsAny(tokens[..colon], Messages) && TokenSpans.ContainsAny(tokens[..colon], Sending))) && TokenSpans.ContainsAny(tokens[(colon + 1)..Math.Min(tokens.Length, colon + 8)], Voice);
    }

    private static readonly FrozenSet<string> Messages = WordLists.Of("this message email mail note letter sms text voicemail post tweet sign flyer leaflet caption bio profile status advert ad reply");
    // What somebody else says in their own name; what the speaker tells of a letter has none of these: "Mail from school: the teacher is ill".
    private static readonly FrozenSet<string> Voice = WordLists.Of("i we my our me us hi hello dear");
    private static readonly FrozenSet<string> Quoting = WordLists.Of("wrote writes texted said says say told reads goes sang sings lyrics yelled shouted");
    private static readonly FrozenSet<string> Sending = WordLists.Of("from says said reads read wrote writes sent sends got received forwarded posted left");

    private static SentenceVerdict JudgeTask(ReadOnlySpan<Token> tokens, int first, int before, bool isLast)
    {
        var verb = TaskVerb(tokens, first);
        if (verb < 0)
        {
            return SentenceVerdict.Keep;
        }

        // "Now say it as her: I hate the sea": the words behind the colon are the task's.
        var colon = TokenSpans.IndexOf(tokens, [":"]);
        if (colon > verb && colon + 1 < tokens.Length && TokenSpans.ContainsAny(tokens[verb..colon], Referring))
        {
            return SentenceVerdict.DropRest;
        }

        // "Correct my Portuguese sentences when I make one": a rule for later, about no text at hand.
        var isText = tokens[verb].Lower != "check" || verb + 1 == tokens.Length || tokens[verb + 1].Lower is "this" or "it" or "that" or "these" or "them" or "following" || TokenSpans.ContainsAny(tokens[verb..], LongTexts) || TokenSpans.ContainsAny(tokens[verb..], Written);
        if (isText && TextTasks.Contains(tokens[verb].Lower) && !(TokenSpans.Contains(tokens[verb..], "my") && colon < 0 && (TokenSpans.Contains(tokens[verb..], "when") || TokenSpans.Contains(tokens[verb..], "whenever") || TokenSpans.Contains(tokens, "always"))))
        {
            // "Rewrite this: …" works on what follows; without anything behind it, on what stood before.
            var hasPayload = TokenSpans.Contains(tokens[verb..], ":") || TokenSpans.Contains(tokens[verb..], "\"");
            var names = verb + 1 < tokens.Length && tokens[verb + 1].Lower is "this" or "the" or "it" or "that" or "my" or "these" or "following" or "above" or "into" or "to" or "for" or "as" or "any" or "all";

            // "I speak Dutch at work. Can you check this email?": one sentence is no email.
            var isLonger = before == 1 && TokenSpans.ContainsAny(tokens[verb..], LongTexts);
            return !names || isLonger ? SentenceVerdict.Drop : isLast && !hasPayload ? SentenceVerdict.DropAll : SentenceVerdict.DropRest;
        }

        // "Help me with an email to my landlord, the boiler is dead": what comes next is told to the assistant, no part of the letter.
        return !TokenSpans.ContainsAny(tokens[verb..], FictionNouns) ? SentenceVerdict.Keep : TokenSpans.ContainsAny(tokens[verb..], Letters) && tokens[^1].Lower != ":" && !TokenSpans.ContainsAny(tokens[verb..], Voices) ? SentenceVerdict.Drop : SentenceVerdict.DropRest;
    }

    // "Check the weather for Oslo" works on no text.
    private static readonly FrozenSet<string> Written = WordLists.Of("text sentence sentences paragraph grammar spelling code draft bio message post translation wording function query script");

    // The verb of a request: "write…", "please write…", "can you write…", "I want you to write…", "I need you to…".
    private static int TaskVerb(ReadOnlySpan<Token> tokens, int first)
    {
        if (IsNounOf(tokens, first) || LetsGo(tokens, first))
        {
            return -1;
        }

        if (TaskVerbs.Contains(tokens[first].Lower) && tokens[first].Lower is not ("can" or "could" or "would" or "will" or "please"))
        {
            return first;
        }

        for (var i = first; i + 1 < tokens.Length && i < first + 8; i++)
        {
            if (tokens[i].Lower is "you" or "to" or "please" or "me" && TaskVerbs.Contains(tokens[i + 1].Lower) && (tokens[i].Lower != "to" || (i > 0 && tokens[i - 1].Lower is "you" or "want" or "need" or "like")))
            {
                return i + 1;
            }
        }

        return -1;
    }

    // "If you ask me, I prefer tea": no condition.
    private static bool IsOpenIf(ReadOnlySpan<Token> tokens, int first) =>
        TokenSpans.StartsWith(tokens[first..], ["if", "you", "ask", "me"]) || TokenSpans.StartsWith(tokens[first..], ["if", "i", "remember"]) || TokenSpans.StartsWith(tokens[first..], ["if", "you", "must", "know"]) || TokenSpans.StartsWith(tokens[first..], ["if", "you", "are", "not", "sure"]) || TokenSpans.StartsWith(tokens[first..], ["if", "you", "are", "unsure"]) || TokenSpans.StartsWith(tokens[first..], ["if", "you", "do", "not", "know"]) || TokenSpans.StartsWith(tokens[first..], ["if", "it", "helps"]) || TokenSpans.StartsWith(tokens[first..], ["if", "that", "helps"]) || TokenSpans.StartsWith(tokens[first..], ["if", "it", "matters"]);

    private static int FirstWord(ReadOnlySpan<Token> tokens)
    {
        // "Small change: the review is on Monday": the lead says nothing.
        for (var colon = 1; colon < tokens.Length - 1 && colon <= 3; colon++)
        {
            if (tokens[colon].Lower == ":" && (!TaskVerbs.Contains(tokens[0].Lower) || (tokens[0].Lower == "change" && tokens[1].Lower is "for" or "of" or "in" or "to" or ":")) && tokens[colon + 1].Lower is "i" or "we" or "my" or "our" or "the" or "it" or "he" or "she" or "they")
            {
                return colon + 1;
            }
        }

        var i = Discourse.PhraseAt(tokens) is var phrase && phrase < tokens.Length ? phrase : 0;
        while (i < tokens.Length - 1 && (!tokens[i].IsWord || Discourse.IsOpener(tokens[i].Lower) || (i == 0 && tokens[i].Lower == "now" && TaskVerbs.Contains(tokens[i + 1].Lower))))
        {
            i++;
        }

        return i;
    }
}
