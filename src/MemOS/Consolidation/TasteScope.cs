using System.Text.RegularExpressions;
using MemOS.Reading;
using MemOS.Recall.Words;

namespace MemOS.Consolidation;

/// <summary>What a taste is limited to: "games with jump scares" are not all games, and liking others contradicts nothing.</summary>
internal static partial class TasteScope
{
    /// <summary>Whether two opposite tastes in one topic contradict each other: told of the same part of it, or the later one turns all of it down.</summary>
    /// <param name="now">The later taste.</param>
    /// <param name="nowTopic">Its topic.</param>
    /// <param name="before">The earlier taste.</param>
    /// <param name="earlierTopic">Its topic.</param>
    public static bool Contradict(RecordContent now, string nowTopic, RecordContent before, string earlierTopic)
    {
        var later = LimitOf(now.Text, nowTopic);
        return later.Count == 0 && now.Polarity == Polarity.Negative || later.SetEquals(LimitOf(before.Text, earlierTopic));
    }

    /// <summary>The part of a preference that names what it is preferred to: "over trains", "rather than by car", ", the train is too slow".</summary>
    public static HashSet<string> Other(string text) =>
        new(Contrast().Matches(text).SelectMany(match => WordAnalyzer.Terms(match.Groups["other"].Value)), StringComparer.Ordinal);

    private static HashSet<string> LimitOf(string text, string topic)
    {
        var at = text.IndexOf(topic, StringComparison.OrdinalIgnoreCase);
        if (topic.Length == 0 || at < 0 || Limit().Match(text, at + topic.Length) is not { Success: true } limit)
        {
            return [];
        }

        return new(WordAnalyzer.Terms(text[(limit.Index + limit.Length)..]), StringComparer.Ordinal);
    }

    // Directly behind the topic: a further part of the sentence ("because …", ", and …") limits nothing.
    [GeneratedRegex(@"\G\s+(?:or\s+\S+\s+)?(?:with|without|that|which|who|where|involving|including|featuring|containing|requiring|focus\w*|based|set|made|released|tested|from|for|in|on|about|over|rather|through|when|while|unless|after|before|during)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Limit();

    [GeneratedRegex(@"\b(?:over|than|instead\s+of|to)\s+(?<other>[^,.;]+)|,\s*(?<other>[^,.;]+?)\s+(?:is|are|was|were|has|have|feels?|gets?|makes?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Contrast();
}
