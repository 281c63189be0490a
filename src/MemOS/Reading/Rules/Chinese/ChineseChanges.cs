using System.Text.RegularExpressions;

namespace MemOS.Reading.Rules.Chinese;

/// <summary>Finds what a Chinese clause says is over or called off: "取消了去日本的旅行", "把车卖了".</summary>
internal static partial class ChineseChanges
{
    // What is over comes before these ("健身卡退了"), behind them ("取消了旅行"), or behind 把 ("把车卖了").
    private static readonly string[] Endings =
    [
        "取消了", "取消", "放弃了", "放弃", "辞掉了", "辞去了", "卖掉了", "卖了", "戒掉了", "戒了", "辞了", "离职了", "不去了", "不做了", "不干了", "黄了", "泡汤了", "关门了", "倒闭了", "分手了", "扔了", "停了", "没报上", "退了", "退掉了", "退订了", "停掉了", "成了废纸", "辞退了", "彻底戒", "关掉了", "拆了", "拔掉了", "搬走了", "别再喝", "别再吃", "别喝", "别吃", "别抽", "不让我喝", "不让我吃", "不让我抽", "不再", "推迟了", "推迟", "改期",
        "送给", "送人了", "送走了", "送了人", "转手了", "转让了", "出手", "报废了", "丢了", "注销了", "销户了", "关了", "没续费", "不续费了", "没续", "到期了", "不续了", "不养了", "不练了", "不学了", "不用了", "不要了", "不开了", "不弹了", "不跑了", "不打了", "吹了", "作罢", "解散了", "搬出了", "搬出", "搬离", "卸载了", "卸了", "看完了", "读完了", "追完了", "学完了", "听腻了", "吃腻了", "喝腻了", "玩腻了",
    ];

    /// <summary>Words for the moving of what is set for a time.</summary>
    public static readonly string[] Moves = ["改到", "改在", "改至", "推迟", "提前", "改成", "改为", "延期", "延到", "延后", "顺延", "挪到", "挪去", "挪至", "移到", "调到", "调整到", "换到", "宽限", "拖到", "推到", "定在", "约在", "改约", "改签到", "改签"];

    private static readonly string[] Signs =
    [
        "现在", "换了", "换成", "换到", "换回", "换个", "改成", "改为", "改到", "改在", "改约", "改期", "入职", "转到", "转做", "转岗", "转行", "改行", "变成", "涨到", "涨成", "涨了", "降到", "降了", "降成", "减到", "跌到", "加到", "升到", "增加到", "缩短到", "调到", "调整到", "搬", "不再", "其实", "已经", "升职", "升为", "搬到", "搬去", "跳槽", "新",
        "改喝", "改吃", "改用", "改骑", "改坐", "改学", "改练", "改报", "改走", "改住", "改穿", "改听", "改看", "改玩", "挪到", "挪去", "移到", "迁到", "迁移到", "宽限", "延到", "延期", "顺延", "推迟到", "提前到", "推到", "拖到", "如今", "这下", "改主意", "最后定", "最后选", "最后还是", "最终", "重新", "报到", "销户", "换号",
    ];

    private static readonly System.Buffers.SearchValues<char> Marks = System.Buffers.SearchValues.Create("了的吧啦(（到");

    // "Running" and "to run" are told with and without the noun that fills up the verb.
    private static readonly (string Doing, string Verb)[] Doings = [("跑步", "跑"), ("抽烟", "烟"), ("吸烟", "烟"), ("喝酒", "酒"), ("钓鱼", "钓"), ("爬山", "爬"), ("健身", "健身"), ("骑车", "骑"), ("打游戏", "游戏")];

    /// <summary>The words for what is over; <see langword="null"/> when nothing is.</summary>
    public static string? Ends(string clause)
    {
        if (clause.Contains("毕业了", StringComparison.Ordinal))
        {
            return "读书";
        }

        if (Born().IsMatch(clause))
        {
            return "怀孕";
        }

        if (ChineseAttributes.Quit().Match(clause) is { Success: true } quit)
        {
            return quit.Groups["value"].Value;
        }

        // "不考研了": what is no longer done.
        if (NoMore().Match(clause) is { Success: true } over)
        {
            return over.Groups["doing"].Value;
        }

        // "烟也不抽了": what it is about stands first.
        if (Given().Match(clause) is { Success: true } given && ChineseWords.StartOf(given.Groups["doing"].Value, ChineseWords.Kin).Length == 0)
        {
            return given.Groups["doing"].Value;
        }

        // "大黄上个月走了", "王姐退休了": whom one has lost.
        if (!clause.StartsWith("我的", StringComparison.Ordinal) && Gone().Match(clause) is { Success: true } gone)
        {
            return gone.Groups["who"].Value;
        }

        // "换了一台华为手机": the thing is the last word, and the old one is gone.
        if (clause.IndexOf("换了", StringComparison.Ordinal) is >= 0 and var swapped && !ForAnother().IsMatch(clause) && clause[(swapped + 2)..].TrimEnd('了') is { Length: > 3 } swap)
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
            var thing = hold >= 0 ? before[(hold + 1)..] : clause[(at + ending.Length)..].Trim('了', '吧', '啊', '呀', '啦');
            thing = thing.Length == 0 ? before : thing;
            var stop = thing.AsSpan().IndexOfAny(Marks);
            thing = WithoutTime(stop > 1 ? thing[..stop] : thing).Trim('我', '们', '的', '了', '已', '经', '都', '和', '跟', ':', '给', '全', '也', '早', '就', '是', '这', '那');
            thing = Quantity().Match(thing) is { Success: true, Index: > 1 } quantity ? thing[..quantity.Index] : thing;
            thing = Array.Find(Doings, doing => thing == doing.Doing).Verb ?? thing;
            return thing.Length is > 0 and < 12 ? thing : null;
        }

