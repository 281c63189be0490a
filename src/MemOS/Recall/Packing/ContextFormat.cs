using System.Globalization;
using System.Text;

namespace MemOS.Recall.Packing;

/// <summary>How results are written for people and models: grouped by the day they were said, a line each.</summary>
internal static class ContextFormat
{
    /// <summary>The heading of a day.</summary>
    public static string Heading(DateTimeOffset time) => time.ToString("'['yyyy-MM-dd']'", CultureInfo.InvariantCulture);

    /// <summary>The lines under their headings, in the order of time.</summary>
    public static string Write(IEnumerable<PackedLine> lines)
    {
        var text = new StringBuilder();
        string? heading = null;
        foreach (var line in lines.OrderBy(line => line.Time).ThenBy(line => line.Position))
        {
            var own = Heading(line.Time);
            if (own != heading)
            {
                heading = own;
                text.Append(text.Length == 0 ? "" : "\n").Append(own);
            }

            text.Append('\n').Append(line.Text);
        }

        return text.ToString();
    }
}
