namespace MemOS.Reading.Rules.Chinese;

/// <summary>The Chinese words that fill an attribute or state a preference; the first line that fits counts.</summary>
internal static class ChineseVocabulary
{
    // kind; slot; polarity; before [; after]. A value of "-" stands for none.
    private const string Table = """
        Preference; likes; -; 对; 过敏
        Preference; likes; -; 对; 不感兴趣
        Preference; likes; -; 对; 没兴趣
        Preference; likes; -; 对; 没有兴趣
        Preference; likes; +; 对; 很感兴趣
        Preference; likes; +; 对; 感兴趣
        Preference; diet; +; 开始吃肉
        Preference; diet; +; 吃素
        Preference; diet; +; 素食
        Preference; likes; -; 对; 没什么兴趣
        Preference; likes; -; 对; 没有什么兴趣
        Preference; likes; -; 对; 提不起兴趣
        Preference; likes; -; 对; 不感冒
        Preference; likes; -; 对; 无感
        Preference; likes; -; 宁愿不
        Preference; likes; -; 宁可不
        Preference; likes; -; 更愿意不
        Preference; likes; -; 尽量不
        Preference; likes; -; 尽量避免
        Preference; likes; -; 不怎么喜欢
        Preference; likes; -; 不怎么爱
        Preference; likes; -; 不怎么
        Preference; likes; -; 不是很喜欢
        Preference; likes; -; 不是特别喜欢
        Preference; likes; -; 不是太喜欢
        Preference; likes; -; 不是很爱
        Preference; likes; -; 并不喜欢
        Preference; likes; -; 从不喜欢
        Preference; likes; -; 谈不上喜欢
        Preference; likes; -; 不习惯
        Preference; likes; -; 不再喜欢
        Preference; likes; -; 不太喜欢
        Preference; likes; -; 不喜欢
        Preference; likes; -; 不爱
        Preference; likes; -; 不再吃
        Preference; likes; -; 不再喝
        Preference; likes; -; 不吃
        Preference; likes; -; 不喝
        Preference; likes; -; 不能吃
        Preference; likes; -; 不能喝
        Preference; likes; -; 讨厌
        Preference; likes; -; 受不了
        Preference; likes; -; 害怕
        Preference; likes; -; 恐惧
        Preference; likes; -; 戒
        Preference; likes; +; 最喜欢
        Preference; likes; +; 喜欢
        Preference; likes; +; 喜爱
        Preference; likes; +; 热爱
        Preference; likes; +; 偏爱
        Preference; likes; +; 更愿意
        Preference; likes; +; 宁愿
        Preference; likes; +; 改喝
        Preference; likes; +; 改吃
        Preference; likes; +; 只吃
        Preference; likes; +; 只喝
        Preference; likes; +; 爱吃
        Preference; likes; +; 爱喝
        Preference; likes; +; 爱看
        Preference; likes; +; 爱听
        Preference; likes; +; 迷上了
        Preference; likes; +; 爱上了
        Profile; ; 0; 恐高
        Profile; ; 0; 晕车
        Profile; ; 0; 晕船
        Profile; ; 0; 晕机
        Profile; ; 0; 晕血
        Profile; ; 0; 失眠
        Profile; ; 0; 近视
        Profile; ; 0; 色盲
        Profile; ; 0; 怕黑
        Profile; ; 0; 社恐
        Profile; ; 0; 路痴
        Preference; likes; +; 选择了
        Profile; name; 0; 名字叫
        Profile; name; 0; 名字是
        Profile; name; 0; 我叫
        Profile; name; 0; 我姓
        Profile; age; 0; 今年; 岁
        Profile; age; 0; 现在; 岁
        Profile; age; 0; 已经; 岁
        Profile; age; 0; 刚满; 岁
        Profile; age; 0; 我; 岁
        Profile; birthday; 0; 生日是
        Profile; birthday; 0; 生日在
        Profile; home; 0; 搬到了
        Profile; home; 0; 搬到
        Profile; home; 0; 搬去了
        Profile; home; 0; 搬去
        Profile; home; 0; 搬回
        Profile; home; 0; 定居在
        Profile; home; 0; 住在
        Profile; home; 0; 家在
        Profile; home; 0; 现居
        Profile; origin; 0; 来自
        Profile; origin; 0; 老家在
        Profile; origin; 0; 老家是
        Profile; origin; 0; 出生在
        Profile; origin; 0; 出生于
        Profile; job; 0; 的职业是
        Profile; job; 0; 工作是
        Profile; employer; 0; 跳槽到了
        Profile; employer; 0; 跳槽到
        Profile; employer; 0; 入职了
        Profile; employer; 0; 入职
        Profile; employer; 0; 加入了
        Fact; technology; 0; 用的是
        Fact; technology; 0; 迁移到了
        Fact; technology; 0; 迁移到
        Fact; technology; 0; 改用
        Fact; technology; 0; 换成了
        Fact; technology; 0; 换成
        Fact; technology; 0; 使用
        Fact; technology; 0; 用
        Profile; employer; 0; 在; 工作
        Profile; employer; 0; 在; 上班
        Profile; employer; 0; 在; 任职
        Profile; employer; 0; 在; 当
        Profile; employer; 0; 在; 做
        Profile; employer; 0; 在; 教
        Profile; job; 0; 是一名
        Profile; job; 0; 是一位
        Profile; job; 0; 是名
        Profile; school; 0; 就读于
        Profile; school; 0; 在; 读书
        Profile; school; 0; 在; 上学
        Profile; school; 0; 在; 读研
        Profile; relationship; 0; 单身
        Profile; relationship; 0; 结婚
        Profile; relationship; 0; 离婚
        Profile; relationship; 0; 订婚
        Profile; relationship; 0; 分手
        Profile; ; 0; 没有孩子
        Profile; ; 0; 养了
        Profile; ; 0; 有一个
        Profile; ; 0; 有两个
        Profile; ; 0; 有个
        Profile; ; 0; 毕业于
        Profile; ; 0; 会说
        Profile; name; 0; 叫
        Profile; job; 0; 是个
        Profile; job; 0; 当了
        """;

