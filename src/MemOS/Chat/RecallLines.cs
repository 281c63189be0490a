using System.Globalization;
using MemOS.Recall;

namespace MemOS.Chat;

/// <summary>The lines of a recall block.</summary>
internal static class RecallLines
{
    private const int LongestText = 500;

    /// <summary>The packed context, with its headings.</summary>
    public static IEnumerable<string> Of(RecallResult result) => result.Context.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>One result as a line of its own: when it happened or was said, by whom, and what.</summary>
    public static string Of(RecallItem item)
    {
        var date = item.EventTime?.ToString() ?? item.SaidAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var speaker = item.Sources[0].Author ?? item.Sources[0].Role.ToString();
        var text = item.Text.Length <= LongestText ? item.Text : item.Text[..LongestText] + " …";
        return item.Kind == RecallItemKind.Message ? $"{date} {speaker}: {text}" : $"{date} {text}";
    }
}
