using System.Text.RegularExpressions;
using MemOS.Evidence;

namespace MemOS.Reading.Rules.Chinese;

/// <summary>Reads what is picked out of a Chinese offer: "就第二个吧", "那就选清蒸鲈鱼".</summary>
internal static partial class ChineseChoices
{
    private static readonly System.Buffers.SearchValues<char> Ends = System.Buffers.SearchValues.Create("；;。\n？?！");
    private const int LongestPick = 10;
    private const int LongestOption = 30;
    private const string Numerals = "一二三四五六七八九";

    private static readonly string[] Heads = ["那就选", "那就要", "那就来", "那就", "那就叫", "就叫", "就用", "就选", "就要", "就来", "就订", "就定", "就", "我选", "我要", "选", "要", "来", "订"];
    private static readonly string[] Tails = ["好了", "就好", "就行", "吧", "啦", "了"];

    /// <summary>The choice; <see langword="null"/> when the clause picks nothing that the message before offers.</summary>
    public static RecordDraft? Read(ChineseClause clause, EvidenceItem? previous, EvidenceItem item, Speaker speaker)
    {
        if (clause.IsQuestion || previous is not { Content.Role: EvidenceRole.Assistant or EvidenceRole.Tool })
        {
            return null;
        }

        var text = clause.Text;
        var opener = ChineseWords.StartOf(text, ["好的", "好", "嗯", "行", "可以", "那"]);
        text = opener is "那" || opener.Length == text.Length ? text : text[opener.Length..];
        var head = ChineseWords.StartOf(text, Heads);
        var picked = text[head.Length..];
        var tail = Array.Find(Tails, picked.EndsWith) ?? "";
        picked = picked[..^tail.Length].Trim();
        if (picked.Length is 0 or > LongestPick)
        {
            return null;
        }

        var options = OptionsOf(previous.Content.Text);
        var number = NumberIn(picked);
        var option = number > 0 ? options.ElementAtOrDefault(number - 1)
            : picked.StartsWith("最后", StringComparison.Ordinal) ? options.LastOrDefault()
            : head.Length > 0 && picked.Length > 1 && !ChineseWords.HoldsAny(picked, ["这样", "这个", "那个", "你", "我"]) && (tail.Length > 0 || head.Length > 1) && previous.Content.Text.Contains(picked, StringComparison.Ordinal) ? picked
            : null;
        return option is null ? null : new()
        {
            Kind = MemoryKind.Preference,
            Text = $"{speaker.Name}选择了{option}。",
            Subject = speaker.Subject,
            Confidence = 0.85,
            Origin = item.Content.Kind == EvidenceKind.Manual ? RecordOrigin.Manual : RecordOrigin.User,
            Polarity = Polarity.Positive,
            Topic = option,
            Sources = [item.Id, previous.Id],
        };
    }

    // "第二个", "2", "B": which of the options; 0 for none.
    private static int NumberIn(string picked)
    {
        var word = Ordinal().Match(picked) is { Success: true } ordinal ? ordinal.Groups[1].Value : picked;
        return word.Length != 1 ? 0
            : Numerals.IndexOf(word[0], StringComparison.Ordinal) is var place && place >= 0 && picked.Length > 1 ? place + 1
            : char.IsAsciiDigit(word[0]) ? word[0] - '0'
            : word[0] is >= 'A' and <= 'H' ? word[0] - 'A' + 1 : 0;
    }

    [GeneratedRegex("^(?:第|方案|选项|选)([一二三四五六七八九1-9A-H])(?:个|种|款|家|项|班|趟|条|位|间|套)?$")]
    private static partial Regex Ordinal();

    // "一、番茄牛腩；二、清蒸鲈鱼": each mark opens an option, up to the next mark or the end of the phrase.
    private static List<string> OptionsOf(string text)
    {
        var marks = Mark().Matches(text);
        var options = new List<string>();
        for (var i = 0; i < marks.Count; i++)
        {
            var start = marks[i].Index + marks[i].Length;
            var option = text[start..(i + 1 < marks.Count ? marks[i + 1].Index : text.Length)];
            var stop = option.AsSpan().IndexOfAny(Ends);
            option = (stop > 0 ? option[..stop] : option).Trim(' ', '，', ',', '、', '或', '和', '者');
            if (option.Length is 0 or > LongestOption)
            {
                return [];
            }

            options.Add(option);
        }

        return options.Count > 1 ? options : [];
    }

    [GeneratedRegex("(?<![0-9A-Za-z一二三四五六七八九十第])(?:[一二三四五六七八九]、|[1-9][、.．)）:：]\\s*|[A-H][、.．)）:：]\\s*|[（(][1-9一二三四五六七八九][)）])")]
    private static partial Regex Mark();
}
