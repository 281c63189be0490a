using System.CommandLine;
using MemOS.Cli.Output;
using MemOS.Storage;
using Spectre.Console;

namespace MemOS.Cli.Commands;

/// <summary>Checks the memory file and says in one sentence whether all is well.</summary>
internal sealed class DoctorCommand : ICliCommand
{
    private readonly Option<bool> deep = new("--deep") { Description = "Read every page and compare every index with its source; takes seconds on large files." };
    private readonly Option<bool> repair = new("--repair") { Description = "Rebuild what can be derived (the word index, counters), then check again." };

    public IReadOnlyList<string> Examples => ["memos doctor", "memos doctor --deep", "memos doctor --repair --db memory.db"];

    public Command Build() => new("doctor", "Check the memory file, and the tool itself.") { deep, repair };

    public async Task<int> RunAsync(CliRun run, CancellationToken cancellationToken)
    {
        var isDeep = run.Parse.GetValue(deep) || run.Parse.GetValue(repair);
        if (!File.Exists(run.DatabasePath))
        {
            run.WriteJson(new DoctorOutput { Healthy = true, File = run.DatabasePath, Exists = false, Network = 0, Deep = isDeep, Repaired = false, Problems = [] }, CliJson.Readable.DoctorOutput);
            run.Out.MarkupLineInterpolated($"No memory file at {run.DatabasePath} yet; [bold]memos import FILE[/] makes one.");
            run.Out.MarkupLine("[green]✓ all good, 0 network[/]");
            return ExitCode.Success;
        }

        using var progress = new CliProgress(run.Notes, run.Host.IsErrorTerminal, "Checking");
        await using var memory = await run.OpenExistingAsync(cancellationToken);
        var isRepaired = run.Parse.GetValue(repair);
        if (isRepaired)
        {
            await memory.Store.Maintenance.RepairAsync(progress, cancellationToken);
        }

        var problems = (await memory.Store.Maintenance.CheckAsync(isDeep, progress, cancellationToken)).ToList();
        var jobs = await memory.Store.Jobs.CountAsync(null, cancellationToken);
        if (jobs.Dead > 0)
        {
            problems.Add(new("jobs", $"{CliText.Count(jobs.Dead, "reading")} failed for good; the messages are safe and searchable. The last error: {jobs.LastError}", false));
        }

        if (!await memory.Store.Governance.FinishErasingAsync(cancellationToken))
        {
            problems.Add(new("file", "Copies of what was erased still stand in the write-ahead log, because another process reads the file. Close it and run memos doctor again.", false));
        }

        progress.Clear();
        var stats = StatsOutput.Of(await memory.Store.Maintenance.GetStatisticsAsync(cancellationToken));
        var isHealthy = problems.Count == 0;
        run.WriteJson(
            new DoctorOutput { Healthy = isHealthy, File = run.DatabasePath, Exists = true, ReadOnly = memory.Store.Maintenance.IsReadOnly, Network = 0, Deep = isDeep, Repaired = isRepaired, Problems = problems, Stats = stats },
            CliJson.Readable.DoctorOutput);
        Print(run, stats, problems, jobs.Queued, isDeep, memory.Store.Maintenance.IsReadOnly);
        return isHealthy ? ExitCode.Success : ExitCode.Failure;
    }

    private static void Print(CliRun run, StatsOutput stats, List<StoreProblem> problems, int queued, bool isDeep, bool isReadOnly)
    {
        var grid = new Grid().AddColumn().AddColumn();
        Row(grid, "file", $"{run.DatabasePath} ({CliText.Bytes(stats.Bytes)})");
        Row(grid, "holds", $"{CliText.Count(stats.Messages, "message")}, {CliText.Count(stats.Records, "record")}, {CliText.Count(stats.Users, "user")}, {CliText.Count(stats.Cubes, "cube")}");
        Row(grid, "reading", queued == 0 ? "up to date, by rules, without a model" : $"{CliText.Count(queued, "job")} waiting");
        if (isReadOnly)
        {
            Row(grid, "writing", "not possible: the file is read-only; what it holds can be searched");
        }

        Row(grid, "network", "none: nothing is sent anywhere, no telemetry");
        Row(grid, "checked", isDeep ? "every page and every index" : "header, schema and structure (--deep reads everything)");
        run.Out.Write(grid);
        foreach (var problem in problems)
        {
            run.Out.MarkupLineInterpolated($"[red]✗ {problem.Area}[/]: {problem.Message}{(problem.CanRepair ? " Mend it with: memos doctor --repair" : "")}");
        }

        if (problems.Count == 0)
        {
            run.Out.MarkupLine("[green]✓ all good, 0 network[/]");
        }
    }

    private static void Row(Grid grid, string name, string value) => grid.AddRow($"[dim]{name}[/]", Markup.Escape(value));
}
