namespace MemOS.Time.Chinese;

/// <summary>Days and periods by name: "昨天", "上周三", "2023年5月7日", "这周末", "去年夏天", "三个月前".</summary>
internal static class ChineseDate
{
    private delegate TimeNode? Production(ref ChineseReader reader, DateTime reference);

    private static readonly Production[] Productions = [NearDay, Distance, Dated, Stepped, Weekday, Holiday, Season];

    public static TimeNode? Parse(ref ChineseReader reader, DateTime reference)
    {
        foreach (var production in Productions)
        {
            var start = reader.Position;
            if (production(ref reader, reference) is { } node)
            {
                return node;
            }

            reader.Back(start);
        }

        return null;
    }

    private static TimeNode? NearDay(ref ChineseReader reader, DateTime reference)
    {
        if (reader.Take(ChineseLexicon.Days, out var days))
        {
            return TimeNode.Day(Calendar.AddDays(reference.Date, days));
        }

        // "昨晚", "今早"
        if (reader.Take(ChineseLexicon.ShortDays, out days) && reader.Current is '晚' or '早' or '夜')
        {
            return TimeNode.Day(Calendar.AddDays(reference.Date, days));
        }

        return null;
    }

    // "三个月前", "十年前", "两天后", "几天前"
    private static TimeNode? Distance(ref ChineseReader reader, DateTime reference)
    {
        var vague = reader.TakeAny("几", "幾", "好几");
        var half = !vague && reader.Take("半");
        var number = 3;
        if (!vague && !half && !reader.Number(out number))
        {
            return null;
        }

        if (!reader.Take(ChineseLexicon.Units, out var unit))
        {
            return null;
        }

        reader.TakeAny("多", "半");
        var sign = reader.TakeAny("以前", "之前", "前") ? -1 : reader.TakeAny("以后", "以後", "之后", "之後", "后", "後") ? 1 : 0;
        if (sign == 0 || number > 999)
        {
            return null;
        }

        var moment = Calendar.Add(reference, unit, sign * (half ? 0.5 : number));
        if (unit < TimeUnit.Day || (half && unit == TimeUnit.Day))
        {
            return TimeNode.Moment(moment);
        }

        if (half)
        {
            // Half a year is known to the month, half a month to the day.
            moment = unit == TimeUnit.Year ? moment : Calendar.AddDays(reference.Date, (long)(sign * Calendar.SecondsOf(unit) / 172800));
            unit = unit == TimeUnit.Year ? TimeUnit.Month : TimeUnit.Day;
        }

        var time = EventTimes.Of(
            vague
                ? new Reading(RelativePeriods.Containing(Calendar.Add(reference, unit, sign < 0 ? -4 : 2), unit).Start, RelativePeriods.Containing(Calendar.Add(reference, unit, sign < 0 ? -2 : 4), unit).End)
                : RelativePeriods.Containing(moment, unit),
            vague ? TimeGranularity.Period : RelativePeriods.GranularityOf(unit));
        return TimeNode.Day(moment) with { PastTime = time, FutureTime = time, Relation = vague ? TimeRelation.Around : TimeRelation.At };
    }

    // "2023年5月7日", "5月7号", "2023年5月", "2023年", "去年5月", "5月", "今年夏天", "去年"
    private static TimeNode? Dated(ref ChineseReader reader, DateTime reference)
    {
        var start = reader.Position;
        var relative = reader.Take(ChineseLexicon.Years, out var years);
        var year = relative ? reference.Year + years : 0;
        if (!relative)
        {
            if (reader.Number(out var number) && reader.Position - start is 2 or 4 && number > 31 | reader.Position - start == 4 && reader.Take("年"))
            {
                year = number < 100 ? number + (number >= 40 ? 1900 : 2000) : number;
            }
            else
            {
                reader.Back(start);
            }
        }

        var written = year > 0;
        var afterYear = reader.Position;
        reader.TakeAny("的");
        if (written && (year is < 1500 or > 2100) && !relative)
        {
            return null;
        }

        if (written && reader.Take(ChineseLexicon.Seasons, out var season))
        {
            return InSeason(season, reference, year);
        }

        if (reader.Number(out var month) && month is >= 1 and <= 12 && (reader.Take("月份") || reader.Take("月")))
        {
            var afterMonth = reader.Position;
            if (reader.Number(out var day) && day is >= 1 and <= 31 && reader.TakeAny("日", "号", "號"))
            {
                return written
                    ? Calendar.Day(year, month, day) is { } date ? TimeNode.Day(date) : null
                    : TimeNodeBuilder.YearlyDay(value => Calendar.Day(value, month, day), reference);
            }

            reader.Back(afterMonth);
            Reading? Rule(int value) => Calendar.Day(value, month, 1) is { } first ? new(first, first.AddMonths(1)) : null;
            return written ? TimeNodeBuilder.InYear(Rule, year, TimeUnit.Month) : TimeNodeBuilder.YearlySpan(Rule, reference, TimeUnit.Month);
        }

        reader.Back(afterYear);
        return written ? TimeNode.Span(new DateTime(year, 1, 1), new DateTime(year + 1, 1, 1), TimeUnit.Year) : null;
    }

