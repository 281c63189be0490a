using System.Text.RegularExpressions;

namespace MemOS.Evolution.Tasks.Language.Reports;

/// <summary>Reads an English clause as a report of how things are: by the sense of its words, by negation, and by what was asked for.</summary>
internal static partial class EnglishReport
{
    // A denial reaches the next word that tells something, but no further than this.
    private const int Reach = 6;

    private static readonly HashSet<string> Deniers = Set("not no never nothing nobody none nowhere neither nor without hardly barely cannot noone");
    private static readonly HashSet<string> Turns = Set("but though although however and now then so while yet because since or");
    private static readonly HashSet<string> Later = Set("will shall gonna should might may guess suppose hope probably maybe perhaps waiting wait until till tomorrow tonight later soon if whether when once pending presumably afterwards eventually would unsure");
    // Said in passing they tell little: "plays even on my old tablet".
    private static readonly HashSet<string> Slight = Set("only old older other others another previous different someone somebody random");
    private static readonly HashSet<string> Amiss = Set("only half partly partially partial twice instead different wrong other others old older previous outdated another except somebody else's elsewhere random");
    private static readonly HashSet<string> Speaker = Set("i we");
    private static readonly HashSet<string> Perceives = Set("see saw have had got get gets getting received receive can could open opened use used read found find hear heard like love loved enjoyed feel feels logged noticed notice tried met picked ate slept paid just already both all now still finally also only even really never won't don't didn't couldn't can't cannot do did are am have");
    private static readonly HashSet<string> Being = Set("is are was were be been being am 's 're 'm looks look looked seems seemed feels felt gets got came went stays reads says shows has have had does did 've sits runs");
    private static readonly HashSet<string> Pronouns = Set("it that this they them he she him her his their these those everyone everybody everything all both you your");

    // Words that end what is bad: "the problem is solved", "the alarm stopped".
    private static readonly HashSet<string> Enders = [.. "solve resolve fix go stop disappear vanish clear cure end cease lift sort remove silence".Split(' ').Select(ReportWords.Stem)];
    private static readonly HashSet<string> EmptyDenials = Set("idea clue rush hurry doubt worry worries wonder need matter comment");
    private static readonly HashSet<string> Fillers = Set("hm hmm hmmm okay ok fine alright well oh ah aha i see right then so and good to know noted understood interesting k got it");
    private static readonly HashSet<string> Owners = Set("my our his her their me him them us everyone you your plan bed sleep");

    private static readonly Regex BadPhrase = PhraseTable.Any(PhraseTable.Words(
        "(?:turned|sent|taken|went|given|gave|throw\\w*|chased) (?:\\w+ )?away", "(?:took|taken|brought|takes) (?:\\w+ )?down", "double[- ](?:booked|charged|billed|posted|sent)", "(?:out of|not in|no) (?:stock|order|date|sync|place|control|range|memory|space|ink|paper|bounds)", "(?:sold|timed|locked|kicked|cut|thrown|ran|run|logged|times|wiped|fell|falls|burned|burnt) (?:me |us |him |her |them |it )?(?:out|off)", "(?:shut|went|goes|go|is|are|was|were|it['’]s|\\w+['’]s) (?:\\w+ )?down", "(?:fell|falls|fallen) (?:through|over|apart|behind|asleep)", "gave up", "let (?:me|us|him|her|them) down", "(?:ask|asks|asking|asked|wonder|wonders|wondering) (?:\\w+ )?(?:why|where|what happened)", "(?:there are|have|has|got|see|sees) (?:now )?(?:two|three|2|3) (?:of|\\w+s\\b)(?! now)", "(?:as|like) (?:\\w+ as )?(?:before|ever)", "sick leave", "day late", "(?:a|one|two|an|three) (?:\\w+ )(?:late|early|short|old|off)", "off by", "in vain", "(?:brought|sent|gave|handed|returned|returns|came) (?:it |them |the \\w+ )?(?:back (?:to|by)|back unopened)", "brought (?:it|them) back", "(?:was|were|got|been) (?:told|asked|made|forced) to", "(?:is|are|was|were|\\w+['’]s|looks?) (?:way |slightly |a bit |totally |completely |a little )?off(?! to\\b| the\\b)(?=$|\\W)", "for nothing", "zero (?:hits|results?|rows|changes?|effect|responses?|answers?|matches|output|sound|signal)", "you (?!(?:are|were|did|have|do|can|rock|rule|made|saved|nailed|got|fixed|solved)\\b)(?:\\w{3,}ed|sent|put|took|gave|wrote|forgot|mixed|swapped|picked|chose|set|left|lost|misread|spelled|spelt|typed)(?! (?:it|that|me|us|everything)$)"));

