using System.Collections.Frozen;
using System.Text.RegularExpressions;
using MemOS.Reading;
using MemOS.Reading.Rules.English;
using MemOS.Recall.Words;

namespace MemOS.Consolidation;

/// <summary>What a statement says, apart from its grammar: the stems of its words without its subject, and whether it denies them.</summary>
internal sealed partial class StatementStems
{
    private static readonly FrozenSet<string> Denials = FrozenSet.ToFrozenSet(
        ["not", "never", "no longer", "anymore", "any more", "quit", "stopped", "gave up", "given up", "used to", "sold", "cancelled", "canceled", "no more", "broke up", "不", "没", "戒"], StringComparer.Ordinal);

    private const int MostFurtherWords = 3;

    private static readonly string[] Endings = ["no longer", "anymore", "any more", "quit ", "stopped ", "gave up ", "given up "];

    // Whoever has no name.
    private static readonly string[] Everybody = [.. WordAnalyzer.Terms("user 用户")];

    private readonly string text;
    private readonly string subject;
    private bool? isPursuit;
    private bool? isMeasure;

    private readonly IReadOnlyList<string> entities;

    private StatementStems(HashSet<string> stems, bool denied, string text, string subject, IReadOnlyList<string> entities)
    {
        this.entities = entities;
        this.text = text;
        this.subject = subject;
        Stems = stems;
        IsDenied = denied;
    }

    /// <summary>The content stems, without those of the subject and without dates that were resolved.</summary>
    public HashSet<string> Stems { get; }

    /// <summary>Whether it says that something is not, or no longer, so.</summary>
    public bool IsDenied { get; }

    /// <summary>The stems that tell what it is about: without those of time, of change and of planning.</summary>
    public HashSet<string> Core { get; private init; } = [];

    private HashSet<string> WithFamilies => field ??= FamiliesOf(Core);

    private HashSet<string> Unchanging => field ??= Core.Where(static stem => !StatementWords.Changing.Contains(stem)).Except(Reason).ToHashSet(StringComparer.Ordinal);

    // "Can't run any more because of my knee": why it ended is no part of what ended.
    private IEnumerable<string> Reason => text.IndexOf(" because ", StringComparison.Ordinal) is > 0 and var at ? WordAnalyzer.Terms(text[at..]).Select(StatementWords.Canonical) : [];

    private HashSet<string> Plain => field ??= PlainOf(text, subject);

    // Canonical, and with those of the subject.
    private HashSet<string> Said => field ??= Stems.Concat(WordAnalyzer.Terms(subject)).Select(StatementWords.Canonical).ToHashSet(StringComparer.Ordinal);

    private List<(string Unit, string Number)> Quantities { get; init; } = [];

    /// <summary>Whether it says that something was so and is not any more.</summary>
    public bool IsEnd { get; private init; }

    public static StatementStems Of(RecordContent content)
    {
        var text = ResolvedTime().Replace(content.Text, " ");
        var stems = new HashSet<string>(WordAnalyzer.Terms(text), StringComparer.Ordinal);
        foreach (var term in WordAnalyzer.Terms(content.Subject))
        {
            stems.Remove(term);
        }

        stems.ExceptWith(Everybody);

        var folded = " " + NotEnded().Replace(text.ToLowerInvariant(), " ") + " ";
        var says = Denials.Any(word => word[0] > '\u2E80' ? folded.Contains(word, StringComparison.Ordinal) : folded.Contains(" " + word + " ", StringComparison.Ordinal) || folded.Contains(" " + word + ".", StringComparison.Ordinal));

        // "Is not lactose intolerant" denies a dislike: which way a taste points counts, not the word "not".
        return new(stems, content.Polarity == Polarity.None ? says : content.Polarity == Polarity.Negative, text, content.Subject, content.Entities)
        {
            Core = CoreOf(stems),
            Quantities = QuantitiesOf(text),
            // "Has not smoked since May" says when it ended.
            IsEnd = Endings.Any(word => folded.Contains(" " + word, StringComparison.Ordinal)) || (folded.Contains(" not ", StringComparison.Ordinal) && folded.Contains(" since ", StringComparison.Ordinal)),
        };
    }

