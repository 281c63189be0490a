using System.Collections.Frozen;
using MemOS.Reading;
using MemOS.Reading.Rules.English;
using MemOS.Recall.Words;

namespace MemOS.Consolidation;

/// <summary>The thing that a statement tells of, as far as its grammar shows it: what is played, owned or sold; failing that, where or with whom something is done.</summary>
/// <remarks>English alone; a Chinese statement has none (see <see cref="ChineseStatement"/>).</remarks>
/// <param name="Head">The stem of the thing: "guitar" in "sold the electric guitar to a friend"; <see langword="null"/> where none is told.</param>
/// <param name="Kinds">The stems that say which one it is: "electr".</param>
/// <param name="Place">The stem of what stands behind the first preposition after it: "friend".</param>
/// <param name="Owned">The stem of the subject's last word, where the subject is somebody's thing: "router" of "user's wifi router".</param>
internal sealed record StatementThing(string? Head, IReadOnlyList<string> Kinds, string? Place, string? Owned)
{
    private static readonly FrozenSet<string> Skipped = WordLists.Of("is are was were be been am has have had having do does did not never no longer just really also now still will would can could going to been being the a an my our his her their its user user's some any one own new old first second last all up off out down away back over in on");

    private static readonly FrozenSet<string> Bounds = WordLists.Of("because since so but as when while after before until till and or that which who where if than instead for with from to into onto about by at under behind near next around through during without of on in off");

    public static StatementThing Of(RecordContent content, string? verb)
    {
        var owned = content.Subject.LastIndexOf("'s ", StringComparison.Ordinal) is > 0 and var mark ? LastStem(content.Subject[(mark + 3)..]) : null;
        if (content.Text.AsSpan().ContainsAnyInRange('\u4E00', '\u9FFF'))
        {
            return new(null, [], null, owned);
        }

        var text = content.Text.StartsWith(content.Subject, StringComparison.OrdinalIgnoreCase) ? content.Text[content.Subject.Length..] : content.Text;

        // "Got rid of the Skoda" tells of the Skoda.
        var words = Words(text.Replace(" rid of ", " ", StringComparison.Ordinal));
        var at = verb is null ? 0 : words.FindIndex(word => EnglishStemmer.Stem(word.Lower) == verb) + 1;
        var head = Phrase(words, ref at);
        var place = Phrase(words, ref at);
        return head.Count > 0 ? new(head[^1], head[..^1], place.LastOrDefault(), owned) : new(null, [], place.LastOrDefault(), owned);
    }

    // The content stems up to what bounds a phrase; the bound is passed.
    private static List<string> Phrase(List<(string Lower, bool Closes)> words, ref int at)
    {
        var phrase = new List<string>();
        while (at < words.Count)
        {
            var (word, closes) = words[at++];
            if (Bounds.Contains(word) && !(phrase.Count == 0 && Skipped.Contains(word)))
            {
                return phrase;
            }

            if (!Skipped.Contains(word) && WordAnalyzer.Terms(word) is [var stem, ..])
            {
                phrase.Add(StatementWords.Canonical(stem));
            }

            if (closes)
            {
                return phrase;
            }
        }

        return phrase;
    }

    private static string? LastStem(string words) => WordAnalyzer.Terms(words) is { Count: > 0 } terms ? StatementWords.Canonical(terms[^1]) : null;

    private static List<(string Lower, bool Closes)> Words(string text) =>
        [.. text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(static word => (word.Trim('.', ',', ';', ':', '!', '?', '(', ')', '"').ToLowerInvariant(), word[^1] is ',' or '.' or ';' or ':' or '!' or '?'))];
}
