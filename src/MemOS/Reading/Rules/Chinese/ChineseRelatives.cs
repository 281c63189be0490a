using System.Text.RegularExpressions;

namespace MemOS.Reading.Rules.Chinese;

/// <summary>Knows relatives and pets by the names that were told.</summary>
internal static partial class ChineseRelatives
{
    /// <summary>The relative whose name a text begins with, and the message that told it: "女儿朵朵", "养了只猫叫汤圆"; <see langword="null"/> for a name that nobody gave.</summary>
    /// <param name="text">What is told.</param>
    /// <param name="context">What was told before.</param>
    /// <param name="speaker">Whose relative it is.</param>
    public static (string Kin, MemoryId Told)? Named(string text, ReadingContext context, Speaker speaker)
    {
        const int LeastBehind = 2;
        for (var length = 2; length <= 3 && text.Length >= length + LeastBehind; length++)
        {
            var name = text[..length];
            if (ChineseWords.NoNames.Contains(name))
            {
                continue;
            }

            foreach (var statement in context.Known)
            {
                if (statement.Text.Contains(name, StringComparison.Ordinal) && statement.Subject.StartsWith(speaker.Subject, StringComparison.Ordinal) && NamedKin().Matches(statement.Text).FirstOrDefault(match => match.Groups["name"].Value == name) is { } given)
                {
                    return (given.Groups["kin"].Value, (statement is RecordDraft draft ? draft.Sources : ((MemoryRecord)statement).Sources)[0]);
                }
            }
        }

        return null;
    }

    // A name of two like signs, or one behind "called"; others cannot be told from the verb that follows.
    [GeneratedRegex("(?<kin>女儿|儿子|闺女|孩子|外甥女?|侄子|侄女|孙子|孙女|妹妹|弟弟|猫|狗|仓鼠|兔子|鹦鹉)(?:(?<name>([\u4E00-\u9FFF])\\1)|[^，。]{0,3}?(?:名字|小名|名)?叫(?<name>[\u4E00-\u9FFF]{2,3})(?=[，。、]|$))")]
    private static partial Regex NamedKin();
}
