using System.Text.RegularExpressions;
using MemOS.Reading;

namespace MemOS.Consolidation;

/// <summary>Tells by rules that somebody has left: the place they held with the speaker, or where they stayed for a while.</summary>
internal static partial class Departures
{
    /// <summary>Whether the later statement tells that who the earlier one is about holds that place, or stays there, no longer.</summary>
    public static bool Ends(HeldStatement later, HeldStatement earlier) => LeavesRole(later, earlier) || GoesHome(later, earlier) || PartsWays(later, earlier) || LosesOffer(later, earlier);

    /// <summary>The name of who leaves their place, as the statement tells it; <see langword="null"/> for most. Made once for a statement that is compared with many.</summary>
    public static string? LeaverOf(RecordContent content) => Leaves().Match(StatementWords.Told(content)) is { Success: true } leaver ? leaver.Groups["name"].Value : null;

    /// <summary>Whether the statement tells that somebody has gone home. Made once for a statement that is compared with many.</summary>
    public static bool TellsOfGoingHome(RecordContent content) => Home().IsMatch(content.Text);

    // "My boss is a woman called Agnieszka": "Agnieszka retired in April".
    private static bool LeavesRole(HeldStatement later, HeldStatement earlier) =>
        later.Leaver is { } name && !later.Stems.IsDenied &&
        Array.Exists(earlier.Content.Text.Split([' ', '.', ',', '\'']), word => word == name) && SlotComparison.OwnerOf(later.Content.Subject) is var owner &&
        (owner.Equals(SlotComparison.OwnerOf(earlier.Content.Subject), StringComparison.OrdinalIgnoreCase) || owner == name || earlier.Content.Subject == name) && Role().IsMatch(earlier.Content.Text);

    // "Ines and I broke up": what was told of "my girlfriend Ines" was told of who is that no longer.
    private static bool PartsWays(HeldStatement later, HeldStatement earlier) =>
        later.Ended is { Count: 1 } && Parted().IsMatch(later.Content.Text) && Partner().Match(earlier.Content.Subject) is { Success: true } partner && later.Draft?.Ends?.Equals(partner.Groups["name"].Value, StringComparison.OrdinalIgnoreCase) == true &&
        SlotComparison.OwnerOf(later.Content.Subject).Equals(SlotComparison.OwnerOf(earlier.Content.Subject), StringComparison.OrdinalIgnoreCase);

    // "Northwind rescinded my offer", "the offer from Northwind fell through": "I start at Northwind on 3 February".
    private static bool LosesOffer(HeldStatement later, HeldStatement earlier) =>
        later.OfferLost is { } employer && later.ValidFrom >= earlier.ValidFrom && (earlier.Content.Slot is "employer" or "job" && earlier.Content.Text.Contains(" start", StringComparison.Ordinal) || Applies().IsMatch(earlier.Content.Text)) && earlier.Content.Text.Contains(employer, StringComparison.OrdinalIgnoreCase) &&
        SlotComparison.OwnerOf(later.Content.Subject).Equals(SlotComparison.OwnerOf(earlier.Content.Subject), StringComparison.OrdinalIgnoreCase);

    /// <summary>Whose offer of work came to nothing, as the statement tells it; <see langword="null"/> for most. Made once for a statement that is compared with many.</summary>
    public static string? OfferLost(RecordContent content) => LostOffer().Match(StatementWords.Told(content)) is { Success: true } lost ? lost.Groups["who"].Value : null;

    // What somebody hopes for from an employer.
    [GeneratedRegex(@"\b(?:is|am|are) (?:\w+ )?applying (?:for|at|to|with)\b|\bhas an interview (?:at|with)\b|\b(?:thinking of|considering) (?:taking|joining|accepting)\b|\bwaiting to hear\b", RegexOptions.CultureInvariant)]
    private static partial Regex Applies();

