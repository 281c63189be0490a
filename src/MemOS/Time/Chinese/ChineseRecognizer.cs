using System.Buffers;

namespace MemOS.Time.Chinese;

/// <summary>Recognises Chinese time expressions, from left to right, a date with its time of day where both stand together.</summary>
internal static class ChineseRecognizer
{
    private static readonly SearchValues<char> Triggers = SearchValues.Create(ChineseLexicon.Triggers);

    public static IReadOnlyList<TimeMention> Recognize(string text, DateTime reference)
    {
        var first = text.AsSpan().IndexOfAny(Triggers);
        if (first < 0)
        {
            return [];
        }

        var mentions = new List<TimeMention>();
        for (var i = 0; i < text.Length;)
        {
            if (!CanBegin(text[i]) || IsInsideNumber(text, i))
            {
                i++;
                continue;
            }

            var reader = new ChineseReader(text, i);
            if (Expression(ref reader, reference) is { } node)
            {
                mentions.Add(MentionBuilder.Build(node, text, i, reader.Position));
                i = reader.Position;
            }
            else
            {
                i++;
            }
        }

        return mentions;
    }

    private static TimeNode? Expression(ref ChineseReader reader, DateTime reference)
    {
        var day = ChineseDate.Parse(ref reader, reference);
        if (day is null)
        {
            return ChineseClock.Parse(ref reader, partAlone: false);
        }

        if (day.Kind != TimeMentionKind.Date)
        {
            return day;
        }

        var afterDay = reader.Position;
        reader.SkipSpace();
        reader.Take("的");
        if (ChineseClock.Parse(ref reader, partAlone: true) is { } clock)
        {
            return DayClock.Combine(day, clock);
        }

        reader.Back(afterDay);
        return day;
    }

    private static bool CanBegin(char c) => c > '⺀' || char.IsAsciiDigit(c);

    private static bool IsInsideNumber(string text, int i) =>
        i > 0 && ChineseLexicon.Digit(text[i]) >= 0 && (ChineseLexicon.Digit(text[i - 1]) >= 0 || text[i - 1] is '.' or '-' or '/' or ':');
}
