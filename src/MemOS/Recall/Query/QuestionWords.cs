using System.Text.RegularExpressions;

namespace MemOS.Recall.Query;

/// <summary>Tells by its words what kind of answer a query wants, in English and Chinese.</summary>
internal static partial class QuestionWords
{
    public static bool AsksWhen(string text) => WhenPattern().IsMatch(text);

    public static bool AsksAdvice(string text) => AdvicePattern().IsMatch(text);

    [GeneratedRegex(@"^\s*(?:(?:and|so|but)\s+)?(?:when|what\s+(?:day|date|month|year|time)|(?:in\s+)?which\s+(?:day|month|year|week)|how\s+long\s+ago)\b|什么时候|何时|哪天|哪年|几号|几月", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WhenPattern();

    [GeneratedRegex(
        @"\b(?:recommend\w*|suggest\w*|advice|advise|ideas?|tips?|options?|should\s+i|what\s+should|which\s+\w+\s+(?:should|would)|help\s+me\s+(?:\w+\s+)?(?:plan|choose|pick|find|decide|design|create|prepare|select|figure|come)|could\s+you|can\s+you|how\s+(?:can|could|should|do|would)\s+i|what\s+(?:are|is)\s+(?:some|the\s+best|a\s+good)|what\s+would|best\s+way|looking\s+for|i(?:'m|\s+am)\s+(?:thinking|planning|considering|looking|trying|interested)|i(?:'d|\s+would)\s+like|i\s+(?:want|need|plan)\s+to|any\s+good)\b|推荐|建议|怎么选|应该|有什么好|帮我(?:选|挑|找|计划|安排)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AdvicePattern();
}