    /// <summary>Whether everything that the other says is said here too.</summary>
    public bool Includes(StatementStems other) => other.Stems.IsSubsetOf(Stems);

    /// <summary>Whether this statement ends what the other says: all of its words, turned over.</summary>
    /// <param name="other">What was said before.</param>
    /// <param name="isPlan">Whether the other tells a plan, which is given up in fewer words than it was told.</param>
    public bool TurnsOver(StatementStems other, bool isPlan)
    {
        if (IsDenied == other.IsDenied)
        {
            return false;
        }

        // A long statement that happens to hold the few words of another is about something else.
        if (other.Core.Count > 0 && Core.Count <= other.Core.Count + (other.Core.Count > 1 ? MostFurtherWords : 1) && (other.Core.IsSubsetOf(WithFamilies) || (IsPlanOf(other) && other.Uncounted.Count > 0 && other.Uncounted.IsSubsetOf(Core))))
        {
            return true;
        }

        // "Is smoking again, a packet a week" ends "does not smoke", whatever else it tells.
        if (!IsDenied && other.Core.Count > 0 && text.Contains(" again", StringComparison.Ordinal) && other.Core.IsSubsetOf(Core))
        {
            return true;
        }

        // "Drives to work every day" ends "can not drive".
        if (!IsDenied && other.IsDenied && Unable().Match(other.text) is { Success: true } unable && Does().Match(text) is { Success: true } does && EnglishStemmer.Stem(unable.Groups[1].Value) == EnglishStemmer.Stem(does.Groups[1].Value))
        {
            return true;
        }

        // "Was in Vietnam, her first time in Asia" ends "has never been to Asia".
        if (!IsDenied && other.IsDenied && other.text.Contains(" never ", StringComparison.Ordinal) && text.Contains(" first time ", StringComparison.OrdinalIgnoreCase) && other.Core.Overlaps(Core))
        {
            return true;
        }

        // "Has quit smoking" ends "smokes ten cigarettes a day": the end of a habit or a plan needs not tell all of it.
        return (IsEnd || (isPlan && IsDenied)) && Unchanging.Count > 0 && Unchanging.IsSubsetOf(other.Core);
    }

    // "打算养一只狗": which number of them was planned does not matter.
    private static bool IsPlanOf(StatementStems other) => other.text.Contains("打算", StringComparison.Ordinal) || other.text.Contains('想', StringComparison.Ordinal) || other.text.Contains("计划", StringComparison.Ordinal) || other.text.Contains("准备", StringComparison.Ordinal);

    private HashSet<string> Uncounted => field ??= [.. Core.Where(stem => !Counting.Contains(stem))];

    /// <summary>Whether both tell the same thing with another number: "has six people", "has eight people now".</summary>
    public bool CountsAnew(StatementStems other)
    {
        if (IsDenied != other.IsDenied || Quantities.Count == 0 || other.Quantities.Count == 0)
        {
            return false;
        }

        // The number that is told first is the one that changes.
        var (unit, number) = other.Quantities[0];
        var again = Quantities.FindIndex(quantity => quantity.Unit == unit);
        if (again < 0 || Quantities[again].Number == number || Quantities.Exists(quantity => quantity.Unit == unit && quantity.Number == number))
        {
            return false;
        }

        var mine = new HashSet<string>(Core, StringComparer.Ordinal);
        var theirs = new HashSet<string>(other.Core, StringComparer.Ordinal);
        mine.ExceptWith(StatementWords.Changing);
        theirs.ExceptWith(StatementWords.Changing);
        mine.RemoveWhere(stem => IsNumber(stem) || stem.Length == 2 && stem[0] > '\u2E80' || Counting.Contains(stem));
        theirs.RemoveWhere(stem => stem.Length == 2 && stem[0] > '\u2E80' || Counting.Contains(stem));
        theirs.RemoveWhere(IsNumber);
        return (mine.Count > 0 || unit.Length > 0) && (mine.IsSubsetOf(theirs) || theirs.IsSubsetOf(mine));
    }

