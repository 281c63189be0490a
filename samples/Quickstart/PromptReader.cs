using System.Text.RegularExpressions;

namespace Quickstart;

/// <summary>Reads a prompt the way a very small model might: by shared words, a few related ones, and the later date.</summary>
internal static partial class PromptReader
{
    private static readonly HashSet<string> Small = ["a", "an", "the", "i", "my", "me", "you", "your", "it", "its", "is", "am", "are", "was", "do", "does", "did", "to", "of", "in", "on", "at", "for", "and", "or", "now", "what", "where", "when", "which", "who", "how", "s"];

    // What any language model knows about English.
    private static readonly string[][] Related =
    [
        ["liv", "mov", "home"], ["nam", "call"], ["get", "got"], ["wedd", "marri", "marry"], ["lik", "lov", "favourit"], ["languag", "c#", "f#"],
    ];

    public static string? FindAnswer(string question, IEnumerable<string> prompt)
    {
        var asked = Words(question).ToList();
        var best = Sentences(prompt)
            .Select(sentence => (sentence.Text, sentence.Date, Score: Score(asked, Words(sentence.Text).ToHashSet())))
            .Where(sentence => sentence.Score >= 0.6)
            .ToList();
        if (best.Count == 0)
        {
            return null;
        }

        // What was said later counts, when it fits nearly as well.
        var top = best.Max(sentence => sentence.Score);
        var (text, date, _) = best.Where(sentence => sentence.Score >= top * 0.65).OrderBy(sentence => sentence.Date, StringComparer.Ordinal).ThenBy(sentence => sentence.Score).Last();
        return date.Length > 0 ? $"{text} ({date})" : text;
    }

    private static double Score(List<string> asked, HashSet<string> said) =>
        asked.Count == 0 ? 0 : asked.Sum(word => said.Contains(word) ? 1.0 : Related.Any(group => group.Contains(word) && group.Any(said.Contains)) ? 0.7 : 0) / asked.Count;

    private static IEnumerable<(string Text, string Date)> Sentences(IEnumerable<string> prompt)
    {
        var date = "";
        foreach (var line in prompt)
        {
            var stamp = Stamp().Match(line);
            date = stamp.Success ? stamp.Groups[1].Value : date;
            var text = Speaker().Replace(stamp.Success ? line[(stamp.Index + stamp.Length)..] : line, "");
            foreach (var sentence in End().Split(text).Select(sentence => sentence.Trim(' ', '-')))
            {
                // Questions, conditions and wishes state nothing.
                if (sentence.Length > 0 && !sentence.EndsWith('?') && !sentence.StartsWith('<') && !Words(sentence).Any(word => word is "would" or "if"))
                {
                    yield return (sentence, date);
                }
            }
        }
    }

    private static IEnumerable<string> Words(string text) => Word().Matches(text.ToLowerInvariant()).Select(word => word.Value).Where(word => !Small.Contains(word)).Select(Stem);

    private static string Stem(string word)
    {
        foreach (var ending in (string[])["ing", "ed", "es", "s", "e"])
        {
            if (word.Length > ending.Length + 2 && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return word[..^ending.Length];
            }
        }

        return word;
    }

    [GeneratedRegex(@"^\s*\[(\d{4}-\d{2}-\d{2})[^\]]*\]")]
    private static partial Regex Stamp();

    [GeneratedRegex(@"^\s*\p{Lu}\p{L}+: ")]
    private static partial Regex Speaker();

    [GeneratedRegex(@"(?<=[.!?])\s+")]
    private static partial Regex End();

    [GeneratedRegex(@"[\p{L}\p{Nd}]+#?")]
    private static partial Regex Word();
}
