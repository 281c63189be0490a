using System.Text.RegularExpressions;

namespace MemOS.Reading.Rules.Chinese;

/// <summary>Attributes that a Chinese clause fills in ways that need more than a word before the value: "搬来合肥快一个月了", "做仓库主管".</summary>
/// <remarks>
/// Most of them have one value at a time, so that a later one ends the earlier. Values that mean the same are told in one word
/// ("分手" and "单身"), lest one ends the other.
/// </remarks>
internal static partial class ChineseAttributes
{
    // What somebody is by trade ends in one of these; members of a party or a club do as well, and are no trade.
    private const string Trade =
        "(?!会员|成员|党员|团员|队员|学员|人员|动员|球员|演员表)(?:主管|经理|总监|店长|组长|队长|班长|科长|处长|部长|校长|院长|厂长|社长|主任|总裁|副总|助理|秘书|客服|会计|出纳|护士|医生|老师|教师|律师|司机|厨子|主厨|大厨|编辑|编剧|记者|导游|导演|保安|保姆|月嫂|前台|分拣|快递|外卖|骑手|顾问|教练|学徒|翻译|文员|裁缝|木匠|电工|焊工|钳工|[一-鿿](?:师|员|工))";

    private static readonly (string Slot, MemoryKind Kind, Regex Words, string? Value)[] Table =
    [
        ("phone", MemoryKind.Profile, Phone(), null),
        ("address", MemoryKind.Profile, Address(), null),
        ("diet", MemoryKind.Preference, EatsMeat(), "吃肉"),
        ("relationship", MemoryKind.Profile, Single(), "单身"),
        ("relationship", MemoryKind.Profile, Married(), "结婚"),
        ("relationship", MemoryKind.Profile, Divorced(), "离婚"),
        ("relationship", MemoryKind.Profile, Dating(), "恋爱"),
        ("stage", MemoryKind.Profile, Stage(), null),
        ("age", MemoryKind.Profile, Age(), null),
        ("car", MemoryKind.Profile, Car(), null),
        ("car", MemoryKind.Profile, Drives(), null),
        ("job", MemoryKind.Profile, Job(), null),
        ("job", MemoryKind.Profile, Promoted(), null),
        ("school", MemoryKind.Profile, School(), null),
        ("department", MemoryKind.Profile, Department(), null),
        ("employer", MemoryKind.Profile, Employer(), null),
        ("employer", MemoryKind.Profile, Transferred(), null),
        ("home", MemoryKind.Profile, Home(), null),
    ];

    // "去公司上班" tells nothing of which company, and "去了那边" nothing of where.
    private static readonly string[] Nowhere = ["公司", "单位", "店里", "学校", "办公室", "现场", "这里", "那里", "外地", "国外", "老家", "外面", "这边", "那边", "家里", "点", "时候", "今天", "明天", "现在"];

    /// <summary>The attribute with its value; <see langword="null"/> when the words fill none.</summary>
    public static (ChineseRule Rule, string Value)? Match(string clause)
    {
        if (Taste(clause) is { } taste)
        {
            return taste;
        }

        foreach (var (slot, kind, words, fixedValue) in Table)
        {
            if (words.Match(clause) is not { Success: true } match)
            {
                continue;
            }

            var value = fixedValue ?? Around().Replace(match.Groups["value"].Value.Trim(), "");
            if (value.Length > 0 && (slot is not ("employer" or "home") || !(Array.Exists(Nowhere, value.EndsWith) || Hours().IsMatch(value) || Elsewhere().IsMatch(clause))))
            {
                return (new(kind, slot, slot == "diet" ? Polarity.Positive : Polarity.None, match.Value, ""), value);
            }
        }

        return null;
    }

    /// <summary>Whether words tell of a place that is no home.</summary>
    public static bool IsElsewhere(string clause) => Elsewhere().IsMatch(clause);

