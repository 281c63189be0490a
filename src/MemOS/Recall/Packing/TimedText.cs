using System.Text;
using System.Text.RegularExpressions;
using MemOS.Recall.Words;
using MemOS.Time;

namespace MemOS.Recall.Packing;

/// <summary>A message's text with the dates behind its relative times: "yesterday (2023-05-07)".</summary>
/// <remarks>A reader of the context, person or model, does not know when "yesterday" was; the message's own time tells.</remarks>
internal sealed partial class TimedText
{
    private readonly List<(EventTime Time, string[] Terms)> times;
    private readonly EventTime? justNow;

    private TimedText(string text, List<(EventTime Time, string[] Terms)> times, EventTime? justNow)
    {
        Text = text;
        this.times = times;
        this.justNow = justNow;
    }

    /// <summary>The text to print.</summary>
    public string Text { get; }

    /// <summary>Finds the times of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="said">When it was said.</param>
    public static TimedText Of(string text, DateTimeOffset said)
    {
        var mentions = TimeRecognizer.Recognize(text, said.DateTime);
        if (mentions.Count == 0)
        {
            return new(text, [], JustNow(text, said));
        }

        var printed = new StringBuilder(text.Length + 16);
        var times = new List<(EventTime, string[])>();
        var done = 0;
        foreach (var mention in mentions)
        {
            var sentence = SentenceAround(text, mention, out var start);
            var since = Since(text, mention, said.DateTime);
            if ((since ?? (IsCalendar(mention) ? Reading(mention, sentence, mention.Start - start) : null)) is not { } time)
            {
                continue;
            }

            times.Add((time, [.. WordAnalyzer.Terms(sentence)]));
            var end = mention.Start + mention.Length;
            printed.Append(text, done, end - done);
            done = end;
            if (since is not null)
            {
                printed.Append(" (since ").Append(time).Append(')');
            }
            else if (!Absolute().IsMatch(mention.Text) && !mention.Text.Equals("today", StringComparison.OrdinalIgnoreCase))
            {
                printed.Append(" (").Append(time).Append(')');
            }
        }

        return new(done == 0 ? text : printed.Append(text, done, text.Length - done).ToString(), times, times.Count == 0 ? JustNow(text, said) : null);
    }

    /// <summary>The time that the text names; of several, the one whose sentence holds most of what was asked.</summary>
    public EventTime? TimeFor(IReadOnlySet<string> queryTerms)
    {
        EventTime? best = justNow;
        var most = -1;
        foreach (var (time, terms) in times)
        {
            if (QueryTerms.CountIn(terms, queryTerms) is var count && count > most)
            {
                (best, most) = (time, count);
            }
        }

        return best;
    }

    private static bool IsCalendar(TimeMention mention) =>
        mention.Kind is TimeMentionKind.Date or TimeMentionKind.DateRange or TimeMentionKind.DateTime or TimeMentionKind.DateTimeRange &&
        mention.Relation is TimeRelation.At or TimeRelation.Since && !Vague().IsMatch(mention.Text);

    private static EventTime? Reading(TimeMention mention, string sentence, int at)
    {
        if (mention.Past == mention.Future)
        {
            return mention.Past;
        }

        return Outlook.Of(sentence, at, mention.Length) switch
        {
            TimeDirection.Habit => null,
            TimeDirection.Ahead => mention.Future ?? mention.Past,
            TimeDirection.Back => mention.Past ?? mention.Future,
            _ => Ahead().IsMatch(sentence) ? mention.Future ?? mention.Past : mention.Past ?? mention.Future,
        };
    }

    // "For seven years now" tells when it began, as exactly as its unit.
    private static EventTime? Since(string text, TimeMention mention, DateTime said)
    {
        if (mention.Kind != TimeMentionKind.Duration || mention.Values is not [{ Value: { } value }] ||
            !long.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var seconds) || seconds <= 0 || seconds >= (said - DateTime.MinValue).TotalSeconds)
        {
            return null;
        }

        var end = mention.Start + mention.Length;
        if (!Lasting().IsMatch(text.AsSpan(Math.Max(0, mention.Start - 24), Math.Min(24, mention.Start))) && !text.AsSpan(end).StartsWith(" now", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var start = said.AddSeconds(-seconds);
        return mention.Text.Contains("year", StringComparison.OrdinalIgnoreCase) ? EventTime.OfYear(start.Year)
            : mention.Text.Contains("month", StringComparison.OrdinalIgnoreCase) ? EventTime.OfMonth(start.Year, start.Month)
            : EventTime.OfDay(DateOnly.FromDateTime(start));
    }

    // What somebody just did happened on the day they say so.
    private static EventTime? JustNow(string text, DateTimeOffset said) =>
        Just().IsMatch(text) ? EventTime.OfDay(DateOnly.FromDateTime(said.DateTime)) : null;

    private static string SentenceAround(string text, TimeMention mention, out int start)
    {
        start = text.LastIndexOfAny(['.', '!', '?', '\n'], Math.Max(0, mention.Start - 1)) + 1;
        var end = text.IndexOfAny(['.', '!', '?', '\n'], Math.Min(text.Length, mention.Start + mention.Length));
        if (start >= text.Length)
        {
            start = 0;
            return text;
        }

        return text[start..(end < 0 ? text.Length : Math.Max(end, start))];
    }

    [GeneratedRegex(@"^(?:right\s+)?(?:now|nowadays|currently|recently|lately|these\s+days|at\s+the\s+moment|then|at\s+present)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Vague();

    [GeneratedRegex(@"\b(?:been|have|has|had|'ve|'s)\b.*\bfor\s+(?:about\s+|around\s+|almost\s+|nearly\s+|over\s+)?(?:the\s+(?:last|past)\s+)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Lasting();

    [GeneratedRegex(@"\b(?:I|we|he|she|they|and)(?:'ve|\s+have|\s+has|'s)?\s+just\s+(?:\w+ed|got|went|left|lost|won|made|had|bought|found|came|took|saw|met|began|started|heard|sold|read|finished|told|gave|ran|wrote|built|brought|taught|caught|broke|fell|ate|sent|spent|became|did)\b|刚刚|刚才", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Just();

    // A year makes it a date already.
    [GeneratedRegex(@"(?:19|20)\d\d")]
    private static partial Regex Absolute();

    [GeneratedRegex(@"\b(?:will|'ll|won't|going\s+to|gonna|plan\w*|hop(?:e|ing)|upcoming|coming\s+up|next|soon|want\s+to|wanna|looking\s+forward|can't\s+wait|let's|should|might|would\s+like)\b|会|将|打算|准备|要去|计划", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ahead();
}
