using MemOS.Reading.Rules.English;

namespace MemOS.Reading.Rules;

/// <summary>Tells whether a clause states a preference, which way and about what.</summary>
internal static class PreferenceReader
{
    private const int LongestAgainst = 6;

    public static PreferenceValue? Read(Clause clause, VerbPhrase verb)
    {
        if (clause.Subject != SubjectKind.Speaker)
        {
            return OfObject(clause, verb);
        }

        var value = FromTable(clause, verb);
        if (value is not null)
        {
            return value;
        }

        // "I tend to avoid…", "I try to eat…": the verb behind "to" is the one that counts.
        if (verb.Lemma is "tend" or "tri" or "try" or "need" && clause.Rest is [{ Lower: "to" }, _, ..])
        {
            var inner = Lookup(clause, verb, Verbs.Lemma(clause.Rest[1].Lower), verb.Main + 3);
            if (inner is not null)
            {
                return inner;
            }
        }

        // "I've started to really like jazz", "I've come to love it".
        if (verb.Lemma is "start" or "begin" or "come" or "grow" or "learn" && !verb.Negated && InnerVerb(clause, verb) is { } at && Lookup(clause, verb, Verbs.Lemma(clause.Tokens[at].Lower), at + 1) is { } begun && clause.Tokens[at].Lower.TrimEnd('g', 'n', 'i') is var stem && (stem.StartsWith("lik", StringComparison.Ordinal) || stem.StartsWith("lov", StringComparison.Ordinal) || stem.StartsWith("enjoy", StringComparison.Ordinal) || stem.StartsWith("hat", StringComparison.Ordinal) || stem.StartsWith("prefer", StringComparison.Ordinal) || stem.StartsWith("appreciat", StringComparison.Ordinal) || stem.StartsWith("dislik", StringComparison.Ordinal)))
        {
            return begun;
        }

        // "I tried yoga once and hated every second of it".
        if (verb is { Tense: Tense.Past, Negated: false, Lemma: "tri" or "try" } && clause.Rest is [{ Lower: not "to" }, ..] && Array.FindIndex(clause.Tokens, verb.Main, static token => token.Lower == "and") is > 0 and var and && and + 1 < clause.Tokens.Length && clause.Tokens[and + 1].Lower is "hated" or "loved" or "loathed" or "enjoyed" or "adored" && Topic(clause with { Tokens = clause.Tokens[..and] }, verb.Main + 1) is { Length: > 0 } tried)
        {
            return new(clause.Tokens[and + 1].Lower is "hated" or "loathed" ? Polarity.Negative : Polarity.Positive, tried.EndsWith(" once", StringComparison.Ordinal) ? tried[..^" once".Length] : tried);
        }

        // "I could eat dal every single day".
        if (IsCraving(clause, verb))
        {
            var often = Array.FindIndex(clause.Tokens, verb.Main, static token => token.Lower is "every" or "all" or "forever" or "nothing" or "for" or "daily");
            return clause with { Tokens = clause.Tokens[..often] } is var craved && Topic(craved, verb.Main + 1) is { Length: > 0 } liked ? new(Polarity.Positive, liked) : null;
        }

        // "I won't check a bag, ever".
        if (verb is { Negated: true, Tense: Tense.Future } && clause.Tokens[^1].Lower is "ever" && (PreferenceVocabulary.Habits.Contains(BaseForm(clause, verb)) && verb.Lemma is not ("visit" or "date") || verb.Lemma == "check") && Topic(clause, verb.Main + 1) is { Length: > 0 } refused)
        {
            return new(Polarity.Negative, refused);
        }

        // "I don't eat meat", "I only buy organic", "I can't stand crowds".
        var marked = HasMarker(clause, verb);
        if (verb is { Lemma: "do" or "attend", Modal: "can" or "could" } && clause.Rest is [{ Lower: "the" or "this" or "that" or "next" or "tomorrow" or "tonight" }, ..])
        {
            // "I can't do the 22nd": not able once, which is no taste.
            return null;
        }

        // "I'm not going to Lisbon any more", "not taking the job after all": a plan given up is no taste.
        if (verb is { Negated: true, Progressive: true, Lemma: "go" or "take" or "tak" or "fly" or "fli" or "travel" or "come" or "com" or "visit" or "attend" or "buy" })
        {
            return null;
        }

        if ((verb.Negated || marked) && verb.Tense == Tense.Present && verb.Modal is "" or "can" or "would" && PreferenceVocabulary.Habits.Contains(BaseForm(clause, verb)))
        {
            // "I don't smoke", "I don't drive": what somebody does not do at all is so, and chosen or not.
            var negative = verb.Negated || HasNegativeMarker(clause, verb);
            if (negative && BaseForm(clause, verb) is "drive" or "smoke" && Topic(clause, verb.Main + 1).Length == 0)
            {
                return null;
            }

            return new(negative ? Polarity.Negative : Polarity.Positive, Topic(clause, verb.Main + 1));
        }

        return null;
    }

