using System.Text.RegularExpressions;
using MemOS.Reading.Rules;
using MemOS.Reading.Rules.English;

namespace MemOS.Consolidation;

/// <summary>Signs that a statement stands beside earlier ones and ends none of them.</summary>
/// <remarks>
/// An addition ("I also drive…", "my other dog"), what was once ("I used to live in…", "as a child"), a wish ("I'd love to work at…"),
/// and what holds for a day ("I didn't eat meat today") leave true what was told before. A statement that tells a change in so many words
/// is none of these, whatever else it says.
/// </remarks>
internal static partial class Coexistence
{
    private const string Dose = "dose";

    /// <summary>Whether a later statement says by itself that it ends nothing of that kind.</summary>
    public static bool IsPlain(HeldStatement later, HeldStatement earlier)
    {
        // What was put in order ends what was out of order alone.
        if (later.Stems.IsMended && later.Draft is { Ends: not null } && !earlier.Stems.IsDefect)
        {
            return true;
        }

        // "My other grandmother died" is no news of the one that was told of, "I now speak Czech too" none of Polish.
        if (later.Draft is not { IsCorrection: true } && (IsAnother(later, earlier) || StandsBeside(later, earlier)))
        {
            return true;
        }

        if (later.Draft is { IsCorrection: true })
        {
            return false;
        }

        if (AnswerStyle.AreApart(later, earlier) || ConsolidationPlan.IsOneOfSeveral(later, earlier))
        {
            return true;
        }

        var isOfOneAttribute = later.Content.Slot is not null && later.Content.Slot == earlier.Content.Slot;
        if (Occasions.IsForOnce(later, earlier) || IsOfYouth(later, earlier) || IsMoveOfOthers(later, earlier) || IsOfUnnamedThing(later, earlier) || IsDoneForGood(later, earlier) || IsEndOnAnotherDay(later, earlier) || (!isOfOneAttribute && (IsNewsOfAnother(later, earlier) || IsAffairOfCompanion(later, earlier) || IsOfAnotherPurpose(later.Content.Text, earlier.Content.Text))))
        {
            return true;
        }

        if (later.Draft is { Ends: null } && !isOfOneAttribute && (Unchanged().IsMatch(later.Content.Text) || (Learning().IsMatch(later.Content.Text) && Spoken().IsMatch(earlier.Content.Text))))
        {
            return true;
        }

        // "From MySQL to TiDB" leaves the Redis of the cache.
        if (isOfOneAttribute && later.Draft is { RejectedValue: { } given } && SlotVocabulary.IsTechnology(later.Content.Slot!) && !earlier.Content.Text.Contains(given, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        // "The interview has been put back to Monday" is no news of what it is for.
        if (later.Content.Slot == SlotVocabulary.Time && earlier.Content is { EventTime: null, Slot: null } && IsPurpose().IsMatch(earlier.Content.Text) && !TellsTime().IsMatch(earlier.Content.Text))
        {
            return true;
        }

        // "I took up Korean instead" unlearns no language.
        if (later.Draft is { Ends: null } && Spoken().IsMatch(earlier.Content.Text) && !Spoken().IsMatch(later.Content.Text) && !later.Stems.Core.Overlaps(earlier.Stems.Core))
        {
            return true;
        }

        // "Now I have three": of what is counted, and of nothing that had no number.
        if (later.Draft is { Ends: null } && later.Content.Slot is null && CountOnly().IsMatch(later.Content.Text) && !Measure().IsMatch(earlier.Content.Text))
        {
            return true;
        }

        // "I work at the bank now" does no errand: "I need to turn these notes into a memo".
        if (later.Draft is { Ends: null, Fulfils: null } && later.Content.Slot is not null && earlier.Content.Slot is null && Errand().IsMatch(earlier.Content.Text) && !later.Stems.Core.Overlaps(earlier.Stems.Core))
        {
            return true;
        }

        // "We have a Kia" beside "we have a Skoda": one more, unless the words say otherwise.
        if (later.Draft is { Ends: null, IsChange: false, RejectedValue: null } && later.Content.Slot is "car" or "phone" && Possessed().IsMatch(later.Content.Text))
        {
            return true;
        }

        // "I just take the train now" is no news of a trade.
        if (earlier.Content.Slot is "job" or "employer" && later.Draft is { Ends: null } && later.Content.Slot is null && !IsChinese(later.Content.Text) && !LivelihoodNews().IsMatch(later.Content.Text) && !later.Stems.Core.Overlaps(earlier.Stems.Core))
        {
            return true;
        }

        // "改成远程办公", "工作没变": where one works from is no news of what one works as.
        if (earlier.Content.Slot is "job" or "employer" or "home" && later.Draft is { Ends: null } && later.Content.Slot is null && Unmoved().IsMatch(later.Content.Text))
        {
            return true;
        }

        // "Joe moved out" is news of who lives where, and not of the team that he is for.
        if (MovedOut().IsMatch(later.Content.Text) && later.Draft is { IsChange: false } or { Ends: not null } && MovedOut().IsMatch(later.Content.Text) && !Living().IsMatch(StatementWords.WithoutSubject(earlier.Content)))
        {
            return true;
        }

        // "The GP upped mum's amlodipine to 10mg" is news of a dose, and none of what has no measure.
        if (later.Draft is { Ends: null } && !isOfOneAttribute && Sized().IsMatch(later.Content.Text) && !Measure().IsMatch(earlier.Content.Text) && !later.Stems.Core.Any(stem => earlier.Stems.Core.Contains(stem) && !Kin.Contains(stem)))
        {
            return true;
        }

        if (later.Draft is { Ends: null } && later.Content.Slot is null && Considered().IsMatch(later.Content.Text) && !Considered().IsMatch(earlier.Content.Text))
        {
            return true;
        }

        // "Sofie starts swimming lessons" is no news of whose daughter she is.
        if (later.Draft is { Ends: null } && !isOfOneAttribute && SlotComparison.Names(later.Content.Subject, earlier.Content) && !earlier.Content.Subject.EndsWith(later.Content.Subject, StringComparison.Ordinal) && Beginning().IsMatch(later.Content.Text))
        {
            return true;
        }

        if (later.Draft is { IsChange: true } or { Ends: not null })
        {
            return false;
        }

        var text = later.Content.Text;
        return Unnamed().IsMatch(text) || (Ailment().IsMatch(earlier.Content.Text) && !later.Stems.Core.Overlaps(earlier.Stems.Core)) || IsOfMany(later, earlier) || Addition().IsMatch(text) || IsOfThePast(later, earlier) || (Wish().IsMatch(text) && !Wish().IsMatch(earlier.Content.Text)) ||
            (earlier.Content.EventTime is null && NotThatDay().IsMatch(text) && !NotThatDay().IsMatch(earlier.Content.Text)) || IsDoseOfAnother(later, earlier);
    }

    /// <summary>Whether the earlier one tells how old somebody is, what they study or where they come from, and the later one another attribute, or a thing that fills none: no word of change in it is one of that.</summary>
    public static bool IsOfOtherAttribute(HeldStatement later, HeldStatement earlier) =>
        earlier.Content.Slot is { } slot && later.Content.Slot != slot && (Own.Contains(slot) || (later.Content.Slot is { } other && Lives.Contains(other) && Livelihoods.Contains(slot)) || (later.Content.Slot is null && Livelihoods.Contains(slot) && IsChinese(later.Content.Text) && !later.Chinese.SharesSign(earlier.Chinese) && !later.Stems.Core.Overlaps(earlier.Stems.Core)));

    private static bool IsChinese(string text) => text.AsSpan().ContainsAnyInRange('\u4E00', '\u9FFF');

    private static readonly HashSet<string> Kin = [.. Recall.Words.WordAnalyzer.Terms(string.Join(' ', WordLists.Kin))];
    private static readonly HashSet<string> Own = ["age", "name", "birthday", "origin", "children", "siblings"];
    private static readonly HashSet<string> Lives = ["home", "household", "place", "rent", "pet", "car", "phone", "weight", "diet"];
    private static readonly HashSet<string> Livelihoods = ["school", "field of study", "job", "employer", "diet", "car", "phone", "pet"];

    [GeneratedRegex(@"\b(?:upped|raised|increased|lowered|reduced|bumped|doubled|halved|gone up|went up|gone down|went down|cut|dropped)\b[^,;]* to \S*[0-9]|\bput [^,;]*\b(?:rates?|prices?|fees?|rent|charges?) (?:up|down)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Sized();

    [GeneratedRegex(@"(?<!\bat )(?<![0-9:.])[0-9]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred|thousand|half|double|dose|rent|price|fee|rate|salary|limit|hours)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Measure();

    [GeneratedRegex(@"^\S+ (?:needs?|has|have|wants?) to [a-z]+ (?:this|these|the|a|an|some) ", RegexOptions.CultureInvariant)]
    private static partial Regex Errand();

    [GeneratedRegex(@"^\S+ (?:has|have|owns?|uses?)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Possessed();

    [GeneratedRegex(@" (?:is|was|will be) (?:for|about) ", RegexOptions.CultureInvariant)]
    private static partial Regex IsPurpose();

    [GeneratedRegex(@"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b(?:january|february|march|april|may|june|july|august|september|october|november|december|today|tomorrow|tonight|noon|midnight|weekend|week|month|morning|evening|afternoon|night)\b|\bat \d|\b\d{1,2}(?::\d\d)? ?(?:am|pm|h)\b|\d{1,2}:\d\d|\d(?:st|nd|rd|th)\b|[点号日周]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TellsTime();

    [GeneratedRegex(@"\b(?:quit|left|leaves|leaving|retir\w*|resign\w*|fired|sacked|laid off|redundant|let go|jobs?|career|promot\w*|hired|works?|working|worked|employ\w*|unemployed|company|firm|freelanc\w*|business|started|starts|starting|joined|joins|role|position|team|office|degree|study|studying|studies|student|teach\w*|leave|maternity|manage\w*|lead\w*|runs?|boss|became|becomes?|training as|switched|moved|shop|studio)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LivelihoodNews();

    [GeneratedRegex(@"^(?:Now )?\S+ (?:has|have|keeps) (?:now )?(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)(?: now)?\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex CountOnly();

    [GeneratedRegex("(?:远程|居家|混合|线上)(?:办公|工作|上班)|没变|不变|没换|照旧")]
    private static partial Regex Unmoved();

    [GeneratedRegex(@"^\S+(?: \S+)?(?: has| have)?(?: just| finally)? moved out\b", RegexOptions.CultureInvariant)]
    private static partial Regex MovedOut();

    [GeneratedRegex(@"\b(?:lives?|living|shares?|sharing|flatmates?|roommates?|housemates?|lodger|rooms?|rent|home|house|flat|apartment|stays?|staying|moved in|together|with User|is User's)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Living();

    // "It's still the D850 for me": what is still so has not changed; and who learns Greek speaks no language less.
    [GeneratedRegex(@"\b(?:is|are|am) still (?:the|User's|at|in|with|on|a|an)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unchanged();

    [GeneratedRegex(@"^\S+ (?:is |has |will )?(?:just )?(?:starts?|started|starting|begins?|began|begun|joins?|joined|learns?|learned|learnt|won|passed|tried|tries) ", RegexOptions.CultureInvariant)]
    private static partial Regex Beginning();

    [GeneratedRegex(@"\b(?:speaks?|mother tongue|native (?:language|speaker)|bilingual|fluent)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Spoken();

    // "My talk is about tracing now": of a thing of the speaker's own, and no companion.
    [GeneratedRegex(@" is(?: now)? about (?!to |\d)", RegexOptions.CultureInvariant)]
    private static partial Regex IsAbout();

    [GeneratedRegex(@"\b(?:learning|studying|taking up|picking up|taking lessons in|taking classes in)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Learning();

    // "Been toying with putting my rate up", "乌龟托给邻居了": what is only thought of, and what comes back.
    [GeneratedRegex(@"\b(?:toying with|in two minds|half a mind to|tempted to|weighing up|on the fence|thought about|thinking (?:of|about)|considering|considered|no plans? to|has no plans?|no intention of|wondering (?:whether|if)|if (?:User|I|we) (?:ever |did|do|had|could))\b|left the (?:house|flat|office|building)\b|托给|寄养|寄放在|借给", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Considered();

    // Where somebody has been, and what they have seen or won, stays so; how often may grow.
    private static bool IsDoneForGood(HeldStatement later, HeldStatement earlier) =>
        !earlier.Stems.IsDenied && Experience().IsMatch(earlier.Content.Text) && !later.Stems.CountsAnew(earlier.Stems);

    // "Priya has moved from our Android team to iOS" is no news of who is on that team beside her.
    private static bool IsNewsOfAnother(HeldStatement later, HeldStatement earlier) =>
        Doer().Match(StatementWords.Told(later.Content)) is { Success: true } doer && doer.Groups[1].Value is var name && !name.Equals(later.Content.Subject, StringComparison.OrdinalIgnoreCase) && !name.Equals(earlier.Content.Subject, StringComparison.OrdinalIgnoreCase) &&
        later.Signs.Names.Contains(name) && !earlier.Content.Text.Contains(name, StringComparison.OrdinalIgnoreCase) && !TakesPlace().IsMatch(StatementWords.Told(later.Content)) && later.Content.Subject.Equals(earlier.Content.Subject, StringComparison.OrdinalIgnoreCase) && !Concerned().IsMatch(later.Content.Text);

    // "Kaz bailed on the Alps trip", "Dave and his wife have split up": news of a companion that names nothing of what is done together.
    // Who dies, moves or goes away is missed there.
    private static bool IsAffairOfCompanion(HeldStatement later, HeldStatement earlier)
    {
        if (Companion().Match(StatementWords.Told(later.Content)) is not { Success: true } doer || doer.Groups[1].Value is not { } name || !earlier.Content.Text.Contains(name, StringComparison.OrdinalIgnoreCase) ||
            (SlotComparison.OwnerOf(earlier.Content.Subject).Equals(name, StringComparison.OrdinalIgnoreCase) && SlotComparison.OwnerOf(later.Content.Subject).Equals(name, StringComparison.OrdinalIgnoreCase)) || (later.Content.Subject.StartsWith(name + "'s ", StringComparison.OrdinalIgnoreCase) && IsAbout().IsMatch(later.Content.Text)) || name.Equals(earlier.Content.Subject, StringComparison.OrdinalIgnoreCase) || Concerned().IsMatch(later.Content.Text) || Leaving().IsMatch(later.Content.Text) || WordLists.Kin.Contains(name.ToLowerInvariant()))
        {
            return false;
        }

        var names = later.Signs.Names.Append(name).SelectMany(Recall.Words.WordAnalyzer.Terms).ToHashSet(StringComparer.Ordinal);
        return !later.Stems.Core.Except(names).Any(stem => earlier.Stems.CountHeld([stem]) > 0);
    }

    // "Moved the toaster off the microwave" is no news of the router: what was moved, sold or changed is named, and was not spoken of.
    private static bool IsOfUnnamedThing(HeldStatement later, HeldStatement earlier)
    {
        if (later.Content.Slot is not null || earlier.Content.Slot is not null || (later.Ended is { Count: > 0 } ended && earlier.Stems.Holds(ended)) || later.Thing.Head is not { } thing || earlier.Thing.Head is not { } told || !ChangedThing().IsMatch(later.Content.Text) || earlier.Stems.CountHeld([thing]) > 0 || later.Stems.CountHeld([told]) > 0)
        {
            return false;
        }

        var lexicon = Recall.Lexicon.WordLexicon.Default;
        return lexicon.IndexOf(thing) is >= 0 and var one && earlier.Stems.Core.All(stem => lexicon.IndexOf(stem) is not (>= 0 and var other) || lexicon.Similarity(one, other) < Apart);
    }

    // Of how unlike words things are that have nothing to do with each other.
    private const float Apart = 0.3f;

    // "公司搬到了徐汇" moves nobody's home.
    private static bool IsMoveOfOthers(HeldStatement later, HeldStatement earlier) =>
        OthersMove().Match(StatementWords.Told(later.Content)) is { Success: true } move && !earlier.Content.Text.Contains(move.Groups[1].Value, StringComparison.Ordinal);

    [GeneratedRegex("^(?:我们?|用户)?[:：的]?(公司|单位|办公室|学校|门店|工厂|总部|部门|同事|朋友|邻居|老板)[^，。]{0,8}(?:搬|迁)")]
    private static partial Regex OthersMove();

    // "Moved to Aberdeen when I was six" ends nothing that holds now.
    private static bool IsOfYouth(HeldStatement later, HeldStatement earlier) => Youth().IsMatch(later.Content.Text) && !Youth().IsMatch(earlier.Content.Text);

    // People have several insurances, accounts and classes, each for something of its own: "car insurance", "home insurance".
    private static bool IsOfAnotherPurpose(string now, string before)
    {
        foreach (var mine in Purposes(now).ToLookup(static pair => pair.Thing, static pair => pair.Purpose))
        {
            var theirs = Purposes(before).Where(pair => pair.Thing == mine.Key).Select(static pair => pair.Purpose).ToList();
            if (theirs.Count > 0 && !theirs.Intersect(mine).Any())
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<(string Thing, string Purpose)> Purposes(string text) => Purposed().Matches(text).Select(static match => (match.Groups[2].Value.TrimEnd('s'), match.Groups[1].Value));

    // "Stopped going to the Tuesday group" ends nothing of Sundays.
    private static bool IsEndOnAnotherDay(HeldStatement later, HeldStatement earlier) =>
        later.Draft is { Ends: not null, IsChange: false, Slot: not SlotVocabulary.Time } && Weekday().Matches(later.Content.Text) is [var mine] && Weekday().Matches(earlier.Content.Text) is [var theirs] && mine.Groups[1].Value != theirs.Groups[1].Value;

    [GeneratedRegex(@"\b(?:has|have) (?:been to|visited|seen|met|climbed|won|flown|crossed|swum|sailed|hiked|run|read)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Experience();

    [GeneratedRegex(@"^(\p{Lu}\p{Ll}+)(?:'s| has| have| is| was| moved| left| quit| stopped| sold| got| went| started| changed| switched)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Doer();

    [GeneratedRegex(@"^(?:(?:Mr|Mrs|Ms|Dr)\.? )?(\p{Lu}\p{Ll}+)(?: and (?:his|her|their) \w+)?(?:'s (?!off|out|over|behind|history|gone|done|dead|now|no|not)[a-z]+ (?:has|have|got|is|was) |(?: has| have)? (?:got|lost|broken|broke|bailed|dropped|failed|passed|split|bought) )", RegexOptions.CultureInvariant)]
    private static partial Regex Companion();

    [GeneratedRegex(@"\b(?:died|dead|passed away|moved|moving|left|leaving|gone|emigrat\w*|flew|quit|retired|resigned|fired|sacked|not (?:any ?more|speaking)|no longer|fell out|stopped)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Leaving();

    [GeneratedRegex(@"\b(?:moved|sold|changed|swapped|replaced|dropped|scrapped|cancelled|canceled|binned|donated|threw out|got rid of|took back|took) (?:the|my|our|his|her|their|user's|one of|an?) ", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ChangedThing();

    [GeneratedRegex(@"\bwhen (?:i|we|user) (?:was|were) (?:about |only |just )?(?:young|little|small|1?\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|a (?:child|kid|boy|girl|teenager|student))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Youth();

    // "Rust has become User's favourite language" is news of the speaker's.
    [GeneratedRegex(@"^\S+ (?:has become|became|is) (?:now )?(?:user|\p{Lu}\p{Ll}+)'s ", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TakesPlace();

    // The speaker is told of as one who does or is met with something, not as an owner alone.
    [GeneratedRegex(@"\b(?i:user)\b(?!'s|:)|\b(?:me|us|we|I)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Concerned();

    [GeneratedRegex(@"(?<=[\s(])(?!(?:new|old|own|other|same|first|second|last|next|whole|current|the|our|his|her|their|some|this|that|every|any|another|big|small|good|bad|free|online|full|my|weekly|monthly|private|user's)\b)([a-z]+) (insurance|accounts?|class|classes|club|group|course|lessons?|practice|loan|pension|subscription|licen[cs]e|membership|policy|charger|exam|appointment|test)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Purposed();

    [GeneratedRegex(@"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b", RegexOptions.CultureInvariant)]
    private static partial Regex Weekday();

    // People speak, play and own several: another one, without a word of change, is one more.
    private static bool IsOfMany(HeldStatement later, HeldStatement earlier) =>
        later.Content.Slot is null && !later.Stems.IsDenied && later.Signs.Head is { } head && head == earlier.Signs.Head && Manifold.Contains(head) && !later.Stems.CountsAnew(earlier.Stems) && !later.Signs.Cues.Any();

    private static readonly HashSet<string> Manifold = [.. "speak know play own have collect understand read teach".Split(' ').Select(static verb => Recall.Words.EnglishStemmer.Stem(verb))];

    private static bool IsAnother(HeldStatement later, HeldStatement earlier) =>
        Other().IsMatch(later.Content.Text) && !Other().IsMatch(earlier.Content.Text) || (Elder().Match(later.Content.Text) is { Success: true } mine && Elder().Match(earlier.Content.Text) is { Success: true } theirs && mine.Value != theirs.Value);

    // An addition in so many words, or one thing at one time or place and another at another; "I run in the evenings now" tells a change.
    private static bool StandsBeside(HeldStatement later, HeldStatement earlier) =>
        IsNoMove(later, earlier) || later.Draft is { Ends: null } && Besides().IsMatch(later.Content.Text) || (later.Draft is { IsChange: false } && Occasions.AreApart(later, earlier));

    // Savings, museums and calls are moved, and nobody's home with them.
    private static bool IsNoMove(HeldStatement later, HeldStatement earlier) =>
        earlier.Content.Slot == "home" && later.Content.Slot != "home" && (!later.Content.Subject.Equals(earlier.Content.Subject, StringComparison.OrdinalIgnoreCase) || !Dwelling().IsMatch(later.Content.Text)) && !later.Content.Text.AsSpan().ContainsAnyInRange('\u4E00', '\u9FFF');

    [GeneratedRegex(@"\b(?:lives?|living|home|flat|apartment|house|moved (?:to|in|into|out|back|house|home|here)|moving (?:to|in|into|out|back|house)|keys|lease|address|based|settled|unpack\w*|relocat\w+|emigrat\w+|place|behind)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Dwelling();

    [GeneratedRegex(@"\b(?:my|our|his|her|their|'s|the) (?:other|second|third)\b|另一[个只辆台]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Other();

    [GeneratedRegex("[大小二三](?=儿子|女儿|哥|姐|弟|妹|舅|姨|叔|姑|孙)")]
    private static partial Regex Elder();

    [GeneratedRegex(@"\b(?:also|as well|besides|additionally)\b|\btoo\b(?= *[.!,]|$)|也(?=在|会|有|是|喜|爱|想|养|住|学|用)|现在还在", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Besides();

    // "I used to play golf" ends the golf that was told; "I used to live in Bath" ends no life in York.
    private static bool IsOfThePast(HeldStatement later, HeldStatement earlier) =>
        Past().IsMatch(later.Content.Text) && !Past().IsMatch(earlier.Content.Text) && !(later.Stems.IsDenied && later.Stems.Core.IsSupersetOf(earlier.Stems.Core));

    // Two medicines have a dose each.
    private static bool IsDoseOfAnother(HeldStatement later, HeldStatement earlier) =>
        later.Content.Slot == Dose && earlier.Content.Slot == Dose && Named(later) is { Count: > 0 } now && Named(earlier) is { Count: > 0 } before && !now.Overlaps(before);

    private static HashSet<string> Named(HeldStatement statement) => [.. statement.Stems.Core.Where(static stem => stem is not ("take" or Dose or "mg" or "mcg" or "ml" or "microgram" or "milligram" or "tablet" or "pill" or "morn" or "morning" or "night" or "even" or "evening" or "daili" or "day") && !stem.Any(char.IsDigit))];

    // What somebody eats again, or not, leaves an allergy to something else as it is.
    [GeneratedRegex(@"\b(?:allergic|allergy|intolerant|intolerance|coeliac|celiac|asthma|diabetic|diabetes)\b|过敏|不耐受", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ailment();

    // "Owns it together with her brother": of a thing that it does not name, a statement ends nothing.
    [GeneratedRegex(@"^\S+ (?:\S+ )?(?:own|owns|have|has|like|likes|keep|keeps|use|uses|share|shares) (?:it|them|one|both|all)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Unnamed();

    // "Not … either" and "no longer also" tell no addition; "also" and "another" do.
    [GeneratedRegex(@"\b(?:also|additionally|as well|too|besides|another|(?:my|our|his|her|their|'s|the) (?:other|second|third)|one more|apart from that|in addition|on the side|at weekends|at the weekend)\b(?! (?:much|many|little|late|early|far|hard|soon|long|old|big|small|busy|tired|expensive|loud|hot|cold))|也|还(?!是|没|不|行|好|可以)|另外|另一|别的|同时|兼", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Addition();

    [GeneratedRegex(@"\b(?:as (?:a|an) (?:child|kid|boy|girl|teenager|student|baby|toddler|young (?:man|woman))|when (?:he|she|they|i|we|user|[A-Z]\w+) (?:was|were) (?:a |an )?(?:\w+ )?(?:child|kid|boy|girl|teenager|student|small|little|young|\w*teen|\w+ years old|at (?:school|university|college))|in (?:his|her|their|my|our|user's|the) (?:teens|twenties|thirties|forties|youth|childhood|student days|school days|\d0s)|years ago|back in (?:the )?(?:\d|day|school|college|uni)|once (?:lived|worked|owned|had|played|studied|was|were)|used to (?!it\b)|before (?:that|then|moving|coming)\b)|小时候|以前|曾经|当年|那时候?|年轻时|上学时|从前|之前在", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Past();

    [GeneratedRegex(@"\b(?:would (?:really |also |one day )?(?:love|like|prefer) to|'d (?:really )?(?:love|like) to|wants? to|hopes? to|dreams? of|dreams? about|wish(?:es)?|might|some ?day|one day|would be nice|is thinking of|is thinking about|considers?|is considering)\b|想(?:去|要|学|当|成为)|希望|梦想|打算|也许|可能会|有一天", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Wish();

    [GeneratedRegex(@"\b(?:did|does|do|is|are|was|were|has|have|am) not\b.*\b(?:today|tonight|this (?:morning|afternoon|evening)|yesterday|last night|for once)\b|(?:今天|今晚|今早|昨天|昨晚|这次).*(?:没|不)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotThatDay();
}
