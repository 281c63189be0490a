namespace MemOS.Reading.Rules.Chinese;

/// <summary>Puts a short Chinese answer into its question: "你住在哪里？", "上海。" becomes "我住在上海".</summary>
internal static class ChineseAnswers
{
    private const int LongestAnswer = 16;

    // What is asked for, longest first, and what goes around the answer.
    private static readonly (string Asked, string Form)[] Places =
    [
        ("什么名字", "{0}"), ("哪个城市", "{0}"), ("多大年纪", "{0}"), ("什么地方", "{0}"), ("什么工作", "{0}"), ("多大了", "{0}"), ("多大", "{0}"), ("哪里", "{0}"), ("哪儿", "{0}"), ("什么", "{0}"), ("谁", "{0}"), ("几岁", "{0}"), ("几个", "{0}"),
    ];

    // "酒店定在哪里？", "平江路的得月楼": about a thing of the speaker's.
    private static string? OfThing(string asked, string text)
    {
        var place = Array.Find((string[])["在哪里", "在哪儿", "在哪", "是几号", "是哪天", "是周几", "是几点", "叫什么名字", "叫什么"], asked.EndsWith);
        if (place is null || asked.Length - place.Length is < 2 or > 8 || ChineseWords.StartOf(asked, ["这", "那", "它", "他", "她", "要", "请", "问题", "错误"]).Length > 0 || ChineseWords.StartOf(text, ["不", "没", "好", "嗯"]).Length > 0)
        {
            return null;
        }

        var verb = place[0] is '在' or '是' or '叫' ? place[..1] : "";
        return $"我的{asked[..^place.Length]}{verb}{(text.StartsWith(verb, StringComparison.Ordinal) ? text[verb.Length..] : text)}";
    }

    /// <summary>The statement in the first person; <see langword="null"/> when the clause does not answer the question.</summary>
    public static string? Read(string question, ChineseClause answer, string message)
    {
        var text = answer.Text;
        if (text.Length > LongestAnswer || answer.IsQuestion || text.Contains('我', StringComparison.Ordinal))
        {
            return null;
        }

        var end = question.LastIndexOfAny(['？', '?']);
        if (end < 0 || question.Length - end > 20)
        {
            return null;
        }

        var start = question.LastIndexOfAny(['。', '！', '，', ',', '\n', '？'], Math.Max(0, end - 1)) + 1;
        var asked = question[start..end].Trim();
        asked = asked.Replace('您', '你');
        var you = asked.IndexOf('你', StringComparison.Ordinal);
        if (you < 0)
        {
            return OfThing(asked, text);
        }

        asked = asked[you..].Replace("你们", "我们", StringComparison.Ordinal).Replace('你', '我');
        foreach (var (place, form) in Places)
        {
            var at = asked.IndexOf(place, StringComparison.Ordinal);
            if (at >= 0)
            {
                return ChineseWords.StartOf(text, ["不", "没"]).Length > 0 ? null : string.Concat(asked.AsSpan(0, at), string.Format(null, form, text), asked.AsSpan(at + place.Length).TrimEnd('呢'));
            }
        }

        // "想要靠窗还是靠走道的座位？", "靠窗的。"
        if (asked.Contains("还是", StringComparison.Ordinal) && asked.Contains(text.TrimEnd('的'), StringComparison.Ordinal) && text.Length > 1)
        {
            return "我选择了" + text;
        }

        if (!asked.EndsWith('吗'))
        {
            return null;
        }

        var statement = asked[..^1];
        return text is "是" or "是的" or "对" or "对的" or "嗯" or "有" or "喜欢" or "会" or "没错" or "当然" ? statement
            : text is "不是" or "不喜欢" or "没有" or "不会" or "不吃" or "不喝" && statement.Contains(text[1..], StringComparison.Ordinal) ? statement.Replace(text[1..], text, StringComparison.Ordinal)
            : null;
    }
}
