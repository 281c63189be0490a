namespace MemOS.Time.Chinese;

/// <summary>Parts of the day and times of day: "下午三点半", "晚上8点", "20:15".</summary>
internal static class ChineseClock
{
    /// <summary>A part of the day, a time, or both; bare parts count only where <paramref name="partAlone"/> allows.</summary>
    public static TimeNode? Parse(ref ChineseReader reader, bool partAlone)
    {
        var start = reader.Position;
        var hasPart = reader.Take(ChineseLexicon.Parts, out var part);
        var afterPart = reader.Position;
        reader.SkipSpace();
        if (Time(ref reader, out var hour, out var minute))
        {
            return Clock(hour, minute, hasPart ? part : null);
        }

        if (hasPart && (partAlone || afterPart - start > 1))
        {
            reader.Back(afterPart);
            return new() { Kind = TimeMentionKind.TimeRange, Past = [part.Span()], Future = [part.Span()], IsDayPart = true };
        }

        reader.Back(start);
        return null;
    }

    private static bool Time(ref ChineseReader reader, out int hour, out int minute)
    {
        minute = 0;
        var start = reader.Position;
        if (reader.Number(out hour) && hour <= 24)
        {
            if (reader.TakeAny("点钟", "點鐘", "点", "點", "时", "時"))
            {
                Minutes(ref reader, out minute);
                return true;
            }

            if (reader.TakeAny(":", "：") && reader.Number(out minute) && minute < 60)
            {
                return true;
            }
        }

        reader.Back(start);
        return false;
    }

    private static void Minutes(ref ChineseReader reader, out int minute)
    {
        minute = 0;
        if (reader.Take("半"))
        {
            minute = 30;
        }
        else if (reader.Take("一刻"))
        {
            minute = 15;
        }
        else if (reader.Take("三刻"))
        {
            minute = 45;
        }
        else
        {
            var start = reader.Position;
            if (reader.Number(out var value) && value < 60 && (reader.Take("分") || value >= 10))
            {
                minute = value;
            }
            else
            {
                reader.Back(start);
            }
        }
    }

    private static TimeNode Clock(int hour, int minute, DayPart? part)
    {
        // Without a part of the day, Chinese counts twelve hours or twenty-four: both readings stay.
        var twelve = part is null && hour is >= 1 and <= 12;
        if (part is { StartHour: >= 12 } or { Name: "noon" } && hour is > 0 and < 12 && !(part.Name == "noon" && hour > 10))
        {
            hour += 12;
        }

        var first = Reading.OfMoment(Reading.ClockDay.AddHours(hour % 24).AddMinutes(minute));
        IReadOnlyList<Reading> readings = twelve ? [first, Reading.OfMoment(Reading.ClockDay.AddHours((hour + 12) % 24).AddMinutes(minute))] : [first];
        return new()
        {
            Kind = TimeMentionKind.Time,
            Granularity = TimeGranularity.Instant,
            Past = readings,
            Future = readings,
            IsTwelveHour = twelve,
        };
    }
}