    private static readonly Regex LaterPhrase = PhraseTable.Any(PhraseTable.Words(
        "(?:takes?|taking|needs?) (?:a|an|some|its|quite)? ?(?:while|ages|time|long|forever|bit|moment|minutes?|hours?|days?)(?: or so)?", "in (?:a|an|\\d+|two|three|ten|a few|half an) (?:bit|while|moment|sec|second|minutes?|hours?|days?|weeks?)", "on my way", "in a meeting", "on (?:the road|vacation|holiday|leave till|the train|the bus|a call)", "no (?:idea|clue)", "not (?:home|there|in|at)(?: \\w+){0,3} (?:yet|right now|now|today)", "(?:after|before) (?:lunch|dinner|work|breakfast|the (?:meeting|weekend|break|holidays))", "(?:first thing|some time|one of these days)", "away(?: still| right now| from \\w+)?$"));

    /// <summary>What a clause reports.</summary>
    public static Report Read(string clause, ReportContext context)
    {
        var words = Words(clause);
        if (words.Count == 0)
        {
            return Report.None;
        }

        if (words.TrueForAll(Fillers.Contains))
        {
            return Report.None;
        }

        var isBadPhrase = BadPhrase.IsMatch(clause) && !GoodEnd().IsMatch(clause);
        if (!isBadPhrase && LaterPhrase.IsMatch(clause))
        {
            return Report.Postponed;
        }

        var postponed = Postponed(words);
        var sign = 0;
        var isSpeaker = Speaker.Contains(words[0]) || (words.Count > 1 && Turns.Contains(words[0]) && Speaker.Contains(words[1]));
        var start = 0;
        for (var i = 0; i <= postponed; i++)
        {
            if (i < postponed && (i == start || !Turns.Contains(words[i])))
            {
                continue;
            }

            var part = Part(words[start..i], context);
            sign = part > 1 || part < 0 || sign == 0 ? part : sign;
            start = i;
        }

        if (isBadPhrase && sign >= 0)
        {
            sign = -1;
        }
        else if (sign >= 0 && Tally().Match(clause) is { Success: true } tally)
        {
            sign = tally.Groups[1].Value == tally.Groups[2].Value ? 2 : -1;
        }

        if (sign >= 0 && WentElsewhere(clause, context))
        {
            return Report.Bad;
        }

        var report = sign == 0 && postponed < words.Count ? Report.Postponed
            : sign < 0 ? Report.Bad
            : postponed < words.Count ? Report.Postponed
            : sign > 1 ? Report.Good
            : sign > 0 ? Report.Done
            : Report.None;
        if (isSpeaker && report is not (Report.Postponed or Report.Bad) && words.Count > 1 && !words.Skip(1).Take(3).Any(Perceives.Contains) && !(report is Report.Good or Report.Done && words.Count <= 4 && words[1] is "'m" or "'re" or "are" or "am"))
        {
            return Report.None;
        }

        if (report is Report.Good or Report.Done or Report.None)
        {
            var compared = Contrasts.Compare(new(clause), context.Asked);
            if (compared < 0)
            {
                return Report.Bad;
            }

            if (compared > 0 && report == Report.None && !isSpeaker)
            {
                return Report.Good;
            }
        }

        // "Reconciles now": whatever it does, it did not before.
        if (report == Report.None && !isSpeaker && words.Count is > 1 and <= 4 && words[^1] is "now" && (Past().IsMatch(words[^2]) || words[^2].EndsWith("ing", StringComparison.Ordinal)))
        {
            return Report.Good;
        }

        return report == Report.None && !isSpeaker && IsPlain(words) ? Report.Plain : report;
    }