    // "上周三", "下周", "这周末", "上个月", "上个月5号", "下个星期五"
    private static TimeNode? Stepped(ref ChineseReader reader, DateTime reference)
    {
        if (!reader.Take(ChineseLexicon.Steps, out var step))
        {
            return null;
        }

        if (reader.TakeAny(ChineseLexicon.Weekends))
        {
            return TimeNodeBuilder.Settled(RelativePeriods.Weekend(reference.Date, step), TimeUnit.Weekend);
        }

        if (reader.TakeAny(ChineseLexicon.Weeks))
        {
            var week = Calendar.AddDays(reference.Date, 7L * step);
            return DayName(ref reader) is { } weekday
                ? TimeNode.Day(Calendar.InWeekOf(week, weekday))
                : TimeNodeBuilder.Settled(RelativePeriods.Containing(week, TimeUnit.Week), TimeUnit.Week);
        }

        if (reader.TakeAny("月份", "月"))
        {
            var month = Calendar.AddMonths(Calendar.FirstOfMonth(reference), step);
            var afterMonth = reader.Position;
            if (reader.Number(out var day) && reader.TakeAny("日", "号", "號"))
            {
                return Calendar.Day(month.Year, month.Month, day) is { } date ? TimeNode.Day(date) : null;
            }

            reader.Back(afterMonth);
            return TimeNodeBuilder.Settled(RelativePeriods.Containing(month, TimeUnit.Month), TimeUnit.Month);
        }

        return reader.TakeAny("季度") ? TimeNodeBuilder.Settled(RelativePeriods.Away(reference, TimeUnit.Quarter, step), TimeUnit.Quarter) : null;
    }

    // "周三", "星期天", "周末"
    private static TimeNode? Weekday(ref ChineseReader reader, DateTime reference)
    {
        if (reader.TakeAny(ChineseLexicon.Weekends))
        {
            return TimeNode.Span(RelativePeriods.Weekend(reference.Date, reference.DayOfWeek == DayOfWeek.Sunday ? 0 : -1), RelativePeriods.Weekend(reference.Date, 0), TimeUnit.Weekend);
        }

        return reader.TakeAny(ChineseLexicon.Weeks) && DayName(ref reader) is { } weekday ? TimeNodeBuilder.Weekday(weekday, reference) : null;
    }

    private static TimeNode? Holiday(ref ChineseReader reader, DateTime reference)
    {
        foreach (var (word, month, day) in ChineseLexicon.Holidays)
        {
            if (reader.Take(word))
            {
                return TimeNodeBuilder.YearlyDay(year => Calendar.Day(year, month, day), reference);
            }
        }

        return null;
    }

    private static TimeNode? Season(ref ChineseReader reader, DateTime reference) =>
        reader.Take(ChineseLexicon.Seasons, out var season) ? InSeason(season, reference, 0) : null;

    private static TimeNode? InSeason(Season season, DateTime reference, int year)
    {
        Reading? Rule(int value) => Calendar.Day(value, 3 + (3 * (int)season), 1) is { } first ? new(first, first.AddMonths(3)) : null;
        var node = year > 0 ? TimeNodeBuilder.InYear(Rule, year, TimeUnit.Quarter) : TimeNodeBuilder.YearlySpan(Rule, reference, TimeUnit.Quarter);
        return node is null ? null : node with { Unresolved = true };
    }

    private static DayOfWeek? DayName(ref ChineseReader reader)
    {
        if (reader.TakeAny("日", "天"))
        {
            return DayOfWeek.Sunday;
        }

        if (ChineseLexicon.Digit(reader.Current) is >= 1 and <= 6 and var day && reader.Current is not ('元' or '两' or '兩'))
        {
            reader.Back(reader.Position + 1);
            return (DayOfWeek)day;
        }

        return null;
    }
}
