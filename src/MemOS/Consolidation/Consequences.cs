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
            (EndsWork(now, before) || LosesWork(now, before) || EndsPartnership(now, before) || TakesOver(now, before) || EndsStudy(later, earlier) || ComesBack(later, earlier) || IsWellAgain(later, earlier) || IsThingGone(later, earlier) || EatsMeat(now, before) || GoesNot(later, earlier));
    }

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
        earlier.Content is { Slot: "field of study" } && IsOf(later.Content, earlier.Content) && (later.Draft?.Ends == "study" || FinishedStudy().IsMatch(later.Content.Text)) && !earlier.Stems.IsDenied;

    // "I'm back at work" of "I'm on parental leave until May".
    private static bool ComesBack(HeldStatement later, HeldStatement earlier) =>
        IsOf(later.Content, earlier.Content) && BackAtWork().IsMatch(later.Content.Text) && !later.Stems.IsDenied && !later.Content.Text.Contains("hop", StringComparison.Ordinal) && (later.Content.EventTime is not { } back || back.Start <= later.ValidFrom.DateTime) && Away().IsMatch(earlier.Content.Text);

    // "I'm well again" of "I have a cold".
    private static bool IsWellAgain(HeldStatement later, HeldStatement earlier) =>
        IsOf(later.Content, earlier.Content) && WellAgain().IsMatch(later.Content.Text) && !later.Stems.IsDenied && Passing().IsMatch(earlier.Content.Text);

    // "Anna took over from Tom" of "my manager is Tom".
    private static bool TakesOver(RecordContent now, RecordContent before) =>
        before is { Slot: { } role, SlotValue: { } held } && IdentityReader.IsRole(role) && Succeeded().Match(now.Text) is { Success: true } change && held.Split(' ').Contains(change.Groups["old"].Value, StringComparer.OrdinalIgnoreCase) && (!now.Subject.Contains("'s ", StringComparison.Ordinal) || now.Subject.Contains(role, StringComparison.OrdinalIgnoreCase)) && SlotComparison.OwnerOf(before.Subject) is var owner && (SlotComparison.OwnerOf(now.Subject).Equals(owner, StringComparison.OrdinalIgnoreCase) || !now.Subject.Contains(' ', StringComparison.Ordinal));

    // "We don't have a car any more" of "I drive a Skoda".
    private static bool IsThingGone(HeldStatement later, HeldStatement earlier) =>
        later.Ended is { Count: 1 } ended && earlier.Content.Slot is "car" or "phone" or "laptop" && IsOf(later.Content, earlier.Content) && ended.SetEquals(StatementStems.WantedOf(earlier.Content.Slot));

    // "I eat meat again" of "I don't eat meat".
    private static bool EatsMeat(RecordContent now, RecordContent before) =>
        now is { Slot: "diet", SlotValue: "eats animal food" } && before is { Polarity: Polarity.Negative, Kind: MemoryKind.Preference, Topic: "meat" } && IsOf(now, before);

    // "I'm not going to Lisbon after all", "we're going to Porto instead" of "we booked a trip to Lisbon", as long as that is ahead; where somebody goes each week stays.
    private static bool GoesNot(HeldStatement later, HeldStatement earlier)
    {
        var owner = SlotComparison.OwnerOf(earlier.Content.Subject);
        var isPlanned = earlier.Content.EventTime is { } then ? then.End > later.ValidFrom.DateTime || then.End > earlier.ValidFrom.DateTime : earlier.Content.Slot?.StartsWith(SlotVocabulary.PlanPrefix, StringComparison.Ordinal) == true;
        if (!isPlanned || earlier.Stems.IsDenied || !ConsolidationPlan.IsEndable(earlier) || !owner.Equals(later.Content.Subject, StringComparison.OrdinalIgnoreCase) || Array.Exists(earlier.Content.Subject.Split(' '), WordLists.Kin.Contains) || Journey().Match(earlier.Content.Text) is not { Success: true } journey)
        {
            return false;
        }

        var place = journey.Groups["place"].Value;
        return (NotGoing().Match(later.Content.Text) is { Success: true } refused && refused.Groups["place"].Value == place) ||
            (InsteadOf().Match(later.Content.Text) is { Success: true } swapped && swapped.Groups["place"].Value == place) ||
            (GoingInstead().Match(later.Content.Text) is { Success: true } other && other.Groups["place"].Value != place);
    }

    private static bool IsOf(RecordContent now, RecordContent before) => now.Subject.Equals(before.Subject, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\b(?:finished|completed|quit) (?:my|our|\S+'s|the) (?:(?:law|first|master's|bachelor's|bachelor|master|undergraduate|whole) )?(?:degree|studies)(?=[.,;]|$| last| this| in | at last)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex FinishedStudy();

    [GeneratedRegex(@"\bback (?:at|in|to) (?:work|the office)\b|\bback from (?:\w+ )?(?:leave|holiday|vacation)\b", RegexOptions.CultureInvariant)]
    private static partial Regex BackAtWork();

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
