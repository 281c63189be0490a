using System.Text.RegularExpressions;

namespace MemOS.Evolution.Sensitivity;

/// <summary>Texts that are personal by their form, or that hold something that is.</summary>
internal static partial class PersonalTexts
{
    /// <summary>Whether a text is or holds something that belongs to one person.</summary>
    public static bool Holds(string text) =>
        Telephone().IsMatch(text) || Document().IsMatch(text) || Street().IsMatch(text) || Greeted().IsMatch(text) ||
        Mailboxes().Matches(text).Any(mail => !RoleMailbox().IsMatch(mail.Groups[1].Value)) ||
        BankAccounts().EnumerateMatches(text).Any(text, Checksums.IsBankAccount) ||
        ChineseIdentities().EnumerateMatches(text).Any(text, Checksums.IsChineseIdentity);

    [GeneratedRegex(@"(?<![A-Za-z\d_.+])\+\d[\d ()\-]{6,}\d(?![A-Za-z\d_])|(?<![A-Za-z\d_.-])\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?![A-Za-z\d_.-])|(?<![A-Za-z\d_.-])1[3-9]\d(?:\d{8}|[ -]\d{4}[ -]\d{4})(?![A-Za-z\d_.-])|(?<![A-Za-z\d_.-])0\d{2,3}[- ]\d{4} ?\d{3,4}(?![A-Za-z\d_.-])|(?<![A-Za-z\d_.-])0[1-9](?:[ .]\d{2}){4}(?![A-Za-z\d_.-])", RegexOptions.CultureInvariant)]
    private static partial Regex Telephone();

    // Social security of the United States, the AHV of Switzerland, national insurance of the United Kingdom.
    [GeneratedRegex(@"(?<![A-Za-z\d_-])\d{3}-\d{2}-\d{4}(?![A-Za-z\d_-])|(?<![\w.])756\.\d{4}\.\d{4}\.\d{2}(?![\w.])|(?<![A-Za-z\d_])[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D](?![A-Za-z\d_])", RegexOptions.CultureInvariant)]
    private static partial Regex Document();

    [GeneratedRegex(
        @"(?<![\w.#])\d{1,5}[A-Za-z]? (?:\p{Lu}[\p{L}'’.-]* ){1,4}(?:St|Street|Ave|Avenue|Rd|Road|Dr|Drive|Ln|Lane|Blvd|Boulevard|Ct|Court|Pl|Place|Terrace|Close|Crescent|Way|Row|Gardens|Mews)\b\.?" +
        @"|\b\p{Lu}[\p{L}-]{0,40}(?:straße|strasse|str\.|gasse|weg|allee|platz|ring|damm|ufer) \d{1,4} ?[a-z]?\b" +
        @"|\b\d{1,4},? (?:bis |ter )?(?:rue|avenue|boulevard|chemin|impasse|place|allée|quai|cours) (?:de |du |des |la |l['’]|d['’])*\p{Lu}" +
        @"|\b(?:C/|Calle|Avda\.?|Avenida|Plaza|Paseo|Via|Viale|Rua) (?:de |del |la |los )*\p{Lu}[\p{L} ]{1,40},? \d{1,4}\b" +
        "|[\u4E00-\u9FFF](?:路|街|巷|弄|大道|胡同|村|苑|园)\\d{1,5}(?:号|弄|栋|幢)|(?<!\\d)\\d{1,5}(?:栋|幢|号楼)|(?<!\\d)\\d{1,5}单元\\d",
        RegexOptions.CultureInvariant)]
    private static partial Regex Street();

    [GeneratedRegex("(?:" + PersonForm.FamilyNames + ")[\u4E00-\u9FFF]{0,2}(?:先生|女士|小姐)", RegexOptions.CultureInvariant)]
    private static partial Regex Greeted();

    [GeneratedRegex(@"(?<![^\s<(\[""',;:=/&?])([^\s@<>()\[\]""',;:=/&?{}$%]+)(?:@|%40)(?![^\s@]*\{)[\p{L}\p{Nd}-]+(?:\.[\p{L}\p{Nd}-]+)*\.\p{L}{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Mailboxes();

    // A mailbox of an office or a program, not of a person.
    [GeneratedRegex(@"^(support|help|helpdesk|info|sales|team|warehouse|returns?|refunds?|orders?|billing|accounts?|accounting|finance|payroll|hr|ops|operations|office|admin|root|git|deploy|ci|contact|no-?reply|noreply|notifications?|alerts?|security|legal|press|marketing|facilities|it|dev|devops|oncall|on-call|service|desk|reception|booking|bookings|reservations|kitchen|logistics|shipping|dispatch|all|staff|everyone|engineering|qa|events?|news|newsletter|feedback|complaints|archive|backup|reports?|invoices?|procurement|purchasing|maintenance|manager|library|lab|clinic|postmaster|webmaster|abuse|hello|mail|bot|system)([-_.+].*)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RoleMailbox();

    [GeneratedRegex(@"(?<![A-Za-z\d_])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![A-Za-z\d_])", RegexOptions.CultureInvariant)]
    private static partial Regex BankAccounts();

    [GeneratedRegex(@"(?<![A-Za-z\d_])[1-9]\d{16}[\dXx](?![A-Za-z\d_])", RegexOptions.CultureInvariant)]
    private static partial Regex ChineseIdentities();
}
