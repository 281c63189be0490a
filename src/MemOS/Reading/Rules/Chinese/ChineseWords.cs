namespace MemOS.Reading.Rules.Chinese;

/// <summary>Chinese words that the rules know, as data.</summary>
internal static class ChineseWords
{
    /// <summary>Family, friends and pets, which may follow "我" without "的".</summary>
    public static readonly string[] Kin =
    [
        "妈妈", "爸爸", "母亲", "父亲", "妹妹", "弟弟", "姐姐", "哥哥", "老婆", "妻子", "丈夫", "老公", "太太", "先生", "女儿", "儿子", "闺女", "孩子", "岳父", "岳母", "公公", "婆婆", "孙子", "孙女", "老妈", "老爸", "家人", "父母", "爸妈", "奶奶", "爷爷", "外婆", "外公", "姥姥", "姥爷", "叔叔", "阿姨", "舅舅", "姑姑",
        "表哥", "表姐", "表弟", "表妹", "堂哥", "堂弟", "男朋友", "女朋友", "男友", "女友", "室友", "同事", "老板", "朋友", "闺蜜", "同学", "老师", "医生", "邻居", "家", "公司", "学校", "狗", "猫", "妈", "爸", "妹", "弟", "姐", "哥", "老大", "老二", "老三", "外甥", "侄子", "侄女", "对象", "媳妇",
    ];

    /// <summary>Words that look like a name behind a relative, and are none: 女儿天天练琴, 儿子叫外卖.</summary>
    public static readonly System.Collections.Frozen.FrozenSet<string> NoNames = System.Collections.Frozen.FrozenSet.ToFrozenSet(
        ["天天", "刚刚", "常常", "渐渐", "慢慢", "偏偏", "默默", "悄悄", "往往", "仅仅", "统统", "谢谢", "拜拜", "偷偷", "久久", "恰恰", "好好", "早早", "远远", "每每", "时时", "处处", "人人", "年年", "月月", "日日", "看看", "试试", "想想", "爸爸", "妈妈", "哥哥", "姐姐", "弟弟", "妹妹", "爷爷", "奶奶", "外卖", "快递", "滴滴", "救命"], StringComparer.Ordinal);

    /// <summary>Sons and daughters.</summary>
    public static readonly string[] Children = ["女儿", "儿子", "闺女", "宝宝", "孩子", "老大", "老二", "双胞胎"];

    /// <summary>Things that take place at a time.</summary>
    public static readonly string[] Occasions = ["会议", "例会", "周会", "开会时间", "航班", "飞机", "火车", "面试", "考试", "婚礼", "聚会", "约会", "截止日期", "截止时间", "演出", "比赛", "手术", "复诊", "预约", "生日", "发布会", "培训", "课程"];

    /// <summary>Words that may open a clause and say nothing.</summary>
    public static readonly string[] Openers =
    [
        "你好", "您好", "大家好", "嗨", "哈喽", "对了", "其实", "那么", "那", "嗯", "哦", "啊", "哈哈", "好的", "好", "另外", "还有", "而且", "但是", "但", "不过", "所以", "因为", "然后", "顺便说一下", "顺便", "说实话", "老实说", "总之", "也就是说", "是的", "对", "没错", "谢谢",
        "我觉得", "我想说", "告诉你", "跟你说", "记住", "请记住", "请注意", "更新一下", "虽然", "由于", "最后", "首先", "并且", "同时", "更正", "抱歉", "不好意思", "不对", "不是的", "不",
    ];

    private static readonly string[] Asking = ["吗", "什么", "怎么", "怎样", "为什么", "哪里", "哪儿", "哪个", "哪些", "谁", "多少", "几点", "几个", "是不是", "能不能", "可不可以", "有没有", "会不会", "好不好", "行不行", "如何"];

    // Asking words that tell: "没什么兴趣", "不怎么爱吃".
    private static readonly string[] Telling = ["没什么", "没有什么", "不怎么"];

    /// <summary>What is not meant as it stands, up to the end of the sentence.</summary>
    public static readonly string[] Suppositions = ["如果", "假如", "要是", "假设", "倘若", "万一", "假装", "想象", "设想", "比如说我", "要不是", "我希望我", "我梦见", "我差点", "恨不得", "多希望"];

    /// <summary>A task that makes something up or works on a text: the rest of the message is its matter.</summary>
    public static readonly string[] Tasks = ["写一", "写个", "写篇", "写首", "讲一个", "讲个", "编一个", "编个", "翻译", "改写", "润色", "总结一下", "续写", "角色扮演", "扮演", "模拟", "帮我写", "帮我改", "校对", "缩写", "扩写", "创作", "以下内容", "下面这段"];

    /// <summary>People of a story.</summary>
    public static readonly string[] Characters = ["主角", "男主", "女主", "主人公", "反派", "人设", "书里的", "剧里的"];

    /// <summary>Make-believe that goes on in the next messages.</summary>
    public static readonly string[] Games = ["角色扮演", "扮演", "我们来玩", "假装你是"];