        return null;
    }

    // "我们女儿出生了", "老婆生了个儿子": nobody is expected any more.
    [GeneratedRegex("(?:^|我们?的?|我家|老婆|媳妇)(?:女儿|儿子|闺女|宝宝|孩子|老二|老大|双胞胎)[^，。]{0,6}(?:出生了|生下来了|落地了)|(?:我|老婆|媳妇|妻子|太太)[^，。]{0,8}生了(?:个|一个|对|一对)?(?:女儿|儿子|闺女|宝宝|男孩|女孩|双胞胎|大胖小子)|(?:顺利)?卸货了")]
    private static partial Regex Born();

    // "便利店上礼拜辞了": when it was is no part of the thing.
    private static string WithoutTime(string thing)
    {
        foreach (var time in (ReadOnlySpan<string>)["彻底", "终于", "上礼拜", "上星期", "上周", "上个月", "这周", "这个月", "昨天", "前天", "今天", "刚刚", "去年", "今年", "已经", "最近", "现在", "后来"])
        {
            thing = thing.Replace(time, "", StringComparison.Ordinal);
        }

        return thing;
    }

    [GeneratedRegex("^(?:我:|我家的?)?(?<who>[^我你他她谁人，:]{2,4}?)(?:在?(?:上|前|去|昨|今|这)[一-鿿]{1,4}?)?(?:(?:休?产假|休假|生病|手术|毕业|退休)后)?(?:已经|突然)?(?:飞走了|去世了|过世了|走丢了|跑丢了|走了|没了|退休了|离职了|辞职了|调走了|回国了)$")]
    private static partial Regex Gone();

    [GeneratedRegex("^(?:我:?|我们|我的(?:女儿|儿子|闺女|孩子|妹妹|弟弟|老婆|老公|猫|狗)(?![今明昨这下上周])[\u4E00-\u9FFF]{0,3}?)?(?:现在|已经|终于|后来|最近|以后)?(?:再也)?不(?:再)?(?!了|行|好|说|聊|多|早|知道|打扰|想|能|会|是|同|够|对|在|客气|得|见|要|用了)(?<doing>[一-鿿]{2,5})了$")]
    private static partial Regex NoMore();

    [GeneratedRegex("^(?:我:?)?(?![今明昨晚早周这那现最以大])(?<doing>[^我你他她谁人们不没，:]{1,6}?)(?:也|都|早就|已经|现在|再也)+不(?:再)?(?:抽|喝|吃|学|练|弹|用|养|打|跑|追|订)了$")]
    private static partial Regex Given();

    // "给我妈换了手机": of another's the speaker keeps their own.
    [GeneratedRegex("[给帮替][^，]{1,5}换了")]
    private static partial Regex ForAnother();

    // "飞度五万三出手": for how much is no part of the thing.
    [GeneratedRegex("[0-9一二三四五六七八九十百千万]{2,}.*$")]
    private static partial Regex Quantity();

    /// <summary>Whether a clause says by its words that something is otherwise than before.</summary>
    public static bool IsChange(string clause) => NamesChange(clause) || NewState().IsMatch(clause);

    /// <summary>Whether it says so in so many words, and not by its tense alone.</summary>
    public static bool NamesChange(string clause) => ChineseWords.HoldsAny(clause, Signs) || Swapped().IsMatch(clause) || Risen().IsMatch(clause);

    // At the end of its sentence 了 tells a state that is new; that something is finished, has come or is too much is none.
    [GeneratedRegex("^(?!.*(?:太|好久|该|快|要|可以|昨天|前天|今天|刚)).{3,}(?<![完到过好行够死极坏饿累困多])了$")]
    private static partial Regex NewState();

    // "宽带换移动了".
    [GeneratedRegex("换(?!句话|个?话题|药|季|位思考)[^，]{1,8}了$")]
    private static partial Regex Swapped();

    // "电费飙到五百", "班上四十七个了".
    [GeneratedRegex("(?:涨|降|升|飙|跌|减|加|掉|长|瘦|胖|缩|扩|提|砍|放宽|缩短|压缩|拉长)(?:到|成|至)|(?:[0-9]|[一二三四五六七八九十百千万两])[只个箱台辆人次斤码层杯瓶片颗页字桌件条本头亩位名套间股岁]?.{0,2}了$")]
    private static partial Regex Risen();
}
