using System.Globalization;
using System.Text;

namespace MemOS.Benchmarks;

/// <summary>The table of results, as it is printed and as it is written into the documentation.</summary>
internal static class ResultTable
{
    private const string Title = "## Speed and size";
    private const string Begin = "<!-- speed: begin (written by tests/MemOS.Benchmarks) -->";
    private const string End = "<!-- speed: end -->";

    public static string Format(IEnumerable<Measurement> rows)
    {
        var text = new StringBuilder("| measured | figure | must reach | baseline in the same run | ratio |\n| --- | --- | --- | --- | --- |\n");
        foreach (var row in rows)
        {
            var baseline = row.Baseline is { } value ? string.Create(CultureInfo.InvariantCulture, $"{row.BaselineName}: {value:#,0.##} {row.Unit}") : "–";
            var ratio = row.Ratio is { } times ? times.ToString("0.00", CultureInfo.InvariantCulture) : "–";
            text.Append(CultureInfo.InvariantCulture, $"| {row.What} | {row.Value:#,0.##} {row.Unit} | {row.Target} | {baseline} | {ratio} |\n");
        }

        return text.ToString();
    }

    /// <summary>Writes the table between its markers; all else in the file stays as it is.</summary>
    public static void Write(string path, string table, string machine)
    {
        var text = File.Exists(path) ? File.ReadAllText(path) : "# Benchmarks\n";
        var section = $"{Begin}\n{machine}\n\n{table}{End}";
        var begin = text.IndexOf(Begin, StringComparison.Ordinal);
        var end = text.IndexOf(End, StringComparison.Ordinal);
        text = begin >= 0 && end > begin
            ? text[..begin] + section + text[(end + End.Length)..]
            : $"{text.TrimEnd()}\n\n{Title}\n\n`dotnet run -c Release --project tests/MemOS.Benchmarks -- --write` measures and writes this table; `--quick` takes small sizes.\n\n{section}\n";
        File.WriteAllText(path, text);
    }
}
