using System.Text.RegularExpressions;
using MemOS.Reading;
using MemOS.Reading.Rules;
using MemOS.Reading.Rules.English;

namespace MemOS.Consolidation;

/// <summary>
/// Tells what follows from a change for what fills another attribute: who retires works no nights, who is single lives with no
/// girlfriend, of whom another took over is manager no more, and who does not go to Lisbon has no trip there.
/// </summary>
internal static partial class Consequences
{
    /// <summary>Whether the later statement makes the earlier one untrue by what it brings with it.</summary>
    public static bool Follow(HeldStatement later, HeldStatement earlier)
    {
        var now = later.Content;
        var before = earlier.Content;
        return !later.SharesSource(earlier) &&
            (EndsWork(now, before) || LosesWork(now, before) || EndsPartnership(now, before) || TakesOver(later, earlier) || EndsStudy(later, earlier) || ComesBack(later, earlier) || IsWellAgain(later, earlier) || IsThingGone(later, earlier) || EatsMeat(now, before) || GoesNot(later, earlier));
    }

    /// <summary>What a statement tells that may make others untrue, whatever they are; <see langword="null"/> for most. Made once for a statement that is compared with many.</summary>
    public static ConsequentNews? NewsOf(RecordContent content, bool isDenied)
    {
        var text = content.Text;
        var news = new ConsequentNews(
            !isDenied && BackAtWork().IsMatch(text) && !Hoped().IsMatch(text),
            !isDenied && WellAgain().IsMatch(text),
            FinishedStudy().IsMatch(text),
            Named(Succeeded().Match(text), "old"),
            Named(NotGoing().Match(text), "place"),
            Named(InsteadOf().Match(text), "place"),
            Named(GoingInstead().Match(text), "place"));
        return news == Nothing ? null : news;
    }

    private static readonly ConsequentNews Nothing = new(false, false, false, null, null, null, null);

    private static string? Named(Match match, string group) => match.Success ? match.Groups[group].Value : null;

    // "I got laid off" of "I work nights", "I work as a nurse".
    private static bool LosesWork(RecordContent now, RecordContent before) =>
        now is { Slot: "employer", SlotValue: "none" } && IsOf(now, before) && (before.Slot is "shift" or "team" or "department" || (before.Slot == "job" && before.Text.Contains(" works as ", StringComparison.Ordinal)));

    // "I retired last month" of "I work nights at the hospice"; "started as a baker" of "works nights as a nurse".
    private static bool EndsWork(RecordContent now, RecordContent before) =>
        now is { Slot: "job", SlotValue: { } job } && IsOf(now, before) && (job == "retired" ? before.Slot is "shift" or "employer" or "team" or "department" && Retired().IsMatch(now.Text) : before.Slot == "shift" && WorksAs().Match(before.Text) is { Success: true } trade && !trade.Groups[1].Value.Equals(job, StringComparison.OrdinalIgnoreCase));

    // "We broke up" of "my girlfriend is called Noor" and of "I live with my girlfriend"; what she likes is told of her still.
    private static bool EndsPartnership(RecordContent now, RecordContent before) =>
        now is { Slot: "relationship", SlotValue: "single" or "divorced" or "separated" } &&
        (before is { Slot: "name" or "relation" } && PartnerOf().Match(before.Subject) is { Success: true } partner && partner.Groups[1].Value.Equals(now.Subject, StringComparison.OrdinalIgnoreCase) || (before is { Slot: "household", SlotValue: { } household } && IsOf(now, before) && Partner().IsMatch(household)));

    // "I dropped out", "I finished my degree" of "I'm a law student".
    private static bool EndsStudy(HeldStatement later, HeldStatement earlier) =>
        earlier.Content is { Slot: "field of study" } && IsOf(later.Content, earlier.Content) && (later.Draft?.Ends == "study" || later.News is { FinishesStudy: true }) && !earlier.Stems.IsDenied;

    // "I'm back at work" of "I'm on parental leave until May".
    private static bool ComesBack(HeldStatement later, HeldStatement earlier) =>
        later.News is { IsBack: true } && IsOf(later.Content, earlier.Content) && (later.Content.EventTime is not { } back || back.Start <= later.ValidFrom.DateTime) && Away().IsMatch(earlier.Content.Text);

    // "I'm well again" of "I have a cold".
    private static bool IsWellAgain(HeldStatement later, HeldStatement earlier) =>
        later.News is { IsWell: true } && IsOf(later.Content, earlier.Content) && Passing().IsMatch(earlier.Content.Text);

    // "Anna took over from Tom" of "my manager is Tom".
    private static bool TakesOver(HeldStatement later, HeldStatement earlier) =>
        later.News is { Succeeded: { } left } && later.Content is var now && earlier.Content is { Slot: { } role, SlotValue: { } held } before && IdentityReader.IsRole(role) && held.Split(' ').Contains(left, StringComparer.OrdinalIgnoreCase) && (!now.Subject.Contains("'s ", StringComparison.Ordinal) || now.Subject.Contains(role, StringComparison.OrdinalIgnoreCase)) && SlotComparison.OwnerOf(before.Subject) is var owner && (SlotComparison.OwnerOf(now.Subject).Equals(owner, StringComparison.OrdinalIgnoreCase) || !now.Subject.Contains(' ', StringComparison.Ordinal));

    // "We don't have a car any more" of "I drive a Skoda".
    private static bool IsThingGone(HeldStatement later, HeldStatement earlier) =>
        later.Ended is { Count: 1 } ended && earlier.Content.Slot is "car" or "phone" or "laptop" && IsOf(later.Content, earlier.Content) && ended.SetEquals(StatementStems.WantedOf(earlier.Content.Slot));

