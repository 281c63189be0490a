using System.Text.RegularExpressions;

namespace MemOS.Evolution.Sensitivity;

/// <summary>Texts that are written as names of persons are.</summary>
internal static partial class PersonForm
{
    // A list of a few names.
    private const int Longest = 200;

    // The hundred most frequent family names of China cover some 85 % of people there, and those of two characters a few more.
    public const string FamilyNames =
        "欧阳|上官|司马|诸葛|慕容|令狐|皇甫|端木|东方|南宫|司徒|夏侯|尉迟|公孙|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程苏魏吕丁任卢姚沈钟姜崔谭陆汪范金石廖贾夏韦傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严赖覃洪武莫孔章安常汤康温施戴季牛葛柳翁祁]";

    /// <summary>Whether it is written as a person's whole name, with a title or without, or as a list of such names.</summary>
    public static bool IsName(string text) => text.Length <= Longest && text.Split([';', '、'], StringSplitOptions.TrimEntries)[0] is var first && ((Latin().IsMatch(first) && !NoPerson().IsMatch(first)) || (Chinese().IsMatch(first) && !ChineseWord().IsMatch(first)));

    /// <summary>Whether it is written as a person's name, or as a part of one.</summary>
    public static bool IsNameOrPart(string text) => IsName(text) || (text.Length <= Longest && Part().IsMatch(text) && !NoPerson().IsMatch(text));

    // "Priya Vantharam", "Herr Dr. Emil Kranzler", "Kowalczewski, Bronislawa", "Frau Müller".
    [GeneratedRegex(
        @"^(?:(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Herr|Frau|Mme|Mlle|M|Monsieur|Madame|Sr|Sra|Señor|Señora|Sig|Don|Doña|Sir|Lady)\.? )+\p{Lu}[\p{L}'’.-]*(?: (?:(?:van|von|de|der|den|del|da|di|la|le|bin|al|el|zu) )*\p{Lu}[\p{L}'’.-]*){0,3}" +
        @"|\p{Lu}[\p{L}'’.-]+,? (?:(?:van|von|de|der|den|del|da|di|la|le|bin|al|el|zu) )*\p{Lu}[\p{L}'’.-]*(?: (?:(?:van|von|de|der|den|del|da|di|la|le|bin|al|el|zu) )*\p{Lu}[\p{L}'’.-]*){0,2})(?: (?:Jr|Sr|II|III)\.?)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Latin();

    [GeneratedRegex("^(?:" + FamilyNames + ")[\u4E00-\u9FFF]{1,2}(?:先生|女士|小姐|老师|医生|经理)?$|^(?:" + FamilyNames + ")(?:先生|女士|小姐|老师|医生|经理|师傅)(?:[(（].*[)）])?$", RegexOptions.CultureInvariant)]
    private static partial Regex Chinese();

    // Words of work that begin as a family name does.
    [GeneratedRegex("^(?:周[一二三四五六日末报期边]|黄[金色]|安[全装排徽检保]|方[案式法向便]|金[额融属色牌]|白[名色金班]|高[级温铁峰中校新清]|常[规用见州]|万[元能]|温[度州]|石[油材]|江[苏西南]|任[务意何]|程序|马[上达]|时间|文件|成[功都本]|项目|夏[季天]|毛[利重]|严[重格]|洪水|武[汉器]|康复|顾[客问]|钱包|雷达|龙头|陶瓷|叶[片子]|苏州|杭州|郑州|徐州|沈阳|唐山|余额|程度|施工|温馨|牛奶|贺卡|史[料诗]|段[落位]|于[是今]|何[时地])", RegexOptions.CultureInvariant)]
    private static partial Regex ChineseWord();

    [GeneratedRegex(@"^\p{Lu}\p{Ll}[\p{L}'’-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Part();

    // What has the form of a name and is an office, a firm, a day or a place of work.
    [GeneratedRegex(
        @"\b(?:team|department|dept|group|office|desk|services?|support|sales|finance|payable|receivable|director|managers?|board|committee|crew|squad|staff|operations|admin|administrator|human|resources|legal|marketing|engineering|platform|security|customer|client|everyone|all|reception|warehouse|logistics|shipping|billing|accounts?|accounting|payroll|procurement|purchasing|maintenance|facilities|front|back|night|day|shift|on-?call|help|ltd|llc|inc|corp|corporation|company|co|gmbh|ag|kg|sa|sarl|bv|nv|plc|labs?|bank|university|school|hospital|clinic|agency|industries|solutions|systems|software|technologies|holdings?|partners|associates|council|ministry|report|monthly|weekly|daily|quarterly|annual|new|order|status|north|south|east|west|central|region|branch|store|shop|market|club|library|museum|hotel|restaurant|cafe|street|park|line|channel|room|hall|building|floor|zone|queue|system|bot|service|api|server|default|unknown|none|general|public|internal|external|project|studio|media|news|press|records?|database|inventory|san|los|las|santa|fort|mount|airport|station|city|town|village|county|beach|island|in progress|review|backlog|ready|pending|code)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoPerson();
}
