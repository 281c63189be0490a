using System.Text.RegularExpressions;

namespace MemOS.Reading.Rules.Chinese;

/// <summary>
/// People whom a clause begins with by name: "小李不吃辣", "周涛负责数据库". Only what people do or are stands behind a name, for
/// surnames are words of other kinds too ("周五", "高兴", "马上").
/// </summary>
internal static partial class ChineseNames
{
    /// <summary>The name; empty when the clause begins with none.</summary>
    /// <param name="text">The clause.</param>
    /// <param name="speakers">Names of the people who take part.</param>
    public static string At(string text, IReadOnlyList<string> speakers)
    {
        foreach (var speaker in speakers)
        {
            if (speaker.Length is > 1 and < 5 && text.StartsWith(speaker, StringComparison.Ordinal) && Does().IsMatch(text[speaker.Length..]))
            {
                return speaker;
            }
        }

        return Named().Match(text) is { Success: true } named && Does().IsMatch(text[named.Length..]) && !Words().IsMatch(text) ? named.Value : "";
    }

    [GeneratedRegex("^(?:[小老阿](?:王|李|张|刘|陈|杨|黄|赵|吴|周|徐|孙|马|朱|胡|郭|何|林|高|罗|郑|梁|谢|宋|唐|许|邓|冯|韩|曹|曾|彭|肖|蔡|潘|田|董|袁|于|余|叶|蒋|杜|苏|魏|程|吕|丁|沈|任|姚|卢|傅|钟|姜|崔|谭|廖|范|汪|陆|金|石|戴|贾|韦|夏|邱|方|侯|邹|熊|孟|秦|白|江|阎|薛|尹|段|雷|黎|史|龙|陶|贺|顾|毛|郝|龚|邵|万|钱|严|武|赖|芳|明|强|红|丽|敏|静|军|杰|娟|勇|艳|涛|超|刚|平|辉|玲|华|雨|美)|(?:王|李|张|刘|陈|杨|赵|吴|周|徐|孙|朱|胡|郭|何|林|罗|郑|梁|谢|宋|唐|许|邓|冯|韩|曹|曾|彭|肖|蔡|潘|董|袁|余|叶|蒋|杜|苏|魏|程|吕|丁|沈|姚|卢|傅|钟|姜|崔|谭|廖|范|汪|陆|戴|贾|韦|邱|侯|邹|熊|孟|秦|阎|薛|尹|段|黎|陶|贺|顾|郝|龚|邵|钱|严)[\u4E00-\u9FFF]{1,2}?(?=负责|接手))")]
    private static partial Regex Named();

    [GeneratedRegex("^(?:也|还|都|就|又|已经|刚|最近|现在|一直|从不|特别|很|最|才|正在|上周|下周|明天|昨天)*(?:负责|喜欢|不喜欢|讨厌|爱|不吃|不喝|不能|吃素|吃|喝|住|对|在|今年|是|去|来|接手|调到|离职|辞职|升职|搬|结婚|怀孕|会|有|没有|养|买|换|开|学|想|要|管|做|当)")]
    private static partial Regex Does();

    // "小时候在…", "老家在…", "老板是…", "小说是…".
    [GeneratedRegex("^(?:小时|老家|老板|小说|小组|小区|小学|老师|老婆|老公|老妈|老爸|老人|小孩|小狗|小猫|阿姨|小明星|周末|周[一二三四五六日天]|石头|金额|白天|方案|方法|任务|任何|高中|高铁|龙虾|黄金|江苏|程序|程度|何时|何必|许多|余额|余下|钱包|严重|严格|钟头|范围|陆续|秦岭|温度)")]
    private static partial Regex Words();
}