    // What is carried to another place, wished for, or so at weekends, in one season or in one's youth, is no home.
    [GeneratedRegex("把.{1,10}搬|公司.{0,4}搬|^(?:我们?)?的?(?:公司|单位|办公室|学校|门店|工厂|总部|部门|同事|邻居|老板)[^和跟一]{0,8}搬|想(?:要)?(?:住|搬)|希望|周末|夏天|冬天|小时候|以前|曾经|暂时|出差")]
    private static partial Regex Elsewhere();

    // "扫地机器人真香": what is thought of a thing; and what one's body bears.
    private static (ChineseRule Rule, string Value)? Taste(string clause)
    {
        if (Bears().Match(clause) is { Success: true } bears)
        {
            return (new(MemoryKind.Profile, "likes", Polarity.Positive, bears.Value, "不过敏"), bears.Groups["value"].Value);
        }

        if (ChineseHealth.Found(clause) is { } illness)
        {
            return (new(MemoryKind.Profile, "", Polarity.None, clause, ""), illness);
        }

        if (Dearest().Match(clause) is { Success: true } dearest)
        {
            return (new(MemoryKind.Preference, "likes", Polarity.Positive, dearest.Value, ""), dearest.Groups["value"].Value);
        }

        if (Allergic().Match(clause) is { Success: true } allergic)
        {
            return (new(MemoryKind.Profile, "likes", Polarity.Negative, allergic.Value, "过敏"), allergic.Groups["value"].Value);
        }

        if (Favorite().Match(clause) is { Success: true } favorite)
        {
            return (new(MemoryKind.Preference, "favorite", Polarity.Positive, favorite.Groups["what"].Value, ""), favorite.Groups["value"].Value);
        }

        if (Quit().Match(clause) is { Success: true } quit)
        {
            return (new(MemoryKind.Preference, "likes", Polarity.Negative, quit.Value, ""), quit.Groups["value"].Value);
        }

        if (Opinion().Match(clause) is { Success: true } opinion)
        {
            return (new(MemoryKind.Preference, "likes", opinion.Groups["good"].Success ? Polarity.Positive : Polarity.Negative, opinion.Value, ""), opinion.Groups["value"].Value);
        }

        return null;
    }

    // "苏州吴江这边", "合肥一带".
    [GeneratedRegex("(?:这边|那边|附近|一带|里面?)$")]
    private static partial Regex Around();

    // "周一到周五上班": when one works is no place.
    [GeneratedRegex("周[一二三四五六日末]|点|月|[早晚]上|中午|半夜")]
    private static partial Regex Hours();

    /// <summary>Whether a clause tells what is thought of a thing.</summary>
    public static bool IsOpinion(string clause) => Opinion().IsMatch(clause);

    [GeneratedRegex("(?:手机|电话|号码|联系|微信|新号).{0,8}?(?<value>(?<!\\d)1\\d{10})(?!\\d)")]
    private static partial Regex Phone();

    [GeneratedRegex("地址(?:已经|现在)?(?:是|在|改成了?|换成了?|改为|变成了?|更新为|换到了?|[:：])(?<value>.{3,30})$")]
    private static partial Regex Address();

    [GeneratedRegex("(?:又|开始|恢复|重新|能)(?:可以|能)?吃(?:上|起|点|些)?(?:了)?(?:肉|荤|牛肉|猪肉|羊肉|鸡肉|鱼肉|鱼)|开荤|不(?:再)?吃素|不(?:再)?素食")]
    private static partial Regex EatsMeat();

    [GeneratedRegex("(?:我|现在|目前|还是|又|恢复|已经|一直)单身|^单身|(?:我|我们|我俩)(?:[和跟与](?!.*(?:房东|公司|平台)).{1,8})?(?:已经|最近|上周|上个月|刚)?(?:分手|分了|掰了)(?:$|了)")]
    private static partial Regex Single();

    [GeneratedRegex("(?:我|我们|我俩|和.{1,6}|跟.{1,6})(?:.{0,6})(?:领证了|领了证|领了结婚证|登记结婚|结婚了|成家了|已婚)|^(?:领证了|已婚)")]
    private static partial Regex Married();

    [GeneratedRegex("(?:我|我们|我俩|和.{1,6}|跟.{1,6}|现在)(?:.{0,6})(?:离婚了|离了婚|离异|办了离婚)")]
    private static partial Regex Divorced();

