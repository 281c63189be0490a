using System.CommandLine;
using System.Globalization;
using MemOS.Cli.Output;
using Spectre.Console;

namespace MemOS.Cli.Commands;

/// <summary>Counts what the memory file holds.</summary>
internal sealed class StatsCommand : ICliCommand
{
    public IReadOnlyList<string> Examples => ["memos stats", "memos stats --json"];

    public Command Build() => new("stats", "Count what the memory file holds.");

    public async Task<int> RunAsync(CliRun run, CancellationToken cancellationToken)
    {
        await using var memory = await run.OpenExistingAsync(cancellationToken);
        var stats = await StatsOutput.LoadAsync(memory, cancellationToken);
        run.WriteJson(stats, CliJson.Readable.StatsOutput);
        var table = new Table().Border(TableBorder.Rounded).AddColumn("what").AddColumn(new TableColumn("how many").RightAligned());
        foreach (var (name, count) in new[]
        {
            ("messages", stats.Messages), ("records", stats.Records), ("tasks", stats.Tasks), ("skills", stats.Skills),
            ("cubes", stats.Cubes), ("users", stats.Users), ("jobs waiting", stats.Jobs),
        })
        {
            table.AddRow(name, count.ToString("N0", CultureInfo.InvariantCulture));
        }

        if (stats.ModelCalls > 0)
        {
            table.AddRow("model calls in 24 hours", stats.ModelCalls.ToString("N0", CultureInfo.InvariantCulture));
            table.AddRow("tokens of those", stats.ModelTokens.ToString("N0", CultureInfo.InvariantCulture));
        }

        table.AddRow("size", CliText.Bytes(stats.Bytes));
        run.Out.Write(table);
        if (stats.PausedReason is { } reason)
        {
            run.Out.MarkupLineInterpolated($"[yellow]{CliText.Count(stats.JobsPaused, "reading")} put off[/]: {reason}");
        }

        return ExitCode.Success;
    }
}