    public static readonly string[] Sarcasm = ["可真会挑", "可真会选", "真会挑时候", "呵呵", "真是太棒了呢", "真是谢谢你哦", "可真行", "我可太喜欢", "真是太好了呢", "我真是太爱", "开玩笑的", "反话", "说反话", "谁不喜欢", "我可太爱", "才怪", "可真是太"];

    /// <summary>Words of others.</summary>
    public static readonly string[] Reports = ["他说", "她说", "他们说", "有人说", "说过", "据说", "听说", "常说", "告诉我", "说我", "写道", "书上说", "网上说", "说：", "说:", "问我", "觉得我", "让我", "叫我去", "要我"];

    /// <summary>A doctor's orders, which are followed until others are told.</summary>
    public static readonly string[] Orders = ["医生让我", "医生叫我", "医生要我", "大夫让我", "大夫叫我", "大夫要我", "医生不让我", "大夫不让我"];

    /// <summary>Clauses of the speaker's that say nothing to remember.</summary>
    public static readonly string[] EmptyTalk =
    [
        "我知道", "我明白", "我懂", "我同意", "我想知道", "我想问", "我想请", "我想了解", "我需要帮", "我需要你", "我有个问题", "我有一个问题", "我在找", "我想找", "我也是", "我没事", "我来看看", "我看看", "我试试", "我会试", "我觉得不错", "我觉得很", "我觉得可以", "我不知道", "我不确定", "我不太确定",
        "我想让你", "我要你", "我希望你", "我先走", "我在想", "我期待", "我感谢", "我很高兴", "我明天再", "我理解", "我猜", "我的意思", "我是说", "我改主意", "我等", "我去看看", "我的代码", "我这段代码", "我写了一个函数", "我遇到了一个错误", "我遇到一个", "我报错", "我看错", "我记错", "我说错", "我弄错", "我搞错", "我打错", "我写错",
    ];

    private static readonly System.Buffers.SearchValues<char> Requests = System.Buffers.SearchValues.Create("你帮给替请让");

    /// <summary>Whether a clause gives a task that makes something up or works on a text; "我在出版社做校对" tells of one's own work.</summary>
    public static bool IsTask(string clause)
    {
        foreach (var task in Tasks)
        {
            var at = clause.IndexOf(task, StringComparison.Ordinal);
            if (at >= 0 && !(clause[..at] is var before && before.Contains('我', StringComparison.Ordinal) && before.AsSpan().IndexOfAny(Requests) < 0))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Family who need no "我的" where somebody speaks to an assistant.</summary>
    public static readonly string[] Family =
    [
        "妈妈", "爸爸", "母亲", "父亲", "妹妹", "弟弟", "姐姐", "哥哥", "老婆", "妻子", "丈夫", "老公", "女儿", "儿子", "闺女", "孩子", "父母", "爸妈", "奶奶", "爷爷", "外婆", "外公", "姥姥", "姥爷", "男朋友", "女朋友", "男友", "女友", "室友", "岳父", "岳母", "公公", "婆婆", "孙子", "孙女", "老妈", "老爸", "老大", "老二", "老三", "外甥", "侄子", "侄女", "对象", "媳妇",
    ];

    /// <summary>What one does at a time that is set.</summary>
    public static readonly string[] Doings = ["跟", "和", "与", "去", "见", "会", "约", "飞", "考", "面试", "看", "到", "回", "参加", "出差", "上课", "体检", "复查", "复诊", "交", "搬", "签", "吃饭", "聚", "送", "接", "办", "拔", "做", "打", "拿", "取", "陪", "值班", "加班", "请假", "出发", "入职", "答辩", "相亲", "结婚"];

    /// <summary>What a day brings without anybody's doing.</summary>
    public static readonly string[] Weather = ["下雨", "下雪", "降温", "天气", "气温", "台风", "晴", "多云", "刮风"];

    public static bool IsQuestion(string clause) => Array.Exists(Asking, word => clause.Contains(word, StringComparison.Ordinal)) && !HoldsAny(clause, Telling) && !clause.Contains("什么都", StringComparison.Ordinal);

    public static bool HoldsAny(string text, string[] words) => Array.Exists(words, word => text.Contains(word, StringComparison.Ordinal));

    /// <summary>The longest of the words that a text begins with; empty when there is none.</summary>
    public static string StartOf(string text, string[] words)
    {
        var longest = "";
        foreach (var word in words)
        {
            if (word.Length > longest.Length && text.StartsWith(word, StringComparison.Ordinal))
            {
                longest = word;
            }
        }

        return longest;
    }

    /// <summary>A clause in the third person: the speaker by name for "我".</summary>
    /// <param name="text">The clause.</param>
    /// <param name="name">The speaker.</param>
    public static string InThirdPerson(string text, string name) => text
        .Replace("我们的", name + "的", StringComparison.Ordinal)
        .Replace("我们", name, StringComparison.Ordinal)
        .Replace("咱们", name, StringComparison.Ordinal)
        .Replace("我自己", name, StringComparison.Ordinal)
        .Replace("我", name, StringComparison.Ordinal);
}