    [GeneratedRegex("[和跟与].{1,10}(?:在一起|谈恋爱|交往|复合)|(?:我|现在)(?:有|交了|谈了)(?:个|一个)?(?:新)?(?:男朋友|女朋友|对象|男友|女友)")]
    private static partial Regex Dating();

    [GeneratedRegex("(?:上|读|念|升|是|在读|进|今年|我:|^)(?:了|入|到)?(?<value>(?:小学)?[一二三四五六]年级|高[一二三]|初[一二三]|大[一二三四]|研[一二三]|博[一二三]|幼儿园[小中大]班)(?:$|了|的|下|上|学)")]
    private static partial Regex Stage();

    [GeneratedRegex("(?:刚满|满|年满|到了)(?<value>[0-9一二三四五六七八九十百]+)(?:周)?岁(?!以)|^我:?(?:今年|虚岁|周岁)(?:都|已经|刚|就|是)?(?<value>[0-9]{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?)(?:了|啦|$)")]
    private static partial Regex Age();

    [GeneratedRegex("(?<!(?:想|打算|准备|计划|要).{0,4})(?:开|提|买|换)(?:的是|着|了|上)?(?:[一]?[辆]|(?<=[开提](?:着|了)?)台)(?:新|旧|老|二手|白色的?|黑色的?|的)*(?!.*(?:自行车|电动车|摩托|童车|婴儿车))(?<value>[^\\s，。的了]{2,10})(?:$|了|上班|接送|代步)")]
    private static partial Regex Car();

    private const string Makes = "比亚迪|特斯拉|蔚来|理想|小鹏|问界|极氪|吉利|长安|长城|哈弗|奇瑞|五菱|大众|丰田|本田|日产|马自达|现代|起亚|别克|雪佛兰|福特|宝马|奔驰|奥迪|沃尔沃|凯迪拉克|雷克萨斯|保时捷|斯柯达|标致|雪铁龙|红旗|传祺|荣威|领克|零跑|哪吒";

    // "我的车是大众朗逸", "我现在开比亚迪秦": behind the bare verb only a make tells a car.
    [GeneratedRegex("^我:?的车(?:子)?(?:现在)?是(?:一?辆)?(?<value>[^\\s，。的了]{2,10})$|^我:?(?:现在|如今|目前)?开的(?:车)?是(?:一?辆)?(?<value>[^\\s，。的了]{2,10})$|^我:?(?:现在|如今|目前)?开(?:着)?(?<value>(?:" + Makes + ")[^\\s，。的了]{0,8})$")]
    private static partial Regex Drives();

    [GeneratedRegex("(?:^我|^我:|^我的[一-鿿]{1,3}|现在)是(?!我|你|他|她|的)(?:一?[名个位])?(?<value>[一-鿿]{0,6}?" + Trade + ")$|(?:做|当|干|任|担任|当上|升为|升任|升到|升成|升|转做|改做|改行做|转行做|提为|提成)(?:了|上|起)?(?:一?[名个位])?(?<value>[一-鿿-[当做考]]{0,6}?" + Trade + ")(?:了|的|工作)?$")]
    private static partial Regex Job();

    // "升机长了", "刚升了科长".
    [GeneratedRegex("^(?:我们?:?)?[^没不想要能会希盼，]{0,8}?升(?:任|为|成|上|到)?(?:了)?(?<value>[一-鿿]{0,4}(?:长|经理|主管|总监|主任|教授|师傅|合伙人|主编|代表))(?:了|啦|$)")]
    private static partial Regex Promoted();

    // "调到市人社局了".
    [GeneratedRegex("^(?:我们?:?)?[^没不想要能会希盼，]{0,8}?(?:调到|调去|调入|借调到|分配到)(?:了)?(?<value>[一-鿿]{1,10}(?:局|公司|医院|学校|中学|小学|大学|研究所|厂|所|中心|银行|集团|分行|支行|法院|检察院|机场|事务所))(?:了|工作|上班|$)")]
    private static partial Regex Transferred();