    private static int Part(List<string> words, ReportContext context)
    {
        var sign = 0;
        var denied = -1;
        var isDenialUsed = true;
        var isEnded = false;
        var isStill = false;
        var isAmiss = false;
        var isSlight = false;
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (word is "longer" or "more" or "anymore" && denied >= 0)
            {
                isEnded = true;
                continue;
            }

            if (Deniers.Contains(word) && !(i + 1 < words.Count && EmptyDenials.Contains(words[i + 1])) && !(word == "zero" && i == words.Count - 1) && !(word == "not" && i + 1 < words.Count && words[i + 1] is "only"))
            {
                denied = i;
                isDenialUsed = false;
                isEnded = false;
                continue;
            }

            isStill |= word is "still" or "remains" or "remain";
            var isDenied = denied >= 0 && i - denied <= Reach && !isDenialUsed;
            var sense = SenseOf(words, i, context);
            if (sense == ReportSense.None)
            {
                continue;
            }

            if (sense == ReportSense.Bad && Slight.Contains(word) && !isDenied)
            {
                isSlight = true;
                continue;
            }

            isDenialUsed |= isDenied;
            var isGood = (sense != ReportSense.Bad) ^ isDenied;
            if (isStill && sense == ReportSense.Done && !isDenied)
            {
                isGood = false;
            }

            isAmiss |= Amiss.Contains(word);
            // "That solved the problem": what was ended is bad no longer.
            if (sense == ReportSense.Bad && !isDenied && i > 0 && words.Take(i).Skip(Math.Max(0, i - 4)).Any(earlier => earlier is "solved" or "fixed" or "resolved" or "cured" or "cleared" or "solves" or "fixes"))
            {
                continue;
            }

            if (sign < 0 && !isDenied && !isAmiss && i > 0 && Enders.Contains(ReportWords.Stem(word)))
            {
                sign = 2;
                continue;
            }

            // "Arrived broken": what is bad holds for the whole part.
            sign = !isGood || sign < 0 ? -1 : Math.Max(sign, sense == ReportSense.Done && !isDenied ? 1 : 2);
        }

        if (isSlight && sign is 0 or 1)
        {
            sign = -1;
        }

