using System.Globalization;
using System.Text;

namespace MemOS.Recall.Packing;

/// <summary>How results are written for people and models: what holds at all times first, the rest by the day it was said, a line each.</summary>
internal static class ContextFormat
{
    /// <summary>The heading of preferences and instructions: they hold until they are changed, whenever they were said.</summary>
    public const string Standing = "[preferences]";

    /// <summary>The heading of a day.</summary>
    public static string Heading(DateTimeOffset time) => time.ToString("'['yyyy-MM-dd']'", CultureInfo.InvariantCulture);

    /// <summary>The lines under their headings, in the order of time.</summary>
    public static string Write(IEnumerable<PackedLine> lines)
    {
        var text = new StringBuilder();
        string? heading = null;
        foreach (var line in lines.OrderBy(line => line.Time).ThenBy(line => line.Position))
        {
            if (line.Heading != heading)
            {
                heading = line.Heading;
                text.Append(text.Length == 0 ? "" : "\n").Append(heading);
            }

            text.Append('\n').Append(line.Text);
        }

        return text.ToString();
    }
}