    /// <summary>Whether a clause tells of what one never tires of: "I could eat dal every single day".</summary>
    public static bool IsCraving(Clause clause, VerbPhrase verb) =>
        clause.Subject == SubjectKind.Speaker && verb is { Modal: "could", Negated: false, Lemma: "eat" or "drink" or "watch" or "listen" or "read" } && clause.Rest.Length > 2 && (TokenSpans.Contains(clause.Rest, "forever") || TokenSpans.IndexOf(clause.Rest, ["all", "day"]) > 0 || TokenSpans.IndexOf(clause.Rest, ["for", "days"]) > 0 || TokenSpans.IndexOf(clause.Rest, ["for", "hours"]) > 0 || (Array.FindIndex(clause.Tokens, verb.Main, static token => token.Lower == "every") is > 0 and var every && Array.FindIndex(clause.Tokens, every, static token => token.Lower is "day" or "night" or "morning" or "evening") is var unit && unit > every && unit - every < 3 && !TokenSpans.Contains(clause.Tokens, "if")));

    /// <summary>Whether a clause turns a thing down outright: "horror is a no", "pork is a hard pass".</summary>
    public static bool IsRefusal(Clause clause, VerbPhrase verb) =>
        clause.Subject is SubjectKind.Other or SubjectKind.Person && !clause.InQuestion && verb is { Lemma: "be", Negated: false, Tense: Tense.Present } && clause.Rest is [{ Lower: "a" }, { Lower: "no" or "no-no" or "no-go" or "dealbreaker" or "deal-breaker" }, ..] or [{ Lower: "a" }, { Lower: "hard" or "firm" or "big" or "definite" or "total" }, { Lower: "no" or "no-no" or "no-go" or "pass" }, ..] && clause.SubjectEnd - clause.SubjectStart < 4 && !TokenSpans.ContainsAny(clause.Tokens.AsSpan(0, clause.SubjectEnd), Deictic) && !WordLists.Weekdays.Contains(clause.Tokens[clause.SubjectStart].Lower) && !Array.Exists(clause.Tokens[clause.SubjectStart..clause.SubjectEnd], GivenNames.IsOne) && clause.Rest[^1].Lower is "no" or "no-no" or "no-go" or "dealbreaker" or "deal-breaker" or "pass" or "me" or "us";

    private static int? InnerVerb(Clause clause, VerbPhrase verb)
    {
        var at = verb.Main + 1;
        at += at < clause.Tokens.Length && clause.Tokens[at].Lower == "to" ? 1 : 0;
        while (at < clause.Tokens.Length && VerbPhrase.IsAdverb(clause.Tokens[at].Lower))
        {
            at++;
        }

        return at < clause.Tokens.Length && (Verbs.IsBase(clause.Tokens[at].Lower) || Verbs.IsGerund(clause.Tokens[at].Lower)) ? at : null;
    }

    /// <summary>A preference of somebody else: "my kids love dinosaurs".</summary>
    public static PreferenceValue? ReadOfOthers(Clause clause, VerbPhrase verb)
    {
        if (NotOfOthers(clause, verb) is { } denied)
        {
            return denied;
        }

        if (!(verb.Main > 0 && Verbs.IsBe(clause.Tokens[verb.Main - 1].Lower)) && verb.Lemma is not ("love" or "like" or "hate" or "enjoy" or "prefer" or "dislik" or "ador" or "detest" or "be") || clause.Subject is SubjectKind.Other or SubjectKind.ThingPronoun)
        {
            return null;
        }

        return FromTable(clause, verb);
    }

    // "My husband can't stand anchovies", "my son doesn't eat fish".
    private static PreferenceValue? NotOfOthers(Clause clause, VerbPhrase verb) =>
        verb is { Negated: true, Tense: Tense.Present } && clause.Subject is SubjectKind.Possession or SubjectKind.PersonPronoun or SubjectKind.Person && (verb.Modal is "can" && verb.Lemma is "stand" or "bear" or "abid" or "stomach" || verb.Modal is "" or "can" && verb.Lemma is "eat" or "drink") && Topic(clause, verb.Main + 1) is { Length: > 0 } topic
            ? new(Polarity.Negative, topic) : null;

