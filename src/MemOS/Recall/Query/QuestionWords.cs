using System.Text.RegularExpressions;

namespace MemOS.Recall.Query;

/// <summary>Tells by its words what kind of answer a query wants, in English and Chinese.</summary>
internal static partial class QuestionWords
{
    // A longer text is something to work on, with a question somewhere in it.
    private const int MaxQuestion = 600;
    private const int MaxPersonal = 160;
    private static readonly System.Buffers.SearchValues<char> CodeMarks = System.Buffers.SearchValues.Create("{}`=<>|\\");

    public static bool AsksWhen(string text) => WhenPattern().IsMatch(text);

    public static bool AsksAdvice(string text) => text.Length <= MaxQuestion && !text.AsSpan().ContainsAny(CodeMarks) && AdvicePattern().IsMatch(text);

    /// <summary>Whether it asks for something about the asker ("Where do I live?", "When is my sister's wedding?"), which only memory can answer.</summary>
    public static bool AsksAboutAsker(string text) => text.Length <= MaxPersonal && PersonalPattern().IsMatch(text) && !AsksAdvice(text);

    /// <summary>What a line must hold to answer the question.</summary>
    public static WantedAnswer Wants(string text) =>
        text.Length > MaxQuestion ? WantedAnswer.None
        : (NumberPattern().IsMatch(text) ? WantedAnswer.Number : WantedAnswer.None)
            | (PlacePattern().IsMatch(text) ? WantedAnswer.Place : WantedAnswer.None)
            | (ReasonPattern().IsMatch(text) ? WantedAnswer.Reason : WantedAnswer.None);

    [GeneratedRegex(@"\bhow\s+(?:many|much|often|long|old|far|tall)\b|几|多少|多久|多大", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"\bwhere\b|\b(?:which|what)\s+(?:city|cities|country|countries|state|states|town|place|places|location|region)\b|哪里|哪儿|什么地方|哪个城市", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PlacePattern();

    [GeneratedRegex(@"\bwhy\b|\breasons?\b|\bhow\s+come\b|为什么|原因", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ReasonPattern();

    [GeneratedRegex(@"^\s*(?:(?:and|so|but|hey|hi|remind\s+me)[,:]?\s+)?(?:what|which|where|when|who|whose|how\s+(?:old|many|much|long|often|far|tall)|do|did|does|am|is|are|was|were|have|has)\b[^?\n]*\b(?:i|my|me|mine|we|our)\b[^?\n]*\?\s*$|我[^?？\n]*(?:什么|哪|谁|几|吗)[^?？\n]*[?？]\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PersonalPattern();

    [GeneratedRegex(@"^\s*(?:(?:and|so|but)\s+)?(?:when|what\s+(?:day|date|month|year|time)|(?:in\s+)?which\s+(?:day|month|year|week)|how\s+long\s+ago)\b|什么时候|何时|哪天|哪年|几号|几月", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WhenPattern();

    // A wish for a recommendation, and questions of what the asker could, should or might do. "Can you list, write, explain …"
    // gives the assistant a task, and "how do I …" asks for instructions: neither is a matter of taste.
    [GeneratedRegex(
        @"\b(?:recommend(?:ed|ation|ations)?|suggestions?|advice|advise)\b|\bsuggest\b(?=.*\b(?:i|me|my|we|us|our)\b)|\b(?:would|do)\s+you\s+suggest\b|\b(?:can|could|would|will)\s+you\s+(?:please\s+)?(?:suggest|provide|share)\s+(?:a|an|any|some)\b|\bwhat\s+(?:would|could)\s+be\b|\bhow\s+(?:can|could|should|might)\s+(?:i|we)\b|\b(?:what|where|which|who|how)\b.*\b(?:should|could|can|might|would|shall)\s+(?:i|we)\b|\bshould\s+(?:i|we)\b|\b(?:what|where)\b.*\b(?:for|suits?|fits?)\s+(?:me|us|my)\b|\b(?:is|are)\s+there\s+(?:any|some)\b|\bwhat(?:'s|\s+is|\s+are|\s+would\s+be)\s+(?:some|the\s+(?:best|most|top)|a\s+good|an?\s+\w+\s+way|good|your)\b.*\b(?:i|me|my|we|us|our)\b|\bwhat\s+are\s+(?:some|(?:the|a\s+few)\s+(?:best|top|most|good|great))\b|\b(?:help|assist)\s+(?:me|us)\s+(?:to\s+)?(?:\w+\s+)?(?:plan|choose|pick|find|decide|select|figure|come|design|create|prepare|build|improve|with)\b|\bgive\s+(?:me|us)\s+(?:some\s+|a\s+few\s+)?(?:\w+\s+)?(?:ideas|tips|options|pointers)\b|\b(?:i'm|i\s+am|we're|we\s+are)\s+(?:\w+\s+)?(?:looking\s+for|looking\s+to|planning|thinking\s+(?:of|about)|considering|trying\s+to|interested\s+in|in\s+the\s+mood)\b|\bi(?:'d|\s+would)\s+(?:like|love)\s+(?:to|some|a|your)\b|\b(?:do|have)\s+you\s+(?:have|know|got)\s+(?:of\s+)?any\b|\bany\s+(?:good|great|ideas?|tips?|must)\b|推荐|建议|怎么选|选哪|应该|我们?该|该(?:怎么|如何|不该)|有什么好|哪(?:个|种|款|家|里)(?:比较|更)?(?:好|适合)|适合我|出个?主意|怎么\w{1,3}比较好|帮我(?:选|挑|找|计划|安排|想)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex AdvicePattern();
}
