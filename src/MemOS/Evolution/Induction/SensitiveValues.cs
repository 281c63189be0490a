using System.Text.Json;
using System.Text.RegularExpressions;
using MemOS.Evolution.Json;

namespace MemOS.Evolution.Induction;

/// <summary>Recognises secrets and personal values, which never become constants, defaults or examples.</summary>
/// <remarks>By the argument's name, or by the shape of the value. It errs towards caution for secrets: a person is asked then.</remarks>
internal static partial class SensitiveValues
{
    /// <summary>Whether a value is secret or personal.</summary>
    public static bool IsSensitive(string pointer, JsonElement value) => IsSecret(pointer, value) || IsPersonal(pointer, value);

    /// <summary>Whether a value gives access to something: a password, key, token, card or account number.</summary>
    public static bool IsSecret(string pointer, JsonElement value)
    {
        if (value.ValueKind is not (JsonValueKind.String or JsonValueKind.Number))
        {
            return false;
        }

        var text = JsonValues.Spoken(value);
        return text.Length > 0 && (SecretName().IsMatch(Words(pointer)) || SecretShape().IsMatch(text) || IsCardNumber(text));
    }

    /// <summary>Whether a value belongs to one person: a name, an address, telephone or document number.</summary>
    public static bool IsPersonal(string pointer, JsonElement value)
    {
        if (value.ValueKind is not (JsonValueKind.String or JsonValueKind.Number))
        {
            return false;
        }

        var text = JsonValues.Spoken(value);
        return (PersonalName().IsMatch(Words(pointer)) && text.Length > 0) || Telephone().IsMatch(text) ||
            (Email().Match(text) is { Success: true } email && !RoleMailbox().IsMatch(email.Groups[1].Value));
    }

    // "/auth/apiKey" and "/auth/api_key" read "auth api key"; "/headers/X-Api-Key/value" and "/tokens/0" are named by what holds them.
    private static string Words(string pointer)
    {
        var words = NotLetters().Replace(CaseChange().Replace(pointer, "$1 $2"), " ").Trim().ToLowerInvariant();
        return Plural().Replace(Holder().Replace(words, ""), "$1");
    }

    private static bool IsCardNumber(string text)
    {
        if (!CardShape().IsMatch(text))
        {
            return false;
        }

        var sum = 0;
        var twice = false;
        foreach (var c in text.Reverse().Where(char.IsAsciiDigit))
        {
            var digit = (c - '0') * (twice ? 2 : 1);
            sum += digit > 9 ? digit - 9 : digit;
            twice = !twice;
        }

        return sum % 10 == 0;
    }

    [GeneratedRegex("([a-z0-9])([A-Z])")]
    private static partial Regex CaseChange();

    [GeneratedRegex(@"(?: (?:\d+|values?|text|content|data|string))+$", RegexOptions.CultureInvariant)]
    private static partial Regex Holder();

    [GeneratedRegex(@"(key|token|password|passphrase|passcode|secret|number|card|pin|code|name|address|phone|iban)(?:e?s)$", RegexOptions.CultureInvariant)]
    private static partial Regex Plural();

    [GeneratedRegex("[^A-Za-z0-9\\p{L}]+")]
    private static partial Regex NotLetters();

    [GeneratedRegex(@"\b(pass ?(word|phrase|code|wd)?|pwd|secret|api ?key|(private|access|auth|signing|encryption|license|secret) ?key|(access|auth|api|bearer|refresh|session|id|security|personal|bot)? ?token|credentials?|authorization|otp|pin( ?code)?|cvv2?|cvc|card( ?(number|no|num))?|credit ?card( ?number)?|iban|account ?(number|no)|routing ?number|ssn|密码|口令|密钥|令牌|卡号|验证码)$", RegexOptions.CultureInvariant)]
    private static partial Regex SecretName();

    [GeneratedRegex(@"^(sk|pk|rk|tok|key|api|ghp|gho|ghs|github_pat|glpat|xox[abprs]|shpat|whsec)[-_][A-Za-z0-9_\-]{6,}$|^(AKIA|ASIA)[A-Z0-9]{12,}$|^eyJ[\w-]+\.[\w-]+|^Bearer\s|-----BEGIN|(?:^|[;,\s?&])(?i:password|passwd|pwd|secret|token|api[-_]?key|account[-_]?key|shared[-_]?access[-_]?key|access[-_]?token|client[-_]?secret|signature|sig)\s*=\s*[^\s;&]+|://[^/\s:@]+:[^/\s@]+@|hooks\.slack\.com/services/|discord(?:app)?\.com/api/webhooks/|^(?=[A-Za-z0-9+/_\-]*\d)(?=[A-Za-z0-9+/_\-]*[A-Za-z])[A-Za-z0-9+/_]{32,}={0,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex SecretShape();

    [GeneratedRegex(@"^\d{4}([ -]?\d{4}){2}[ -]?\d{1,7}$")]
    private static partial Regex CardShape();

    [GeneratedRegex(@"\b(phone|phone ?number|mobile|telephone|(first|last|full|given|family|middle|maiden) ?name|surname|street( ?(name|address))?|(postal|mailing|delivery|shipping|billing) ?address|passport( ?(number|no))?|national ?id|date ?of ?birth|birth ?(date|day)|dob|home ?address|姓名|住址|地址|电话|手机号?|身份证号?|护照号?)$", RegexOptions.CultureInvariant)]
    private static partial Regex PersonalName();

    [GeneratedRegex(@"^\+\d[\d ()\-]{6,}\d$|^\(?\d{3}\)?[ -]\d{3}[ -]\d{4}$|^1[3-9]\d{9}$")]
    private static partial Regex Telephone();

    [GeneratedRegex(@"^([^@\s]+)@[^@\s]+\.[^@\s]+$")]
    private static partial Regex Email();

    // A mailbox of an office, not of a person.
    [GeneratedRegex(@"^(support|help|helpdesk|info|sales|team|warehouse|returns?|refunds?|orders?|billing|accounts?|accounting|finance|payroll|hr|ops|operations|office|admin|contact|no-?reply|noreply|notifications?|alerts?|security|legal|press|marketing|facilities|it|dev|devops|oncall|on-call|service|desk|reception|booking|bookings|reservations|kitchen|logistics|shipping|dispatch|all|staff|everyone|engineering|qa|events?|news|newsletter|feedback|complaints|archive|backup|reports?|invoices?|procurement|purchasing|maintenance|manager|library|lab|clinic)([-_.+].*)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RoleMailbox();
}