    private static PreferenceValue? FromTable(Clause clause, VerbPhrase verb)
    {
        // A participle is looked up with its "be" as well: "am allergic", "am drawn to".
        var value = Lookup(clause, verb, verb.Lemma, verb.Main + 1);
        if (value is null && verb is { Progressive: false } && verb.Lemma != "be" && verb.Main > 0 && Verbs.IsBe(clause.Tokens[verb.Main - 1].Lower))
        {
            value = Lookup(clause, verb, "be", verb.Main);
        }

        return value;
    }

    private static PreferenceValue? Lookup(Clause clause, VerbPhrase verb, string lemma, int after)
    {
        // "I prefer not to fly", "I would rather not share": the choice is against it.
        if (after < clause.Tokens.Length && clause.Tokens[after].Lower == "not" && lemma is "prefer" or "rather" or "choos" or "choose" or "opt" or "like")
        {
            return Against(clause, verb, lemma, after + 1);
        }

        foreach (var rule in PreferenceVocabulary.For(lemma))
        {
            if (!rule.Pattern.Matches(clause, after, out var topic) || !IsMeant(clause, verb, lemma))
            {
                continue;
            }

            var polarity = rule.Polarity;
            if (IsNone(clause, after) && !rule.IsDenial)
            {
                // "I have no interest in golf" turns it down; "I have no problem with cats" says neither.
                return polarity == Polarity.Positive ? new(verb.Negated ? Polarity.Positive : Polarity.Negative, Clean(topic)) : null;
            }

            if (lemma == "find")
            {
                if (!TokenSpans.ContainsAny(clause.Rest, PreferenceVocabulary.BadQualities))
                {
                    return null;
                }

                polarity = Polarity.Negative;
                topic = topic.LastIndexOf(' ') is > 0 and var quality && PreferenceVocabulary.BadQualities.Contains(topic[(quality + 1)..]) ? topic[..quality] : topic;
            }

            var turned = verb.Negated || verb.Formerly || clause.Tokens.AsSpan(after) is [{ Lower: "anything" }, { Lower: "but" }, ..];
            return new(turned ? (Polarity)(-(int)polarity) : polarity, Clean(topic), verb.Tense == Tense.Past && lemma is "choos" or "choose" or "pick" or "select" or "opt" or "go" && clause.Rest is not [{ Lower: "off" }, ..]);
        }

        return null;
    }

    // What is chosen against is told whole, with where and when: to drive at night is not all driving.
    private static PreferenceValue? Against(Clause clause, VerbPhrase verb, string lemma, int at)
    {
        at += at < clause.Tokens.Length && clause.Tokens[at].Lower == "to" ? 1 : 0;
        var end = at;
        while (end < clause.Tokens.Length && end - at < LongestAgainst && clause.Tokens[end].IsWord && !Reasons.Contains(clause.Tokens[end].Lower))
        {
            end++;
        }

        var words = string.Join(' ', clause.Tokens[at..end].Where(token => token.Lower is not ("the" or "a" or "an" or "my" or "any")).Select(token => token.Lower));
        return words.Length > 0 && IsMeant(clause, verb, lemma) ? new(verb.Negated ? Polarity.Positive : Polarity.Negative, clause.Tokens[end - 1].Lower is "late" or "early" or "alone" or "out" || words.Contains(" at ", StringComparison.Ordinal) ? words : Clean(words)) : null;
    }

    private static bool IsNone(Clause clause, int after) => after < clause.Tokens.Length && clause.Tokens[after].Lower is "no" or "little" or "zero";