    // "Grandad is staying in the spare room", "Dad is in hospital": "Grandad went home on Saturday".
    private static bool GoesHome(HeldStatement later, HeldStatement earlier) =>
        later.TellsOfGoingHome && !later.Stems.IsDenied && Stay().IsMatch(earlier.Content.Text) &&
        (SlotComparison.SameSubject(later.Content, earlier.Content) || (SlotComparison.OwnerOf(later.Content.Subject) is var owner && owner.Length < later.Content.Subject.Length && owner.Equals(SlotComparison.OwnerOf(earlier.Content.Subject), StringComparison.OrdinalIgnoreCase) && earlier.Stems.Holds(StatementStems.WantedOf(later.Content.Subject[(owner.Length + 2)..]))));

    [GeneratedRegex(@"'s (?:girlfriend|boyfriend|partner|wife|husband|fianc[eé]e?|spouse) (?<name>\p{Lu}\p{Ll}+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Partner();

    [GeneratedRegex(@"\b(?:(?:broke(?:n)?|split) up(?! (?:the|a|an|our|my|some|all)\b)|separated(?! (?:the|a|our|my)\b)|divorced|divorcing|called it quits|are (?:done|over|finished)|no longer together)\b|\bsplit(?:\W*$| (?:in|last|two|three|recently|yesterday|for good)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Parted();

    [GeneratedRegex(@"^(?<who>\p{Lu}[\w&]+)(?: \p{Lu}[\w&]+)*(?: has| have)? (?:rescinded|withdrew|withdrawn|revoked|pulled|took back|taken back|cancell?ed) (?:my|our|\p{Lu}\p{Ll}+'s) (?:job )?offer\b(?! to\b)|^(?<who>\p{Lu}[\w&]+)(?: has| have)? (?:rejected|turned down) (?:me|us|\p{Lu}\p{Ll}+)\W*$|^(?:The|My|\p{Lu}\p{Ll}+'s) (?:job )?offer (?:from|at|with) (?<who>\p{Lu}[\w&]+)(?: \p{Lu}[\w&]+)* (?:was |got |has been |is )?(?:rescinded|withdrawn|revoked|pulled|fell through|fallen through|cancell?ed)\b", RegexOptions.CultureInvariant)]
    private static partial Regex LostOffer();

    [GeneratedRegex(@"^(?:(?:Mr|Mrs|Ms|Dr|Prof|Professor|Coach|Miss)\.? )?(?<name>\p{Lu}\p{Ll}+)(?: has| have| is)?(?: just| finally| already)? (?:retired|resigned|handed in \w+ notice|moved on\b|stepped down|stood down|gone on maternity|on maternity|emigrated|off to \w+ \w+ for good|(?:been|got|was) (?:fired|sacked|the sack|let go|promoted|laid off|transferred|made redundant|poached)|(?:quit|left)(?: (?:the (?:company|firm|team|school|practice|department|job)|(?:his|her|their) job|us|in \p{Lu}\p{Ll}+|for good|last (?:week|month|year|summer|spring|autumn|winter)|after \w+ years))?(?=\W*$|[,;]| \())", RegexOptions.CultureInvariant)]
    private static partial Regex Leaves();

    [GeneratedRegex(@"\b(?:boss|manager|supervisor|supervises|(?:team )?lead|leader|teacher|tutor|mentor|coach|coaches|trainer|trains|therapist|dentist|doctor|gp|midwife|hairdresser|barber|cleaner|cleans|nanny|babysitter|babysits|looks after|childminder|au pair|agent|accountant|lawyer|solicitor|head ?teacher|head|principal|physio|physiotherapist|stylist|vet|(?:reports?|reporting) to|under|director|conductor|editor|account manager|case worker|social worker)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Role();

    [GeneratedRegex(@"\b(?:(?:gone|went|flew|flown|headed|drove|driven|came|moved) (?:back )?home|(?:was|been|got|is) (?:finally )?discharged|out of hospital|home from (?:the )?hospital|let (?:him|her|them) go home)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Home();

    [GeneratedRegex(@"\b(?:(?:staying|stopping|crashing) (?:with|at|in|on|over)|(?:is|are) (?:\w+ )?in (?:the )?(?:hospital|rehab|intensive care|icu)|(?:is|are) visiting|lodger|au pair|house guest|spare room|on the ward)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Stay();
}