    /// <summary>
    /// Whether both tell the same thing with another value in one place: "wants to study medicine", "wants to study architecture now";
    /// "meets on Tuesdays", "meets on Wednesdays now". Only asked of a statement whose words tell a change.
    /// </summary>
    public bool Substitutes(StatementStems other)
    {
        if (IsDenied != other.IsDenied)
        {
            return false;
        }

        var shared = Plain.Count(stem => other.Plain.Contains(stem) && !IsTime(stem));
        if (shared == 0)
        {
            return false;
        }

        var (mine, myTimes) = CountWithout(Plain, other.Plain);
        var (theirs, theirTimes) = CountWithout(other.Plain, Plain);
        if (mine is > 0 and <= 3 && theirs is > 0 and <= 4 && myTimes > 0 && theirTimes > 0)
        {
            return myTimes == mine;
        }

        return shared > 1 && mine is > 0 and <= 2 && theirs is > 0 and <= 2 && myTimes == 0 && theirTimes == 0;
    }

    // The stems that the other side lacks, and how many of those are times.
    private static (int All, int Times) CountWithout(HashSet<string> stems, HashSet<string> without)
    {
        var (all, times) = (0, 0);
        foreach (var stem in stems)
        {
            if (!without.Contains(stem))
            {
                all++;
                times += IsTime(stem) ? 1 : 0;
            }
        }

        return (all, times);
    }

    /// <summary>
    /// Whether both tell of one thing, with another number, day, time of day or name: "20 mg of citalopram", "upped the citalopram to
    /// 40 mg". Only asked of a statement whose words tell a change; the verbs may be different ones.
    /// </summary>
    public bool Revalues(StatementStems other) => !IsDenied && !other.IsDenied && Values.Differ(other.Values);

    private StatementValues Values => field ??= StatementValues.Of(text, subject, entities, Core);

    private static bool IsTime(string stem) => StatementWords.Time.Contains(stem) || char.IsAsciiDigit(stem[0]);

    // Small words such as "get up" tell a habit, too: all but articles, auxiliaries and words of change count here.
    private static HashSet<string> PlainOf(string text, string subject)
    {
        var plain = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in text.Split([' ', ',', ';', ':', '(', ')', '"'], StringSplitOptions.RemoveEmptyEntries))
        {
            var lower = word.TrimEnd('.', '!', '?').ToLowerInvariant();
            var stem = lower.Length == 0 || lower[0] > '\u2E80' ? "" : WordAnalyzer.Terms(lower) is [var term, ..] ? term : EnglishStemmer.Stem(lower);
            if (stem.Length > 0 && !Little.Contains(lower))
            {
                plain.Add(stem);
            }
        }