    public static IReadOnlyList<ChineseRule> Rules { get; } =
    [
        .. Table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(';', StringSplitOptions.TrimEntries)).Select(parts => new ChineseRule(
            Enum.Parse<MemoryKind>(parts[0]), parts[1], parts[2] switch { "+" => Polarity.Positive, "-" => Polarity.Negative, _ => Polarity.None }, parts[3], parts.Length > 4 ? parts[4] : "")),
    ];

    private static string? JobAfter(string clause, string verb)
    {
        var at = clause.LastIndexOf(verb, StringComparison.Ordinal);
        var job = at < 0 ? "" : clause[(at + verb.Length)..].Trim('了', '的', '一', '名', '个', '位', '过');
        return job.Length is > 1 and < 10 ? job : null;
    }

    // "Java写后端": the name is what is written in Latin letters.
    private static string Latin(string value)
    {
        var end = 0;
        while (end < value.Length && (char.IsAsciiLetterOrDigit(value[end]) || value[end] is '#' or '+' or '.' or '-'))
        {
            end++;
        }

        return end == 0 ? value : value[..end].TrimEnd('.');
    }

    /// <summary>The first rule that fits, with its value.</summary>
    public static (ChineseRule Rule, string Value)? Match(string clause)
    {
        if (ChineseAttributes.Match(clause) is { } attribute)
        {
            return attribute;
        }

        foreach (var rule in Rules)
        {
            if (rule.ValueIn(clause) is { } value && !(rule.Slot == "home" && ChineseAttributes.IsElsewhere(clause)) && (value.Length > 0 || rule.Slot is "relationship" or "diet" or "") && !(rule.Slot == "age" && !value.All(c => char.IsDigit(c) || "一二三四五六七八九十百两".Contains(c, StringComparison.Ordinal))) && !(rule.Before is "不吃" or "不喝" && value.Length > 0 && value[0] is '没' or '就' or '会' or '不') && !(rule.Slot == "technology" && English.WordClasses.Technology(Latin(value).ToLowerInvariant()) is null) && !(rule.Slot == "employer" && (value.Length > 14 || (value.Length > 0 && value[0] is '备' or '学' or '考' or '读'))) && !(rule is { Slot: "name", Before: "叫" } && (value.Length > 4 || value[0] is '我' or '他' or '她' or '了' or '你' || ChineseWords.HoldsAny(clause, ["就叫", "别叫", "不叫", "经理叫", "领导叫", "主管叫", "上司叫", "组长叫", "主任叫", "教练叫", "房东叫", "客户叫", "公司叫", "店叫"]))))
            {
                if (rule is { Slot: "employer", After: "当" or "做" or "教" } && JobAfter(clause, rule.After) is { } job)
                {
                    // "在出版社当编辑": what one is there is asked for more often than where.
                    return (rule with { Slot = "job" }, rule.After == "教" ? "教" + job : job);
                }

                return (rule, rule.Slot switch { "relationship" or "diet" => rule.Before, "technology" => Latin(value), _ => value });
            }
        }

        return null;
    }
}
