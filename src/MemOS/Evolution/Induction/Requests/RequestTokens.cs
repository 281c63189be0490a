using System.Text.RegularExpressions;

namespace MemOS.Evolution.Induction.Requests;

/// <summary>Takes a request apart into words, signs, and what is a value by its form.</summary>
internal static partial class RequestTokens
{
    private const string Month = "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";

    /// <summary>The pieces in order.</summary>
    public static IReadOnlyList<RequestToken> Of(string request)
    {
        var tokens = new List<RequestToken>();
        var isStart = true;
        foreach (var match in Piece().Matches(request).Cast<Match>())
        {
            var part = PartOf(match, isStart);
            tokens.Add(new(part, match.Value, match.Index));
            isStart = part == RequestPart.Sign && SentenceEnd().IsMatch(match.Value);
        }

        return tokens;
    }

    // The word that begins a sentence has a capital whatever it is.
    private static RequestPart PartOf(Match match, bool isStart)
    {
        var groups = match.Groups;
        return groups["quote"].Success ? RequestPart.Quote
            : groups["address"].Success ? RequestPart.Address
            : groups["date"].Success ? RequestPart.Date
            : groups["number"].Success ? RequestPart.Number
            : groups["code"].Success ? RequestPart.Code
            : groups["word"].Success ? !isStart && NameShape().IsMatch(match.Value) ? RequestPart.Name : RequestPart.Word
            : RequestPart.Sign;
    }

    [GeneratedRegex(
        """(?<quote>"[^"\n]+"|“[^”\n]+”|«[^»\n]+»|「[^」\n]+」|『[^』\n]+』|`[^`\n]+`|(?<![\p{L}\d])'[^'\n]+'(?![\p{L}\d]))""" +
        @"|(?<address>https?://\S*[^\s.,;:!?)]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)" +
        @"|(?<date>\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\b\d{1,2}:\d{2}(?:\s?[ap]m)?\b|\b\d{1,2}\s?[ap]m\b" +
        @"|\b\d{1,2}(?:st|nd|rd|th)?\s" + Month + @"\b(?:\s\d{4}\b)?|\b" + Month + @"\s\d{1,2}(?:st|nd|rd|th)?\b(?:,?\s\d{4}\b)?" +
        @"|(?:\d+年)?\d+月\d+[日号]|\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|tomorrow|tonight|yesterday)\b)" +
        @"|(?<number>(?<![A-Za-z\d])[-+]?[$€£¥]?\d+(?:[.,]\d+)*%?(?![A-Za-z\d_-]))" +
        @"|(?<code>(?=[A-Za-z\d_-]*\d)[A-Za-z\d]+(?:[_-][A-Za-z\d]+)*)" +
        @"|(?<word>(?:(?![\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF])[\p{L}\p{M}])(?:(?![\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF])[\p{L}\p{M}]|['’-](?=\p{L}))*)" +
        @"|\S",
        RegexOptions.CultureInvariant)]
    private static partial Regex Piece();

    [GeneratedRegex(@"^\p{Lu}(?:['’]\p{Lu})?\p{L}*\p{Ll}", RegexOptions.CultureInvariant)]
    private static partial Regex NameShape();

    [GeneratedRegex(@"^[.!?:。！？：]$", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();
}
