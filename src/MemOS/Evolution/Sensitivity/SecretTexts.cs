using System.Buffers;
using System.Text.RegularExpressions;

namespace MemOS.Evolution.Sensitivity;

/// <summary>Texts that are a secret by their form, or that say one.</summary>
internal static partial class SecretTexts
{
    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZäöüßéèêàç");

    /// <summary>Whether a text is written as a random key is, and is not the digest of a file by its name.</summary>
    public static bool IsRandom(ArgumentName name, string text) => !Digest().IsMatch(name.Words) && Random().IsMatch(text);

    /// <summary>Whether a text is or holds a secret. It is a short one: some of the forms are looked for from every place of it.</summary>
    public static bool Holds(string text) =>
        KnownForm().IsMatch(text) || Assigned().IsMatch(text) || Said().Matches(text).Any(IsSecret) || Flag().IsMatch(text) || Handed().IsMatch(text) ||
        Cards().EnumerateMatches(text).Any(text, Checksums.IsCard);

    // "The token is refreshed" says none, "the password is swordfish" does: what opens a door may be any word.
    private static bool IsSecret(Match said)
    {
        var word = said.ValueSpan[said.Groups[1].Length..].TrimEnd(['\'', '"', '.']);
        return word.ContainsAnyExcept(Letters) || (Password().IsMatch(said.Groups[1].ValueSpan) && !Participle().IsMatch(word));
    }

    /// <summary>Where a text says a secret: the first group is what stands before it.</summary>
    [GeneratedRegex(
        @"((?i:\b(?:password|passphrase|passcode|passwd|pwd|pin(?: code)?|token|secret|passwort|kennwort|contraseña|mot de passe(?: \w{1,20}){0,3}|(?:api |access |private |licen[cs]e )key)s?\b)(?:\s*[=:：]\s*|(?: \p{L}{1,20}){0,4} (?:is|was|are|to|lautet|ist|est|es)\s+(?:now |still |always )?)" +
        @"|(?i:\b(?:api |access |licen[cs]e )?(?:key|token|password|secret)s? (?:provided|given|used|supplied)\s*:?\s+)" +
        @"|(?i:\bbearer\s+)(?=[^\s,.;!?]*\d|[^\s,.;!?]{12})" +
        @"|(?i:\b(?:password|passphrase|passcode|pin|token)\s+)(?!(?i:now|again|here|there|first|today|later|twice|reset|manager|field|page|prompt|change|policy|box|instead|itself|too|back|below|above|expired|works|worked|fails|failed)\b)(?=['""]?[^\s,.;!?]*[\d'""][^\s,;!?]*(?:[\s,.;!?]|$)|[^\s,.;!?]+(?:[,.;!?]|$))" +
        @"|(?:密码|口令|验证码|提取码|密钥|令牌)\s*(?:(?:是|为|改成|[:：])\s*|(?=[A-Za-z\d])))(?![{$<%\[])(?!(?i:expired|wrong|invalid|required|correct|incorrect|missing|empty|not|too|being|been|stored|sent|ready|the|a|an)\b)[^\s,;!?，。；！？]+",
        RegexOptions.CultureInvariant)]
    public static partial Regex Said();

    [GeneratedRegex(
        @"(?<![A-Za-z0-9_])(?:(?:sk|pk|rk|tok|key|api|npm|pypi|hf)[-_](?:(?:live|test|proj|ant)[-_])?(?=[A-Za-z]*\d)(?=\d*[A-Za-z])[A-Za-z0-9]{12,}|(?:ghp|gho|ghs|ghu|github_pat|glpat|xox[abprs]|shpat|whsec|dop_v1|sq0\w{3})[-_](?=[A-Za-z_\-]*\d)[A-Za-z0-9_\-]{6,}|(?:AKIA|ASIA)[A-Z0-9]{12,}|AIza[\w-]{20,}|SG\.[\w-]{10,}\.[\w-]{10,}|eyJ[\w-]{8,}\.[\w-]+|(?i:Bearer|Basic)\s+(?=[\w+/.=~-]*[\d=]|[a-z]+[A-Z])[\w+/=~-]{10,})|-----BEGIN [A-Z ]*PRIVATE|://[^/\s:@]+:[^/\s@{]+@|hooks\.slack\.com/services/|discord(?:app)?\.com/api/webhooks/",
        RegexOptions.CultureInvariant)]
    private static partial Regex KnownForm();

    // "DB_PASSWORD=…", "?key=…", "X-Api-Key: …", "PASSWORD '…'": a name of a secret, and a value behind it that is none of a template.
    [GeneratedRegex(
        @"(?:^|[;,\s?&'""{-]|\b[A-Za-z]\w*[_-])(?i:password|passwd|passwort|pwd|pass|identified by|secret|token|api[-_]?key|account[-_]?key|access[-_]?key|shared[-_]?access[-_]?key|private[-_]?key|access[-_]?token|auth[-_]?token|client[-_]?secret|signature|sig|(?<=[?&])(?:key|auth|code))['""]?\s*(?:=|:(?!//)|\s+(?='))\s*['""]?(?![{$<%\s'""])(?!(?i:null|none|true|false|string|required|optional|\*+)\b)[^\s;&'"",}]{3,}|(?i:\bauthorization|cookie)\s*:\s*\S",
        RegexOptions.CultureInvariant)]
    private static partial Regex Assigned();

    // "mysql -uroot -pS3cret", "sshpass -p 'S3cret'", "--password S3cret", "-u ada:S3cret".
    [GeneratedRegex(@"\b(?:mysql\w*|mariadb\S*|sshpass|mongo\w*|redis-cli|psql)\b.*\s(?:-p|-a)\s?['""]?(?=[^\s'""]*[\d.!@#$%^&*])[^\s'""-][^\s'""]{2,}|--(?:password|pass|token|secret|api-key)[ =](?![{$<%-])\S+|\bcurl\b.*\s-u\s?\S+:\S+", RegexOptions.CultureInvariant)]
    private static partial Regex Flag();

    [GeneratedRegex(@"(?<![\d-])[3-6]\d{3}(?:[ -]?\d{4}){2}[ -]?\d{2,7}(?![\d-])", RegexOptions.CultureInvariant)]
    private static partial Regex Cards();

    // "login admin / Sunflower!9", "your code is 804 172".
    [GeneratedRegex(@"(?i:\blog ?in|\bsign in|credentials|登录|账号)[^\d/]{0,20}?[^\s/]{1,40} ?/ ?(?=[^\s/]{0,40}[\d!@#$%^&*])[^\s/]{6,60}|(?i:\bcode(?: is|:)?) \d{3}[ -]?\d{3}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Handed();

    [GeneratedRegex(@"pass|\bpin\b|kennwort|密码|口令", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Password();

    [GeneratedRegex(@"(?:ed|ing|able|ible|ent|ory|ault|ersonal)$", RegexOptions.CultureInvariant)]
    private static partial Regex Participle();

    [GeneratedRegex(@"\b(?:sha|md|digest|checksum|hash|commit|etag|revision|fingerprint|blob|tree|parent)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Digest();

    [GeneratedRegex(@"^(?=[A-Za-z0-9+/_\-]*\d)(?=[A-Za-z0-9+/_\-]*[A-Za-z])[A-Za-z0-9+/_]{32,}={0,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Random();
}
