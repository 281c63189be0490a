using System.Text.RegularExpressions;

namespace MemOS.Evolution.Sensitivity;

/// <summary>An argument's name in words: "/auth/apiKey" and "/auth/api_key" are "auth api key", "/tokens/0" and "password2" lose what counts them.</summary>
internal readonly partial record struct ArgumentName
{
    // What a name ends with says most.
    private const int Longest = 200;

    /// <summary>Reads a JSON pointer.</summary>
    public ArgumentName(string pointer)
    {
        var words = NotLetters().Replace(CaseChange().Replace(pointer.Length > Longest ? pointer[^Longest..] : pointer, "$1$3 $2$4"), " ").Trim().ToLowerInvariant();
        Words = Plural().Replace(Holder().Replace(words, ""), "$1");
        IsOfAnother = Other().IsMatch(Words);
    }

    /// <summary>The words in lower case, those that only hold or count the value left out.</summary>
    public string Words { get; }

    /// <summary>Whether the name tells of a property of the thing and not of the thing: a card's type, the format of a date of birth, how many tokens.</summary>
    public bool IsOfAnother { get; }

    [GeneratedRegex(@"(\p{Ll})(\p{Lu})|([A-Za-z])(\d)", RegexOptions.CultureInvariant)]
    private static partial Regex CaseChange();

    [GeneratedRegex(@"(?: (?:\d+|values?|text|content|data|string|base|header|plain))+$", RegexOptions.CultureInvariant)]
    private static partial Regex Holder();

    [GeneratedRegex(@"\b(key|token|password|passphrase|passcode|secret|credential|number|card|pin|code|name|address|phone|iban|contact|recipient|attendee|assignee|participant|email|guest|driver|customer|client|patient|employee|member|student|passenger|reviewer|approver|invitee|speaker|owner)e?s\b", RegexOptions.CultureInvariant)]
    private static partial Regex Plural();

    [GeneratedRegex("[^\\p{L}\\p{Nd}]+", RegexOptions.CultureInvariant)]
    private static partial Regex NotLetters();

    [GeneratedRegex(
        @"^(?:max|min|num|no of|number of|count|total|avg)\b" +
        @"|\b(?:types?|kinds?|formats?|counts?|policy|policies|rotation|days?|hours?|minutes?|seconds?|length|size|limits?|templates?|required|enabled|prefix|suffix|patterns?|fields?|columns?|status|state|version|labels?|methods?|algorithms?|alg|strategy|modes?|scheme|layout|colou?r|position|index|order|sort|provider|source|level|strength|expiry|ttl|hint|validation|file|path|bucket|rules?|currency|category|period|groups?|class|model|brand|tier|region|country|language|locale|scopes?|manager|generator|lifetime|purpose|reason|event|subject|book|list name|delimiter|digest|hash|checksum|sha ?\d*|md ?5|fingerprint|prompt|service|vault|store|host|port|endpoint|env|engine|variable|discount|pct|percent|rate|fee|revision|commit|etag|blob)$" +
        @"|(?:类型|格式|策略|长度|区号|位数|模板|状态|次数|有效期|方式|规则|数量|字段|名称|标题|前缀)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Other();
}