    // "I like to think…", "I went with Tom", "I found a job": the verb alone does not make a preference.
    private static bool IsMeant(Clause clause, VerbPhrase verb, string lemma) => lemma switch
    {
        "go" when clause.Rest is [{ Lower: "off" }, ..] => true,
        "go" when clause.Rest is [{ Lower: "with" }, ..] && (TokenSpans.ContainsAny(clause.Rest, WordLists.Kin) || clause.Rest.Length > 1 && clause.Rest[1].IsCapitalised && verb.Modal.Length == 0 && clause.Rest.Length < 3) => false,
        "go" => verb.Tense == Tense.Future || verb.Modal.Length > 0 || TokenSpans.Contains(clause.Rest, "option") || TokenSpans.Contains(clause.Rest, "one"),
        "pick" or "select" or "choos" or "choose" => clause.Rest.Length > 0 && clause.Rest[0].Lower != "up",
        "find" => verb.Tense == Tense.Present,
        "do" or "liv" or "live" => verb.Modal is "can" or "could",
        "get" => verb.Negated || TokenSpans.Contains(clause.Rest, "really") || TokenSpans.Contains(clause.Rest, "lately") || TokenSpans.ContainsAny(clause.Rest, WordLists.Kin) is false && clause.Rest.Length is > 1 and < 5 && !TokenSpans.ContainsAny(clause.Rest, Places),
        "stick" or "lean" or "struggl" or "suffer" or "react" or "fear" => verb.Tense != Tense.Past,
        "follow" => verb.Tense == Tense.Present,
        "valu" => clause.Rest.Length > 0 && clause.Rest[0].Lower != "your",
        "have" => !(verb.Tense == Tense.Past && !verb.Perfect) || TokenSpans.Contains(clause.Rest, "always"),
        "like" or "love" or "enjoy" => IsNever(clause, verb) || !(verb.Tense == Tense.Past && !verb.Perfect && !verb.Formerly && clause.Rest.Length < 2 && !(clause.Rest.Length == 1 && clause.Rest[0].IsCapitalised)),
        _ => true,
    };

    // "Crowds don't appeal to me", "horror films scare me", "tea is my favourite".
    private static PreferenceValue? OfObject(Clause clause, VerbPhrase verb)
    {
        var subject = string.Join(' ', clause.Tokens[clause.SubjectStart..clause.SubjectEnd].Select(token => token.Lower));
        var me = TokenSpans.IndexOf(clause.Rest, ["me"]);
        if (me >= 0 && me < 4 && (PreferenceVocabulary.ObjectVerbs.Contains(verb.Lemma) || PreferenceVocabulary.ObjectVerbs.Contains(clause.Tokens[verb.Main].Lower)))
        {
            var bad = verb.Lemma is "bear" or "bore" or "bother" or "annoy" or "scare" or "disgust" or "irrit" or "stress" or "overwhelm" or "upset" or "trigger" or "frighten" or "terrifi";
            return new(bad != verb.Negated ? Polarity.Negative : Polarity.Positive, Clean(subject));
        }

        var mine = TokenSpans.Contains(clause.Rest, "my") || TokenSpans.Contains(clause.Rest, "me") || TokenSpans.Contains(clause.Rest, "us") || TokenSpans.Contains(clause.Rest, "our");
        if (mine && !(verb.Lemma == "meet" && !TokenSpans.ContainsAny(clause.Rest, Needs)) && verb.Lemma is "align" or "fit" or "suit" or "meet" or "match" or "appeal" or "interest" or "work" or "cater" && (verb.Negated || verb.Tense == Tense.Present))
        {
            return new(verb.Negated ? Polarity.Negative : Polarity.Positive, Clean(subject));
        }

        if (mine && verb.Lemma is "seem" or "sound" or "look" or "be" or "feel" && TokenSpans.ContainsAny(clause.Rest, FitWords))
        {
            return new(TokenSpans.Contains(clause.Rest, "too") || verb.Negated ? Polarity.Negative : Polarity.Positive, Clean(subject));
        }

        if (verb.Lemma is "hurt" && mine && verb.Tense == Tense.Present)
        {
            return new(Polarity.Negative, Clean(subject));
        }

        // "Anything with cilantro tastes like soap to me".
        if (verb.Lemma is "tast" or "smell" && me >= 0 && !verb.Negated)
        {
            var with = subject.IndexOf(" with ", StringComparison.Ordinal);
            return new(TokenSpans.ContainsAny(clause.Rest, Delicious) ? Polarity.Positive : Polarity.Negative, Clean(with < 0 ? subject : subject[(with + " with ".Length)..]));
        }

        if (verb.Lemma is "make" or "give" && me >= 0 && TokenSpans.ContainsAny(clause.Rest, SickWords))
        {
            return new(Polarity.Negative, Clean(subject));
        }

        if (IsRefusal(clause, verb))
        {
            return new(Polarity.Negative, Clean(subject));
        }

        // "Horror does nothing for me".
        if (verb is { Lemma: "do", Negated: false } && clause.Rest is [{ Lower: "nothing" or "little" }, { Lower: "for" }, { Lower: "me" or "us" }, ..])
        {
            return new(Polarity.Negative, Clean(subject));
        }

        if (verb.Lemma == "be" && (TokenSpans.IndexOf(clause.Rest, ["for", "me"]) >= 0 || TokenSpans.IndexOf(clause.Rest, ["my", "thing"]) >= 0 || TokenSpans.IndexOf(clause.Rest, ["my", "favorite"]) >= 0 || TokenSpans.IndexOf(clause.Rest, ["my", "favourite"]) >= 0 || TokenSpans.IndexOf(clause.Rest, ["my", "cup"]) >= 0 || TokenSpans.IndexOf(clause.Rest, ["my", "style"]) >= 0))
        {
            return new(verb.Negated ? Polarity.Negative : Polarity.Positive, Clean(subject));
        }

        return null;
    }

