using System.Text.RegularExpressions;

namespace MemOS.Evolution.Sensitivity;

/// <summary>Texts that are written as names of persons are.</summary>
internal static partial class PersonForm
{
    // The hundred most frequent family names of China cover some 85 % of people there, and those of two characters a few more.
    public const string FamilyNames =
        "欧阳|上官|司马|诸葛|慕容|令狐|皇甫|端木|东方|南宫|司徒|夏侯|尉迟|公孙|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程苏魏吕丁任卢姚沈钟姜崔谭陆汪范金石廖贾夏韦傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严赖覃洪武莫孔章安常汤康温施戴季牛葛柳翁祁]";

    /// <summary>Whether it is written as a person's whole name, with a title or without, or as a list of such names.</summary>
    public static bool IsName(string text) => text.Split([';', '、'], StringSplitOptions.TrimEntries)[0] is var first && ((Latin().IsMatch(first) && !NoPerson().IsMatch(first)) || Chinese().IsMatch(first));

    /// <summary>Whether it is written as a person's name, or as a part of one.</summary>
    public static bool IsNameOrPart(string text) => IsName(text) || (Part().IsMatch(text) && !NoPerson().IsMatch(text));

    // "Priya Vantharam", "Herr Dr. Emil Kranzler", "Kowalczewski, Bronislawa", "Frau Müller".
    [GeneratedRegex(
        @"^(?:(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Herr|Frau|Mme|Mlle|M|Monsieur|Madame|Sr|Sra|Señor|Señora|Sig|Don|Doña|Sir|Lady)\.? )+\p{Lu}[\p{L}'’.-]*(?: (?:(?:van|von|de|der|den|del|da|di|la|le|bin|al|el|zu) )*\p{Lu}[\p{L}'’.-]*){0,3}" +
        @"|\p{Lu}[\p{L}'’.-]+,? (?:(?:van|von|de|der|den|del|da|di|la|le|bin|al|el|zu) )*\p{Lu}[\p{L}'’.-]*(?: (?:(?:van|von|de|der|den|del|da|di|la|le|bin|al|el|zu) )*\p{Lu}[\p{L}'’.-]*){0,2})(?: (?:Jr|Sr|II|III)\.?)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Latin();

    [GeneratedRegex("^(?:" + FamilyNames + ")[\u4E00-\u9FFF]{1,2}(?:先生|女士|小姐|老师|医生|经理)?$|^(?:" + FamilyNames + ")(?:先生|女士|小姐|老师|医生|经理|师傅)(?:[(（].*[)）])?$", RegexOptions.CultureInvariant)]
    private static partial Regex Chinese();

    [GeneratedRegex(@"^\p{Lu}\p{Ll}[\p{L}'’-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Part();

    // What has the form of a name and is an office, a firm, a day or a place of work.
    [GeneratedRegex(
        @"\b(?:team|department|dept|group|office|desk|services?|support|sales|finance|payable|receivable|director|managers?|board|committee|crew|squad|staff|operations|admin|administrator|human|resources|legal|marketing|engineering|platform|security|customer|client|everyone|all|reception|warehouse|logistics|shipping|billing|accounts?|accounting|payroll|procurement|purchasing|maintenance|facilities|front|back|night|day|shift|on-?call|help|ltd|llc|inc|corp|corporation|company|co|gmbh|ag|kg|sa|sarl|bv|nv|plc|labs?|bank|university|school|hospital|clinic|agency|industries|solutions|systems|software|technologies|holdings?|partners|associates|council|ministry|report|monthly|weekly|daily|quarterly|annual|new|order|status|north|south|east|west|central|region|branch|store|shop|market|club|library|museum|hotel|restaurant|cafe|street|park|line|channel|room|hall|building|floor|zone|queue|system|bot|service|api|server|default|unknown|none|general|public|internal|external|project|studio|media|news|press|records?|database|inventory)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoPerson();
}
