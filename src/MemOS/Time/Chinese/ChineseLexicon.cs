namespace MemOS.Time.Chinese;

/// <summary>The words of Chinese time expressions, longest first where one begins another.</summary>
internal static class ChineseLexicon
{
    /// <summary>Days by distance. Traditional forms beside the simplified ones.</summary>
    public static readonly (string Word, int Days)[] Days =
    [
        ("大前天", -3), ("大后天", 3), ("大後天", 3), ("前天", -2), ("昨天", -1), ("昨日", -1), ("今天", 0), ("今日", 0),
        ("明天", 1), ("明日", 1), ("后天", 2), ("後天", 2),
    ];

    /// <summary>Days by distance that hold only before a part of the day: "昨晚".</summary>
    public static readonly (string Word, int Days)[] ShortDays = [("昨", -1), ("今", 0), ("明", 1), ("当", 0)];

    public static readonly (string Word, int Years)[] Years =
        [("大前年", -3), ("前年", -2), ("去年", -1), ("今年", 0), ("本年", 0), ("明年", 1), ("后年", 2), ("後年", 2)];

    /// <summary>Steps before a week, a month or a weekend.</summary>
    public static readonly (string Word, int Step)[] Steps =
    [
        ("上上个", -2), ("上上個", -2), ("上上", -2), ("下下个", 2), ("下下個", 2), ("下下", 2),
        ("上一个", -1), ("上个", -1), ("上個", -1), ("上", -1), ("下一个", 1), ("下个", 1), ("下個", 1), ("下", 1),
        ("这个", 0), ("這個", 0), ("这", 0), ("這", 0), ("本", 0),
    ];

    public static readonly (string Word, TimeUnit Unit)[] Units =
    [
        ("个星期", TimeUnit.Week), ("個星期", TimeUnit.Week), ("个礼拜", TimeUnit.Week), ("個禮拜", TimeUnit.Week), ("星期", TimeUnit.Week), ("周", TimeUnit.Week),
        ("週", TimeUnit.Week), ("礼拜", TimeUnit.Week), ("个周末", TimeUnit.Weekend), ("个月", TimeUnit.Month), ("個月", TimeUnit.Month),
        ("个季度", TimeUnit.Quarter), ("年", TimeUnit.Year), ("天", TimeUnit.Day), ("日", TimeUnit.Day),
        ("个小时", TimeUnit.Hour), ("個小時", TimeUnit.Hour), ("小时", TimeUnit.Hour), ("小時", TimeUnit.Hour), ("钟头", TimeUnit.Hour), ("个钟头", TimeUnit.Hour),
        ("分钟", TimeUnit.Minute), ("分鐘", TimeUnit.Minute), ("秒钟", TimeUnit.Second), ("秒", TimeUnit.Second),
    ];

    public static readonly string[] Weeks = ["星期", "礼拜", "禮拜", "周", "週"];

    public static readonly string[] Weekends = ["周末", "週末"];

    public static readonly (string Word, Season Season)[] Seasons =
    [
        ("春天", Season.Spring), ("春季", Season.Spring), ("夏天", Season.Summer), ("夏季", Season.Summer), ("暑假", Season.Summer),
        ("秋天", Season.Autumn), ("秋季", Season.Autumn), ("冬天", Season.Winter), ("冬季", Season.Winter),
    ];

    public static readonly (string Word, DayPart Part)[] Parts =
    [
        ("凌晨", new("small hours", 0, 6)), ("清晨", new("early morning", 5, 8)), ("早上", DayPart.Morning), ("早晨", DayPart.Morning), ("上午", DayPart.Morning),
        ("中午", new("noon", 11, 13)), ("下午", DayPart.Afternoon), ("傍晚", DayPart.Evening), ("晚上", DayPart.Night), ("夜里", DayPart.Night), ("半夜", DayPart.Night),
        ("早", DayPart.Morning), ("晚", DayPart.Night),
    ];

    /// <summary>Holidays of the solar calendar.</summary>
    public static readonly (string Word, int Month, int Day)[] Holidays =
    [
        ("元旦", 1, 1), ("情人节", 2, 14), ("妇女节", 3, 8), ("劳动节", 5, 1), ("儿童节", 6, 1), ("教师节", 9, 10), ("国庆节", 10, 1), ("国庆", 10, 1),
        ("万圣节", 10, 31), ("平安夜", 12, 24), ("圣诞节", 12, 25), ("圣诞", 12, 25),
    ];

    /// <summary>Characters of which a text must hold one to be worth parsing.</summary>
    public const string Triggers = "天日号號周週期拜月年节節点點时時刻分晚午早晨夜旦诞前后後";

    /// <summary>Value of a digit or ten, or -1.</summary>
    public static int Digit(char c) => c switch
    {
        '〇' or '零' or '○' => 0,
        '一' or '元' => 1,
        '二' or '两' or '兩' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => char.IsAsciiDigit(c) ? c - '0' : c is >= '０' and <= '９' ? c - '０' : -1,
    };
}
