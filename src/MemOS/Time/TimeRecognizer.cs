using MemOS.Time.Chinese;
using MemOS.Time.English;

namespace MemOS.Time;

/// <summary>Finds time expressions in a text and resolves them against the time the text was said.</summary>
/// <remarks>
/// English in depth, Chinese in its basics; a text may mix them. Rules and word lists alone: no model, no network. Cost grows
/// linearly with the text. The value conventions are those of Microsoft.Recognizers.Text (MIT): "last Wednesday" is the one of the
/// week before, a range ends before its end. <see cref="TimeMention.Past"/> and <see cref="TimeMention.Future"/> follow what
/// people mean instead: "last Friday" is the latest one. Thread-safe.
/// </remarks>
public static class TimeRecognizer
{
    /// <summary>All time expressions of a text, in order, without overlap.</summary>
    /// <param name="text">Any text; an empty one has none.</param>
    /// <param name="reference">The local time at which the text was said or written.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    public static IReadOnlyList<TimeMention> Recognize(string text, DateTime reference)
    {
        ArgumentNullException.ThrowIfNull(text);
        var mentions = EnglishRecognizer.Recognize(text, Usable(reference));
        var chinese = ChineseRecognizer.Recognize(text, Usable(reference));
        return mentions.Count == 0 ? chinese : chinese.Count == 0 ? mentions : Merge(mentions, chinese);
    }

    // The first and last decades of the calendar leave no room for "ten years ago".
    private static DateTime Usable(DateTime reference) =>
        DateTime.SpecifyKind(reference.Year < 20 ? new DateTime(20, 1, 1) : reference.Year > 9980 ? new DateTime(9980, 1, 1) : reference, DateTimeKind.Unspecified);

    // The Chinese grammar reads digits too, and knows more of the words around them: it wins where both claim a place.
    private static List<TimeMention> Merge(IReadOnlyList<TimeMention> english, IReadOnlyList<TimeMention> chinese)
    {
        var all = new List<TimeMention>(chinese);
        var next = 0;
        foreach (var mention in english)
        {
            while (next < chinese.Count && chinese[next].Start + chinese[next].Length <= mention.Start)
            {
                next++;
            }

            if (next == chinese.Count || mention.Start + mention.Length <= chinese[next].Start)
            {
                all.Add(mention);
            }
        }

        all.Sort((left, right) => left.Start.CompareTo(right.Start));
        return all;
    }
}
