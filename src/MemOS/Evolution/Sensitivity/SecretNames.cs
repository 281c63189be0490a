using System.Text.RegularExpressions;

namespace MemOS.Evolution.Sensitivity;

/// <summary>Arguments whose name says that they hold a secret.</summary>
internal static partial class SecretNames
{
    /// <summary>Whether a value under this name is a secret.</summary>
    public static bool Demand(ArgumentName name, string value) =>
        !name.IsOfAnother && (
            (Outright().IsMatch(name.Words) && !name.Words.EndsWith(" name", StringComparison.Ordinal)) ||
            (AtTheEnd().IsMatch(name.Words) && !Plain().IsMatch(value)) || (Numbered().IsMatch(name.Words) && value.Count(char.IsDigit) >= 4));

    // Wherever they stand in a name: "secret key base", "password 2", "smtp passwort", 数据库密码.
    [GeneratedRegex(
        @"\b(?:[a-z]*pass ?(?:word|phrase|code|wd)|pwd|pw|jwt|psk|secrets?|api ?key|(?:private|access|auth|signing|encryption|licen[cs]e|shared|account|service|recovery|master) ?key|credential|authorization|otp|totp|cvv ?2?|cvc ?2?" +
        @"|passwort|kennwort|zugangs(?:code|daten)|geheim(?:nis|zahl)|mot ?de ?passe|mdp|contrase(?:ñ|n)a|clave|senha|mi ?ma|(?:recovery|backup|security|access|verification|one time|unlock|entry|door|alarm|gate) ?code" +
        @"|(?:access|auth|api|bearer|refresh|session|security|personal|bot|csrf|id|device|push|x) ?token|token ?secret|cookie|bearer|basic ?auth|puk|snmp ?community|webhook ?secret|(?:card|credit ?card|debit ?card) ?(?:number|num|no|pan)|seed ?phrase|mnemonic)\b" +
        "|密码|口令|密钥|令牌|卡号|验证码|提取码|授权码|校验码|凭证|私钥|助记词",
        RegexOptions.CultureInvariant)]
    private static partial Regex Outright();

    [GeneratedRegex(@"\b(?:pass|token|iban|routing ?number|connection ?string)$", RegexOptions.CultureInvariant)]
    private static partial Regex AtTheEnd();

    // The pin of a circuit has two digits, and a card may be one of a board.
    [GeneratedRegex(@"\b(?:pin ?(?:code)?|card)$", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    // A place that a template fills holds no secret, and a small number counts tokens.
    [GeneratedRegex(@"^(?:\{.*\}|\$.*|<.*>|\d{1,5})$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