        return !isDenialUsed ? (isEnded ? (sign < 0 ? -1 : 2) : -1)
            : sign == 0 && isStill ? -1
            : sign;
    }

    private static ReportSense SenseOf(List<string> words, int i, ReportContext context)
    {
        var word = words[i];
        var next = i + 1 < words.Count ? words[i + 1] : "";
        var before = i > 0 ? words[i - 1] : "";
        if (word == "too")
        {
            return next.Length > 0 && next is not ("good" or "and") ? ReportSense.Bad : ReportSense.None;
        }

        if (word is "someone" or "somebody" or "same" or "as")
        {
            return word is "someone" or "somebody" || word == "same" && before is not "all" || (word == "as" && next is "before" or "ever") ? ReportSense.Bad : ReportSense.None;
        }

        if (Amiss.Contains(word))
        {
            return word == "other" && before is "each" or "the" && next is "" ? ReportSense.None : word == "only" && before == "not" ? ReportSense.None : ReportSense.Bad;
        }

        if (word is "has" or "have" or "got" && next is "it" or "them" or "everything" or "the" or "her" or "his" or "their")
        {
            return ReportSense.Done;
        }

        if (word == "red")
        {
            return before is "all" or "still" or "is" or "are" or "'s" or "turned" or "went" or "" && next is "" or "again" ? ReportSense.Bad : ReportSense.None;
        }

        if (word == "had" && next == "to")
        {
            return ReportSense.Bad;
        }

        if (word is "dead" && next is "on" or "free" && before is not "")
        {
            return ReportSense.Good;
        }

        if (word is "can" or "could" && next is not ("" or "not" or "take" or "be"))
        {
            return ReportSense.Good;
        }

        if (word is "back" or "up" or "in" or "there" or "here" or "gone" or "through" or "out" or "on")
        {
            var isState = Being.Contains(before) || before is "now" or "all" or "safely" or "back" or "came" or "finally" or "up";
            return isState && i == words.Count - 1 || isState && (Turns.Contains(next) || next is "again" or "safely" or "in") ? ReportSense.Done : ReportSense.None;
        }

        if (CodeOfError().IsMatch(word))
        {
            return ReportSense.Bad;
        }

        var sense = word == "closed" && before is not ("case" or "deal") ? ReportSense.Bad : word == "right" && next is "away" or "now" ? ReportSense.None : ReportWords.Of(word);
        if (sense == ReportSense.Bad && context.Aims.Contains(ReportWords.Stem(word)))
        {
            return ReportSense.Done;
        }

        // "Even slower", "much better": the degree of a word that is listed.
        if (sense == ReportSense.None && word.Length > 4 && word.EndsWith("er", StringComparison.Ordinal) && (Being.Contains(before) || before is "even" or "much" or "far" or "way" or "bit" or "little" or "now" or "more"))
        {
            sense = new[] { word[..^2], word[..^1], word[..^3], word[..^3] + "y" }.Select(ReportWords.Of).FirstOrDefault(found => found is ReportSense.Bad or ReportSense.Good);
        }

        // Names of things, not reports of them: "the order", "her mail".
        if (sense == ReportSense.Done && before is "the" or "a" or "an" or "my" or "her" or "his" or "your" or "our" or "their" or "no" or "any")
        {
            return ReportSense.None;
        }

        return sense;
    }

    // "It went to Barker & Co.": a place or a person that nobody spoke of.
    private static bool WentElsewhere(string clause, ReportContext context) =>
        Destination().Match(clause) is { Success: true } match && match.Groups["x"].Value is var where &&
        !Words(where).Any(Owners.Contains) && UtteranceReader.Topics(where) is { Count: > 0 } topics && !context.Topics.Overlaps(topics) &&
        !topics.Any(topic => ReportWords.Of(topic) == ReportSense.Good);

    // Where the words turn to what is yet to come; their number when they do not.
    private static int Postponed(List<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var next = i + 1 < words.Count ? words[i + 1] : "";
            var isLater = words[i] switch
            {
                "will" or "would" or "should" => next != "not",
                "once" => next is not ("more" or "again" or ""),
                "let" => next is "me" or "'s" or "us",
                "need" or "needs" or "have" or "has" or "going" or "gotta" or "got" or "about" => next == "to",
                "next" => next is "week" or "month" or "monday" or "tuesday" or "wednesday" or "thursday" or "friday",
                "guess" or "suppose" or "hope" => next is not ("yes" or "so" or "that"),
                "when" => i > 0 || words.Count > 2,
                "may" or "might" or "if" or "whether" => true,
                "waiting" => !words.Take(i).Any(word => word is "was" or "were" or "still"),
                _ => Later.Contains(words[i]),
            };
            if (isLater)
            {
                return i;
            }
        }

        return words.Count;
    }

    // A statement of what is or happened, by or about somebody else than the speaker.
    private static bool IsPlain(List<string> words) =>
        words.Count >= 2 && words.Any(word => Being.Contains(word) || Past().IsMatch(word) || Pronouns.Contains(word)) && !(words[0] is "it" or "they" or "that" or "there" or "this" && words[1] is "'s" or "'re" or "is" or "are" or "was" or "were");

    private static List<string> Words(string clause)
    {
        var text = clause.ToLowerInvariant().Replace('\u2019', '\'');
        text = Contraction().Replace(text, match => match.Value switch { "won't" => "will not", "can't" => "can not", _ => match.Value[..^3] + " not" });
        return [.. Word().Matches(text).Select(match => match.Value is "'ll" ? "will" : match.Value)];
    }

    private static HashSet<string> Set(string words) => [.. words.Split(' ')];

    [GeneratedRegex(@"\p{L}+n't\b", RegexOptions.CultureInvariant)]
    private static partial Regex Contraction();

    [GeneratedRegex(@"else's|'(?:s|re|m|ve|ll|d)\b|\p{L}+|\d+(?:[.:]\d+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"\b(?:(?:went|gone|sent|delivered|shipped|addressed|goes|assigned|posted|routed|points?|redirects?|resolves?) to|(?:ended up|landed|ends up) (?:in|on|at|with|under))\s+(?<x>[^,.;]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Destination();

    [GeneratedRegex(@"(?<![\d.])(\d+)\s*(?:of|/|out of)\s*(\d+)(?![\d.])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tally();

    [GeneratedRegex(@"\b(?:but|now|then)\b.*\b(?:works?|fine|good|ok|okay|fixed|back)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex GoodEnd();

    [GeneratedRegex("^[45]\\d\\d$", RegexOptions.CultureInvariant)]
    private static partial Regex CodeOfError();

    [GeneratedRegex("(?:ed|es|[^s]s)$", RegexOptions.CultureInvariant)]
    private static partial Regex Past();
}
