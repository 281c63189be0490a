using System.Text.RegularExpressions;
using MemOS.Recall.Words;
using MemOS.Tokens;

namespace MemOS.Recall.Packing;

/// <summary>Leaves out of a message what says nothing on its own: greetings, cheers and questions that nobody asked about.</summary>
/// <remarks>
/// Whole sentences only; what stays is verbatim. A message of which nothing would stay keeps its first sentence. Of a long one
/// the sentences nearest to the question stay, in their order.
/// </remarks>
internal sealed partial class SentenceTrimmer(ITokenCounter tokens, IReadOnlySet<string> queryTerms)
{
    private const int LongestOpener = 5;
    private const int FewTerms = 2;

    /// <summary>The sentences worth their tokens.</summary>
    /// <param name="text">The message.</param>
    /// <param name="most">The most tokens; the best sentence stays even if it alone is longer.</param>
    public string Trim(string text, int most)
    {
        var sentences = Boundary().Split(text.Trim());
        if (sentences.Length < 2)
        {
            return text.Trim();
        }

        var kept = sentences.Where(IsWorthKeeping).ToList();
        if (kept.Count == 0)
        {
            return sentences[0];
        }

        return Shorten(kept, most);
    }

    private string Shorten(List<string> sentences, int most)
    {
        var whole = string.Join(' ', sentences);
        if (tokens.Count(whole) <= most)
        {
            return whole;
        }

        var used = 0;
        var chosen = new SortedSet<int>();
        foreach (var i in Enumerable.Range(0, sentences.Count).OrderByDescending(i => WordAnalyzer.Terms(sentences[i]).Distinct(StringComparer.Ordinal).Count(queryTerms.Contains)).ThenBy(i => i))
        {
            var cost = tokens.Count(sentences[i]);
            if (chosen.Count > 0 && used + cost > most)
            {
                continue;
            }

            chosen.Add(i);
            used += cost;
        }

        return string.Join(' ', chosen.Select(i => sentences[i]));
    }

    private bool IsWorthKeeping(string sentence)
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