    [GeneratedRegex("(?:到|去|转到|转学去|考上|考进|进|在)(?:了)?(?<value>(?!了)[一-鿿]{2,10}?(?:大学|学院|中学|小学|高中|附中))(?:报到|读书|上学|读研|读博|念书|了|$)")]
    private static partial Regex School();

    [GeneratedRegex("(?:到|去|进|跳槽到|跳槽去|跳到|跳去)(?:了)?(?<value>[^\\s，。了]{2,12}?)(?:那边|这边)?(?:报到|任职|实习|入职|上班|工作)(?:了|$)|在(?<value>(?!家|一?家|外面)[^\\s，。了]{2,10}?)(?:打工|实习|干活|干(?:了|$))|(?:跳槽到|跳槽去|跳到|跳去|入职)(?:了)?(?<value>[^\\s，。了]{2,12})")]
    private static partial Regex Employer();

    [GeneratedRegex("(?:在|到|去|进|回|调入|转入)(?:了)?(?:公司|单位|我们)?(?:的)?(?<value>(?!在)[一-鿿]{2,5}部)(?:门)?(?:工作|上班|实习|任职)?(?:了|$)")]
    private static partial Regex Department();

    [GeneratedRegex("(?:搬来|搬进|搬回|搬到|搬去|落户|定居|安家)(?:了|在|到)?(?<value>[^\\s，。了]{2,8}?)(?:快|已经|有|都|半|住|[一二两三四五六七八九十几0-9]|了|这边|那边|$)|(?:^|我们?|现在|目前|一直|还是|还|:)住(?!院|校|宿|手|口|嘴|的|了|得|不|过|下|着|几|多|一|两|在)(?<value>[^\\s，。的了]{2,10})$|在(?<value>[^\\s，。]{2,6}?)(?:租了?个?房|租的房|合租|安了家|安家)")]
    private static partial Regex Home();

    [GeneratedRegex("(?:对|^我:?|^)(?<value>(?!对|我)[一-鿿]{1,5}?)(?:已经|早就|其实|根本|并)?不(?:再)?过敏")]
    private static partial Regex Bears();

    [GeneratedRegex("^(?:我|我:)(?:一直|从小|有点|是)?(?:对)?(?<value>(?!容易|皮肤|会|有|不|没|又|鼻|最近)[一-鿿]{1,5}?)(?:严重|重度|轻度)?过敏(?:了|$)")]
    private static partial Regex Allergic();

    // "我最爱香菜".
    [GeneratedRegex("^(?:我|我:|我的[一-鿿]{1,3})最爱(?!的|是|不)(?:吃|喝|看|听|玩)?(?<value>[^，。的]{1,8})$")]
    private static partial Regex Dearest();

    [GeneratedRegex("最(?:喜欢|爱|中意)(?:吃|喝|看|听|玩)?的(?<what>[一-鿿]{1,6}?)(?:现在|一直|还|就|变成了)?是(?<value>[^，。的]{1,12})$")]
    private static partial Regex Favorite();

    /// <summary>What one has given up: "戒烟三个月了", "把奶茶戒了".</summary>
    [GeneratedRegex("戒(?:掉)?了?(?<value>烟|酒|糖|咖啡|奶茶|可乐|甜食|甜品|辣|游戏|夜宵|零食)|把?(?<value>烟|酒|糖|咖啡|奶茶|可乐|甜食|甜品|游戏|夜宵|零食)(?:都|也|已经|彻底|全)?戒")]
    public static partial Regex Quit();

    [GeneratedRegex("^(?:我|我:)?(?:觉得|感觉|发现)?(?:这款?|这个|那个?)?(?<value>[一-鿿A-Za-z]{2,8}?)(?:就|还|也|确实|其实|根本)?(?:(?<good>真香|真好用|很好用|真不错|太好用了?|很靠谱|离不开了)|(?:是|纯属)?(?:智商税|鸡肋)|真难[吃喝用]|太难[吃喝用]了?|不好[吃喝用]|不靠谱)$")]
    private static partial Regex Opinion();
}
