using MemOS.Reading;
using Spectre.Console;

namespace MemOS.Cli.Output;

/// <summary>Prints records for people.</summary>
internal static class RecordTable
{
    public static void Write(IAnsiConsole console, IEnumerable<MemoryRecord> records, SourceLabels labels, bool isHistory = false)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn(isHistory ? "version" : "id").AddColumn("what").AddColumn("kind").AddColumn("when").AddColumn("source");
        if (isHistory)
        {
            table.AddColumn("why");
        }

        foreach (var record in records)
        {
            var row = new List<string>
            {
                isHistory ? $"{record.Version}" : record.Id.ToString(),
                record.State == RecordState.Current ? Markup.Escape(record.Text) : $"[dim]{Markup.Escape(record.Text)} ({CliText.Lower(record.State)})[/]",
                $"[{Colour(record.Kind)}]{CliText.Lower(record.Kind)}[/]",
                Markup.Escape(record.EventTime?.ToString() ?? CliText.Day(record.ValidFrom)),
                Markup.Escape(string.Join(", ", record.Sources.Take(3).Select(labels.Of)) + (record.Sources.Count > 3 ? ", …" : "")),
            };
            if (isHistory)
            {
                row.Add(Markup.Escape($"{record.Reason} ({CliText.Day(record.RecordedAt)})".Trim()));
            }

            table.AddRow([.. row.Select(cell => new Markup(cell))]);
        }

        console.Write(table);
    }

    public static string Colour(MemoryKind kind) => kind switch
    {
        MemoryKind.Preference => "magenta",
        MemoryKind.Event => "cyan",
        MemoryKind.Instruction => "yellow",
        _ => "green",
    };
}
