using System.Text.RegularExpressions;
using MemOS.Recall.Words;

namespace MemOS.Recall.Packing;

/// <summary>Leaves out of a message what says nothing on its own: greetings, cheers and questions that nobody asked about.</summary>
/// <remarks>Whole sentences only; what stays is verbatim. A message of which nothing would stay keeps its first sentence.</remarks>
internal static partial class SentenceTrimmer
{
    private const int LongestOpener = 5;
    private const int FewTerms = 2;

    public static string Trim(string text, IReadOnlySet<string> queryTerms)
    {
        var sentences = Boundary().Split(text.Trim());
        if (sentences.Length < 2)
        {
            return text.Trim();
        }

        var kept = sentences.Where(sentence => IsWorthKeeping(sentence, queryTerms)).ToList();
        return kept.Count == 0 ? sentences[0] : string.Join(' ', kept);
    }

    private static bool IsWorthKeeping(string sentence, IReadOnlySet<string> queryTerms)
    {
        var terms = WordAnalyzer.Terms(sentence);
        if (terms.Any(queryTerms.Contains))
        {
            return true;
        }

        if (sentence.EndsWith('?') || sentence.EndsWith('？'))
        {
            return false;
        }

        return terms.Count > FewTerms && !(terms.Count <= LongestOpener && Opener().IsMatch(sentence));
    }

    [GeneratedRegex(@"(?<=[.!?])\s+|(?<=[。！？])\s*(?=\S)|\n+")]
    private static partial Regex Boundary();

    [GeneratedRegex(
        @"^\W*(?:wow|hey|hi|hello|thanks|thank you|yeah|yep|yes|no|cool|awesome|great|nice|sounds|glad|good|take care|bye|sure|absolutely|totally|definitely|congrats|congratulations|that's|that sounds|so glad|i'm glad|i'm so glad|sorry|it's great|can't wait|you're|you are|well done|way to go|keep)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Opener();
}
