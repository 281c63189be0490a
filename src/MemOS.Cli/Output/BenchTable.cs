using System.Text.Json.Nodes;
using Spectre.Console;

namespace MemOS.Cli.Output;

/// <summary>Prints a bench's figures for people: one line a figure, one table for each list of rows.</summary>
internal static class BenchTable
{
    public static void Write(IAnsiConsole console, string name, JsonObject result)
    {
        var figures = new Table().Border(TableBorder.Rounded).AddColumn("figure").AddColumn(new TableColumn("value").RightAligned());
        AddFigures(figures, "", result);
        console.MarkupLineInterpolated($"[bold]memos bench {name}[/]");
        console.Write(figures);
        foreach (var (key, value) in result)
        {
            if (value is JsonArray { Count: > 0 } rows && rows[0] is JsonObject)
            {
                console.MarkupLineInterpolated($"[bold]{key}[/]");
                console.Write(Rows(rows));
            }
        }
    }

    private static void AddFigures(Table table, string prefix, JsonObject values)
    {
        foreach (var (key, value) in values)
        {
            if (value is JsonObject inner)
            {
                AddFigures(table, $"{prefix}{key}.", inner);
            }
            else if (value is not JsonArray)
            {
                table.AddRow(Markup.Escape(prefix + key), Markup.Escape(Text(value)));
            }
        }
    }

    private static Table Rows(JsonArray rows)
    {
        var columns = rows.OfType<JsonObject>().SelectMany(row => row.Select(cell => cell.Key)).Distinct().ToList();
        var table = new Table().Border(TableBorder.Rounded);
        columns.ForEach(column => table.AddColumn(Markup.Escape(column)));
        foreach (var row in rows.OfType<JsonObject>())
        {
            table.AddRow([.. columns.Select(column => Markup.Escape(Text(row[column])))]);
        }

        return table;
    }

    private static string Text(JsonNode? value) => value switch
    {
        null => "",
        JsonValue number when number.TryGetValue<double>(out var real) && real != Math.Floor(real) => real.ToString("0.####"),
        JsonArray list => string.Join(", ", list.Select(Text)),
        _ => value.ToString(),
    };
}