    // "I eat meat again" of "I don't eat meat".
    private static bool EatsMeat(RecordContent now, RecordContent before) =>
        now is { Slot: "diet", SlotValue: "eats animal food" } && before is { Polarity: Polarity.Negative, Kind: MemoryKind.Preference, Topic: "meat" } && IsOf(now, before);

    // "I'm not going to Lisbon after all", "we're going to Porto instead" of "we booked a trip to Lisbon", as long as that is ahead; where somebody goes each week stays.
    private static bool GoesNot(HeldStatement later, HeldStatement earlier)
    {
        if (later.News is not { } news || (news.NotGoing ?? news.InsteadOf ?? news.GoingInstead) is null || earlier.Stems.IsDenied || !ConsolidationPlan.IsEndable(earlier) ||
            !SlotComparison.OwnerOf(earlier.Content.Subject).Equals(later.Content.Subject, StringComparison.OrdinalIgnoreCase) || Array.Exists(earlier.Content.Subject.Split(' '), WordLists.Kin.Contains))
        {
            return false;
        }

        var isPlanned = earlier.Content.EventTime is { } then ? then.End > earlier.ValidFrom.DateTime : earlier.Content.Slot?.StartsWith(SlotVocabulary.PlanPrefix, StringComparison.Ordinal) == true;
        return isPlanned && JourneyOf(earlier.Content.Text) is { } place && (news.NotGoing == place || news.InsteadOf == place || (news.GoingInstead is { } other && other != place));
    }

    /// <summary>Where a journey goes that a statement tells of; <see langword="null"/> where it tells of none.</summary>
    public static string? JourneyOf(string text) => Named(Journey().Match(text), "place");

    private static bool IsOf(RecordContent now, RecordContent before) => now.Subject.Equals(before.Subject, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\b(?:finished|completed|quit) (?:my|our|\S+'s|the) (?:(?:law|first|master's|bachelor's|bachelor|master|undergraduate|whole) )?(?:degree|studies)(?=[.,;]|$| last| this| in | at last)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex FinishedStudy();

    [GeneratedRegex(@"\bback (?:at|in|to) (?:work|the office)\b|\bback from (?:\w+ )?(?:leave|holiday|vacation)\b", RegexOptions.CultureInvariant)]
    private static partial Regex BackAtWork();

    [GeneratedRegex(@"\b(?:hope|hopes|hoping|might|may|could)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Hoped();

    [GeneratedRegex(@"\bon (?:\w+ )?(?:leave|holiday|vacation|sabbatical)\b|\boff (?:sick|work)\b|\bsigned off\b", RegexOptions.CultureInvariant)]
    private static partial Regex Away();

    [GeneratedRegex(@"\b(?:is|am|are|feels?) (?:fully |completely |finally |all )?(?:well|healthy|better|fit|fine|recovered) (?:again|now)(?=[.,;]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex WellAgain();

    [GeneratedRegex(@"\b(?:has|have|got|caught|down with) (?:got )?(?:a |the )?(?:bad |nasty |terrible |bit of a )?(?:cold|flu|covid|fever|stomach bug|cough|sore throat|virus|tonsillitis|bronchitis|norovirus|food poisoning)\b|\b(?:is|are|am) (?:ill|sick|unwell|poorly)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Passing();

    // "Retired from football", "retired to bed early" end no work.
    [GeneratedRegex(@"\bretired(?=[.,;]|$| (?:last|this) (?:week|month|year|spring|summer|autumn|winter)| in | now| at last| after| because| when)", RegexOptions.CultureInvariant)]
    private static partial Regex Retired();

    [GeneratedRegex(@" as an? ((?:[a-z]+ )?[a-z]+)", RegexOptions.CultureInvariant)]
    private static partial Regex WorksAs();

    [GeneratedRegex(@"^(.+)'s (?:girlfriend|boyfriend|partner|fianc[eé]e?|wife|husband)(?: \p{Lu}\w*)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex PartnerOf();

    [GeneratedRegex(@"^(?:girlfriend|boyfriend|partner|fianc[eé]e?|wife|husband)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Partner();

    [GeneratedRegex(@"\b(?:took|has taken) over from (?<old>\p{Lu}\w+)(?=[.,;]|$| last | this )|(?<old>\p{Lu}\w+) (?:was|has been|got) replaced by \p{Lu}\w+(?=[.,;]|$| last | this )", RegexOptions.CultureInvariant)]
    private static partial Regex Succeeded();

    [GeneratedRegex(@"\b(?:fl(?:y|ies|ying)|go(?:es|ing)?|travel(?:s|ling|ing)?|driv(?:e|es|ing)|sail(?:s|ing)?|head(?:s|ing)?|trip|flight|flights|tickets?) to (?<place>\p{Lu}\w+)|\b(?:holiday|vacation|week|fortnight|weekend) in (?<place>\p{Lu}\w+)|\bvisit(?:s|ing)? (?<place>\p{Lu}\w+)", RegexOptions.CultureInvariant)]
    private static partial Regex Journey();

    [GeneratedRegex(@"\bnot (?:going|flying|travelling|traveling) to (?<place>\p{Lu}\w+)(?= after all| any ?more|[.,;]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex NotGoing();

    [GeneratedRegex(@"\binstead of (?<place>\p{Lu}\w+)", RegexOptions.CultureInvariant)]
    private static partial Regex InsteadOf();

    [GeneratedRegex(@"\b(?:going|flying|travelling|traveling) to (?<place>\p{Lu}\w+) instead(?=[.,;]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex GoingInstead();
}