        plain.ExceptWith(WordAnalyzer.Terms(subject));
        plain.ExceptWith(StatementWords.Turning);
        plain.ExceptWith(StatementWords.Changing);
        return plain;
    }

    private static readonly FrozenSet<string> Little = WordLists.Of("a an the user user's users is are was were be been am being to at in on of for and or with that this these those it its has have had do does did usually normally always mostly mainly generally typically only just now then still also too again any more longer since by from as his her their he she they not no go goes going gone went back start started starting begun");

    /// <summary>Whether it tells of something that is wanted, looked for or waited for.</summary>
    public bool IsPursuit => isPursuit ??= Pursuit().IsMatch(text);

    private bool? isMended;
    private bool? isDefect;
    private bool? isInOrder;

    /// <summary>Whether it tells that something was put in order: then only what was told to be out of order has ended.</summary>
    public bool IsMended => isMended ??= Mended().IsMatch(text);

    [GeneratedRegex(@"^\S+ can ?not ([a-z]+)(?:[.,;]|$| at all| yet| any ?more)")]
    private static partial Regex Unable();

    [GeneratedRegex(@"^\S+ ([a-z]+s|can [a-z]+)(?= )")]
    private static partial Regex Does();

    /// <summary>Whether it tells that something is in order again.</summary>
    public bool IsInOrder => isInOrder ??= InOrder().IsMatch(text);

    [GeneratedRegex(@"\b(works? again|working again|runs? again|up and running|good as new|(all |fully |completely )?healed|(all )?better now|(all )?(fine|ok|okay|good|well) again|(fine|ok|okay) now|does not hurt any ?more|stopped hurting|(is|are|was|been|got) (fixed|repaired|mended))\b", RegexOptions.IgnoreCase)]
    private static partial Regex InOrder();

    /// <summary>Whether it tells that something is out of order.</summary>
    public bool IsDefect => isDefect ??= Defect().IsMatch(text);

    [GeneratedRegex(@"\b(fixed|repaired|mended|replaced(?! (?:\S+ ){1,4}(?:with|by)\b)|serviced|sorted)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Mended();

    [GeneratedRegex(@"\b(crack(ed)?|broken|broke|leak(s|ing|y)?|dead|faulty|stuck|flat|damaged|smashed|jammed|dripping|drips|rattl(es|ing)|does not work|not working|out of order|stopped working|fail(s|ed|ing)|loose|torn|rusty|blocked|hurts?|aches?|aching|sore|painful|swollen|sprained|infected|fractured|strained|injured|bruised|in (?:a|plaster) ?(?:cast|sling|splint|boot|brace)?|repair shop)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Defect();

    /// <summary>Whether it measures a thing: "is an hour by train", "is 150 over 95".</summary>
    public bool IsMeasure => isMeasure ??= Measure().IsMatch(text);

    [GeneratedRegex(@"\b(want|wants|wanted|saving|looking|searching|waiting|thinking|considering|planning|plans|hoping|hopes|dreaming|dreams|applying|applied|trying|shopping|needs?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Pursuit();

    [GeneratedRegex(@"\b(is|are|takes|costs|lasts)\b.*(\d|\b(an hour|half|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|ninety)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Measure();

    /// <summary>Whether all of these words are said here, by the statement or its subject.</summary>
    /// <param name="wanted">Words, by <see cref="WantedOf"/>.</param>
    public bool Holds(HashSet<string> wanted) => wanted.Count > 0 && wanted.IsSubsetOf(Said);

    /// <summary>How many of these words are said here, by the statement or its subject.</summary>
    public int CountHeld(IEnumerable<string> stems) => stems.Count(Said.Contains);

    /// <summary>What has to be said of words for them to be held: all but those of time and of turning over.</summary>
    public static HashSet<string> WantedOf(string words)
    {
        var wanted = WordAnalyzer.Terms(words)
            .Where(static stem => !(stem.Length == 2 && stem[0] > '\u2E80') && !StatementWords.Time.Contains(stem) && !StatementWords.Turning.Contains(stem))
            .Select(StatementWords.Canonical).ToHashSet(StringComparer.Ordinal);

        // "The Italy trip didn't happen" ends the plan "to go to Italy": what it was called tells less than where to.
        var telling = wanted.Count > 1 ? wanted.Except(StatementWords.Outings).ToHashSet(StringComparer.Ordinal) : wanted;
        return telling.Count > 0 ? telling : wanted;
    }

    private static HashSet<string> CoreOf(HashSet<string> stems)
    {
        // Pairs of ideographs depend on what stands next to them.
        var core = new HashSet<string>(stems.Where(stem => !(stem.Length == 2 && stem[0] > '\u2E80')).Select(StatementWords.Canonical), StringComparer.Ordinal);
        core.ExceptWith(StatementWords.Turning);
        core.ExceptWith(StatementWords.Planning);
        core.ExceptWith(StatementWords.Time);
        return core;
    }

    private static HashSet<string> FamiliesOf(HashSet<string> core)
    {
        var all = new HashSet<string>(core, StringComparer.Ordinal);
        foreach (var stem in core)
        {
            if (TopicFamilies.FamilyOf(stem) is { } family)
            {
                all.Add(family);
            }
        }

        return all;
    }

    // Numbers with what they count; dates and times of day are no counts.
    private static List<(string Unit, string Number)> QuantitiesOf(string text)
    {
        var found = new List<(string, string)>();
        foreach (Match match in ChineseCount().Matches(text))
        {
            found.Add((match.Groups[2].Value, match.Groups[1].Value.Replace('两', '二')));
        }

        var words = text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i].Trim('.', ',', '!', ';', '(', ')').ToLowerInvariant();
            if (word is "once" or "twice" or "daily" or "weekly" or "monthly" || (word == "every" && i + 1 < words.Length && words[i + 1].Trim('.', ',').ToLowerInvariant() is "day" or "week" or "month" or "morning" or "evening" or "night"))
            {
                found.Add((Frequency, word == "every" ? word + " " + words[i + 1].Trim('.', ',').ToLowerInvariant() : word));
                continue;
            }

            var isCount = word.Length > 0 && !word.Contains(':', StringComparison.Ordinal) && (char.IsAsciiDigit(word[0]) || word[0] is '$' or '€' or '£' || (WordLists.NumberWords.Contains(word) && word != "one") || (word == "one" && i > 0 && i + 1 < words.Length && words[i - 1].ToLowerInvariant() is not ("the" or "that" or "this" or "no" or "any" or "every" or "each" or "which") && words[i + 1].ToLowerInvariant() is not ("of" or "day" or "thing" or "more" or "another" or "in" or "for" or "with")));
            if (!isCount || (i > 0 && (WordLists.Months.Contains(words[i - 1].ToLowerInvariant()) || words[i - 1].ToLowerInvariant() is "in" or "since" or "at" or "number")))
            {
                continue;
            }

            // "Three times a week", "twice a day": how often.
            if (i + 1 < words.Length && words[i + 1].Trim('.', ',').ToLowerInvariant() is "times" or "time")
            {
                found.Add((Frequency, word));
                continue;
            }

            var digits = new string([.. word.TakeWhile(c => !char.IsAsciiLetter(c))]);
            var unit = digits.Length > 0 && digits.Length < word.Length ? word[digits.Length..] : i + 1 < words.Length ? string.Join(' ', WordAnalyzer.Terms(words[i + 1])) : "";
            if (!WordLists.Months.Contains(unit) && unit is not ("am" or "pm" or "st" or "nd" or "rd" or "th"))
            {
                found.Add((unit, digits.Length > 0 ? digits : word));
            }
        }

        return found;
    }

    private static bool IsNumber(string stem) => char.IsAsciiDigit(stem[0]) || WordLists.NumberWords.Contains(stem) || NumberStems.Contains(stem);

    private static readonly FrozenSet<string> NumberStems = WordAnalyzer.Terms(string.Join(' ', WordLists.NumberWords)).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Counting = WordAnalyzer.Terms("left remaining once twice daily weekly monthly one 一 二 三 四 五 六 七 八 九 十 两 百 千 万 只 个 岁 块 元 人 次 现 在 了").ToFrozenSet(StringComparer.Ordinal);

    private const string Frequency = "times";

    [GeneratedRegex("([0-9一二三四五六七八九十两百千万]+)(只|个|岁|块|元|人|次|台|辆|名|位|公斤|斤|平米|杯)")]
    private static partial Regex ChineseCount();

    [GeneratedRegex(@"\(\d{4}[^)]{0,40}\)")]
    private static partial Regex ResolvedTime();

    // "Will not quit", "is not going to give up": what is not ended goes on.
    [GeneratedRegex(@"\b(not|never|n't)\s+((going|gonna|want|about)\s+(to\s+)?)?(quit|stop|give up|giving up|let anything)\b")]
    private static partial Regex NotEnded();
}