    // Where what is chosen against ends.
    private static readonly IReadOnlySet<string> Reasons = WordLists.Of("because since but so and when while if unless as though although that which before until till anymore please");

    // What one gets into without liking it.
    private static readonly IReadOnlySet<string> Places = WordLists.Of("trouble accident fight argument car university college school program bed shape the debt my");

    private static readonly IReadOnlySet<string> Needs = WordLists.Of("need needs requirement requirements expectation expectations taste tastes standard standards criteria wishes");

    private static readonly IReadOnlySet<string> Deictic = WordLists.Of("that this it these those answer the he she they");

    private static readonly IReadOnlySet<string> Delicious = WordLists.Of("great good amazing delicious heavenly wonderful better best like-heaven heaven fantastic lovely");

    private static readonly IReadOnlySet<string> SickWords = WordLists.Of("hives heartburn headache headaches migraine migraines rash rashes ache reflux indigestion creeps sick ill nauseous uncomfortable anxious dizzy nervous sneeze itch bloated gag sleepy");

    private static readonly IReadOnlySet<string> FitWords = WordLists.Of("too best perfect ideal taste style suitable appealing");

    private static bool HasMarker(Clause clause, VerbPhrase verb)
    {
        for (var i = clause.SubjectEnd; i < verb.Main; i++)
        {
            if (PreferenceVocabulary.HabitMarkers.Contains(clause.Tokens[i].Lower))
            {
                return true;
            }
        }

        return clause.Rest.Length > 0 && clause.Rest[0].Lower is "only" or "exclusively";
    }

    private static bool HasNegativeMarker(Clause clause, VerbPhrase verb)
    {
        for (var i = clause.SubjectEnd; i < verb.Main; i++)
        {
            if (clause.Tokens[i].Lower is "never" or "rarely" or "seldom" or "hardly")
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNever(Clause clause, VerbPhrase verb) => TokenSpans.Contains(clause.Tokens.AsSpan(clause.SubjectEnd, verb.Main - clause.SubjectEnd), "never");

    private static string BaseForm(Clause clause, VerbPhrase verb) => clause.Tokens[verb.Main].Lower is var word && Verbs.IsBase(word) ? word : verb.Lemma;

    private static string Topic(Clause clause, int at) => Clean(PhrasePattern.Value(clause.Tokens, at));

    private static string Clean(string topic)
    {
        foreach (var lead in (ReadOnlySpan<string>)["not ", "for ", "to ", "any ", "the ", "a ", "an ", "my ", "doing ", "eating ", "eat ", "drinking ", "drink ", "watching ", "watch ", "playing ", "play ", "going to ", "all ", "anymore "])
        {
            if (topic.StartsWith(lead, StringComparison.Ordinal))
            {
                topic = topic[lead.Length..];
            }
        }

        const string New = "new ";
        topic = topic.StartsWith(New, StringComparison.Ordinal) && topic.IndexOf(' ', New.Length) > 0 ? topic[New.Length..] : topic;
        topic = topic.Replace(" anymore", "", StringComparison.Ordinal).Trim();
        foreach (var tail in (ReadOnlySpan<string>)[" completely", " totally", " entirely", " altogether", " any more", " any longer", " lately", " again", " a lot", " at all", " so much"])
        {
            topic = topic.EndsWith(tail, StringComparison.Ordinal) ? topic[..^tail.Length] : topic;
        }

        return topic is "anymore" or "any more" or "now" or "either" or "at all" or "back" or "anywhere" or "there" or "it" or "that" or "this" or "they" or "them" or "these" or "those" or "you" or "one" ? "" : topic;
    }
}
