namespace MemOS.Reading.Rules.Chinese;

/// <summary>Finds what a Chinese clause says is over or called off: "取消了去日本的旅行", "把车卖了".</summary>
internal static class ChineseChanges
{
    private static readonly string[] Endings = ["取消了", "取消", "放弃了", "放弃", "辞掉了", "辞去了", "卖掉了", "卖了", "戒掉了", "戒了", "辞了", "离职了", "不去了", "不做了", "不干了", "黄了", "泡汤了", "关门了", "倒闭了", "分手了", "扔了", "停了", "没报上", "退了", "退掉了", "退订了", "停掉了", "别再喝", "别再吃", "别喝", "别吃", "别抽", "不让我喝", "不让我吃", "不让我抽", "不再", "推迟了", "推迟", "改期"];
    private static readonly string[] Signs = ["现在", "换了", "换成", "改成", "改为", "改到", "入职", "转到", "变成", "涨到", "降到", "调到", "搬", "不再", "其实", "已经", "升职", "升为", "搬到", "搬去", "跳槽", "新"];
    private static readonly System.Buffers.SearchValues<char> Marks = System.Buffers.SearchValues.Create("了的吧啦(（到");

    /// <summary>The words for what is over; <see langword="null"/> when nothing is.</summary>
    public static string? Ends(string clause)
    {
        if (clause.Contains("毕业了", StringComparison.Ordinal))
        {
            return "读书";
        }

        // "换了一台华为手机": the thing is the last word, and the old one is gone.
        if (clause.IndexOf("换了", StringComparison.Ordinal) is >= 0 and var swapped && clause[(swapped + 2)..].TrimEnd('了') is { Length: > 3 } swap)
        {
            return swap[^2..];
        }

        foreach (var ending in Endings)
        {
            var at = clause.IndexOf(ending, StringComparison.Ordinal);
            if (at < 0)
            {
                continue;
            }

            // "把车卖了", "会议取消了": the thing stands before the verb.
            var before = clause[..at];
            var hold = before.IndexOf('把', StringComparison.Ordinal);
            var thing = hold >= 0 ? before[(hold + 1)..] : clause[(at + ending.Length)..];
            thing = thing.Length == 0 ? before : thing;
            var stop = thing.AsSpan().IndexOfAny(Marks);
            thing = WithoutTime(stop > 1 ? thing[..stop] : thing).Trim('我', '们', '的', '了', '已', '经', '都');
            return thing.Length is > 0 and < 12 ? thing : null;
        }

        return null;
    }

    // "便利店上礼拜辞了": when it was is no part of the thing.
    private static string WithoutTime(string thing)
    {
        foreach (var time in (ReadOnlySpan<string>)["上礼拜", "上星期", "上周", "上个月", "这周", "这个月", "昨天", "前天", "今天", "刚刚", "去年", "今年", "已经", "最近", "现在", "后来"])
        {
            thing = thing.Replace(time, "", StringComparison.Ordinal);
        }

        return thing;
    }

    /// <summary>Whether a clause says by its words that something is otherwise than before.</summary>
    public static bool IsChange(string clause) => ChineseWords.HoldsAny(clause, Signs);
}
