using System.Text.RegularExpressions;

namespace MemOS.Consolidation;

/// <summary>Domains of life in which one thing at a time is so, and the Chinese words by which what is so there, and news of it, are told.</summary>
/// <remarks>
/// "搬家了" and "我住城南" share no word, nor do "开了家花店" and "我在银行上班". Only domains in which people have one thing at a time are
/// told of here: sports, drinks and tastes stand beside each other unless the words say "instead".
/// </remarks>
internal static partial class ChineseDomains
{
    private static readonly (Regex Before, Regex Now)[] Table =
    [
        (Work(), WorkNews()), (Home(), HomeNews()), (Commute(), Commute()), (Phone(), PhoneNews()), (Computer(), ComputerNews()),
        (Sport(), SportNews()), (Rising(), Rising()), (Sleeping(), Sleeping()), (Opening(), Opening()), (Shopping(), ShoppingNews()), (Couple(), CoupleNews()),
    ];

    /// <summary>Whether a later statement tells news of the domain that the earlier one is of.</summary>
    /// <param name="now">The words of the later one.</param>
    /// <param name="before">The words of the earlier one.</param>
    public static bool IsNewsOf(string now, string before) =>
        !Addition().IsMatch(now) && Array.Exists(Table, domain => domain.Before.IsMatch(before) && domain.Now.IsMatch(now));

    [GeneratedRegex("也|还(?!是)|又|另|偶尔|同时|除了|兼|第二|打算|想|准备|要是|周末")]
    private static partial Regex Addition();

    [GeneratedRegex("在[^，]{2,12}(?:上班|工作|打工|任职|当|做|干|教书?|开车|实习)|(?:当|做)[^，]{1,6}[员师工生长理]|送(?:外卖|快递)|跑(?:外卖|滴滴|运输|网约车)|开(?:出租|网约车|店)|摆摊|待业|没工作|找工作")]
    private static partial Regex Work();

    [GeneratedRegex("退休了|被裁|失业了|下岗了|(?:辞|离)职了|入职了|创业|自己干|自己当老板|开了[家间个][^，]{0,6}[店馆厅坊吧所室公司]|(?:改|去|在|转)?(?:送(?:外卖|快递)|跑(?:外卖|滴滴|网约车))|转行|自由职业|跳槽|报到|(?:现在|如今)在[^，]{2,10}(?:上班|工作|打工|当|做|干)")]
    private static partial Regex WorkNews();

    [GeneratedRegex("住(?!院|校长|宿费)|租(?:的|了)?[^，]{0,4}(?:房|室|单间)|合租|家在")]
    private static partial Regex Home();

    [GeneratedRegex("搬(?:家|出|到|来|去|进|回|走)|住(?:进|到|回|上)了?|退租|回(?:老家|国)(?:了|住|定居|发展)|(?:新房|新家)(?:住|在|是)")]
    private static partial Regex HomeNews();

    [GeneratedRegex("(?:地铁|公交|单车|自行车|电动车|电瓶车|摩托|班车|拼车|打车|开车|骑车|走路|步行|高铁).{0,6}(?:上下?班|上学|去公司|去学校|去单位|通勤|接送)|(?:上下?班|上学|通勤|接送).{0,6}(?:地铁|公交|单车|自行车|电动车|电瓶车|摩托|班车|拼车|打车|开车|骑车|走路|步行)")]
    private static partial Regex Commute();

    [GeneratedRegex("手机(?:是|用|还是)|用[^，]{0,6}(?:手机|iPhone|安卓|苹果|小米|华为)")]
    private static partial Regex Phone();

    [GeneratedRegex("(?:换|入手|买)了?[^，]{0,6}(?:手机|iPhone|小米|华为|荣耀|三星|OPPO|vivo)")]
    private static partial Regex PhoneNews();

    [GeneratedRegex("(?:电脑|笔记本)(?:是|用)|用[^，]{0,6}(?:电脑|笔记本|MacBook|ThinkPad)")]
    private static partial Regex Computer();

    [GeneratedRegex("(?:换|入手|买)了?[^，]{0,6}(?:电脑|笔记本|MacBook|ThinkPad|iMac)")]
    private static partial Regex ComputerNews();

    private const string Sports = "跑步|晨跑|夜跑|慢跑|跑[一圈]|游泳|健身|瑜伽|羽毛球|篮球|足球|乒乓|网球|爬山|登山|骑行|跳绳|跳舞|太极|广场舞|普拉提|撸铁|快走|散步|拳击|滑板";

    [GeneratedRegex("(?:每|天天|经常|一直|平时|常|坚持|习惯).*(?:" + Sports + ")")]
    private static partial Regex Sport();

    [GeneratedRegex("(?:改|换|现在只|现在都|都泡|只能).{0,6}(?:" + Sports + ")")]
    private static partial Regex SportNews();

    [GeneratedRegex("[0-9一二三四五六七八九十两]点(?:半|多|[一二三四五]?十?分)?.{0,4}(?:起床|就?起(?:来|$|了)|醒)")]
    private static partial Regex Rising();

    [GeneratedRegex("[0-9一二三四五六七八九十两]点(?:半|多|[一二三四五]?十?分)?.{0,4}(?:睡|上床|躺下)")]
    private static partial Regex Sleeping();

    [GeneratedRegex("[0-9一二三四五六七八九十两]点(?:半|多|[一二三四五]?十?分)?.{0,4}(?:开门|营业|开店|开张)")]
    private static partial Regex Opening();

    [GeneratedRegex("(?:买菜|买水果|采购|囤货)")]
    private static partial Regex Shopping();

    [GeneratedRegex("(?:现在|最近|改|都).{0,8}(?:下单|买菜|采购|送菜)")]
    private static partial Regex ShoppingNews();

    [GeneratedRegex("(?:男|女)(?:朋)?友|对象|未婚[夫妻]|在一起|谈恋爱|单身")]
    private static partial Regex Couple();

    [GeneratedRegex("分手|分了$|掰了|吹了|散了|领证|结婚了|订婚了|脱单|离婚")]
    private static partial Regex CoupleNews();
}
