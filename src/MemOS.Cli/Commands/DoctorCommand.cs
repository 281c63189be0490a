using System.CommandLine;
using MemOS.Cli.Output;
using MemOS.Scheduling;
using MemOS.Storage;
using Spectre.Console;

namespace MemOS.Cli.Commands;

/// <summary>Checks the memory file and says in one sentence whether all is well.</summary>
internal sealed class DoctorCommand : ICliCommand
{
    private readonly Option<bool> deep = new("--deep") { Description = "Read every page and compare every index with its source; takes seconds on large files." };
    private readonly Option<bool> retry = new("--retry") { Description = "Queue the user's readings again that failed for good or that a ceiling put off." };
    private readonly Option<bool> repair = new("--repair") { Description = "Rebuild what can be derived (the word index, counters), then check again." };

    public IReadOnlyList<string> Examples => ["memos doctor", "memos doctor --deep", "memos doctor --repair --db memory.db", "memos doctor --retry --user ada"];

    public Command Build() => new("doctor", "Check the memory file, and the tool itself.") { deep, repair, retry };

    public async Task<int> RunAsync(CliRun run, CancellationToken cancellationToken)
    {
        var isDeep = run.Parse.GetValue(deep) || run.Parse.GetValue(repair);
        var models = CliEndpoints.Of(run.Host);
        var problems = models.Faults.Select(static fault => new StoreProblem("models", fault, false)).ToList();
        if (!File.Exists(run.DatabasePath))
        {
            return WithoutFile(run, models, problems, isDeep);
        }

        using var progress = new CliProgress(run.Notes, run.Host.IsErrorTerminal, "Checking");
        await using var memory = await run.OpenExistingAsync(cancellationToken);
        var isRepaired = run.Parse.GetValue(repair);
        if (isRepaired)
        {
            await memory.Store.Maintenance.RepairAsync(progress, cancellationToken);
        }

        var retried = 0;
        if (run.Parse.GetValue(retry))
        {
            await run.ResolveKnownAsync(memory, cancellationToken);
            retried = await memory.RetryReadingAsync(run.Scope, cancellationToken);
        }

        problems.AddRange(await memory.Store.Maintenance.CheckAsync(isDeep, progress, cancellationToken));
        var jobs = await memory.Store.Jobs.CountAsync(null, cancellationToken);
        if (jobs.Dead > 0)
        {
            problems.Add(new("jobs", $"{CliText.Count(jobs.Dead, "reading")} failed for good; the messages are safe and searchable. The last error: {jobs.LastError} Once its cause is gone, read them again: memos doctor --retry --user NAME", false));
        }

        if (!await memory.Store.Governance.FinishErasingAsync(cancellationToken))
        {
            problems.Add(new("file", "Copies of what was erased still stand in the write-ahead log, because another process reads the file. Close it and run memos doctor again.", false));
        }

        int? unembedded = models.EmbeddingModel is { } embedding ? await EmbeddingBacklog.CountAsync(memory, embedding, cancellationToken) : null;
        progress.Clear();
        var stats = await StatsOutput.LoadAsync(memory, cancellationToken);
        var isHealthy = problems.Count == 0;
        run.WriteJson(
            new DoctorOutput { Healthy = isHealthy, File = run.DatabasePath, Exists = true, ReadOnly = memory.Store.Maintenance.IsReadOnly, Network = models.Endpoints.Count, Endpoints = models.Endpoints, Unembedded = unembedded, Deep = isDeep, Repaired = isRepaired, Problems = problems, LastError = jobs.Queued + jobs.Dead > 0 ? jobs.LastError : null, Stats = stats },
            CliJson.Readable.DoctorOutput);
        Print(run, models, stats, problems, jobs, unembedded, retried, isDeep, memory.Store.Maintenance.IsReadOnly);
        return isHealthy ? ExitCode.Success : ExitCode.Failure;
    }

    private static int WithoutFile(CliRun run, CliEndpoints models, List<StoreProblem> problems, bool isDeep)
    {
        run.WriteJson(new DoctorOutput { Healthy = problems.Count == 0, File = run.DatabasePath, Exists = false, Network = models.Endpoints.Count, Endpoints = models.Endpoints, Deep = isDeep, Repaired = false, Problems = problems }, CliJson.Readable.DoctorOutput);
        run.Out.MarkupLineInterpolated($"No memory file at {run.DatabasePath} yet; [bold]memos import FILE[/] makes one.");
        var grid = new Grid().AddColumn().AddColumn();
        AddNetwork(grid, models);
        run.Out.Write(grid);
        Conclude(run, models, problems);
        return problems.Count == 0 ? ExitCode.Success : ExitCode.Failure;
    }

    private static void Print(CliRun run, CliEndpoints models, StatsOutput stats, List<StoreProblem> problems, JobCounts jobs, int? unembedded, int retried, bool isDeep, bool isReadOnly)
    {
        var grid = new Grid().AddColumn().AddColumn();
        Row(grid, "file", $"{run.DatabasePath} ({CliText.Bytes(stats.Bytes)})");
        Row(grid, "holds", $"{CliText.Count(stats.Messages, "message")}, {CliText.Count(stats.Records, "record")}, {CliText.Count(stats.Users, "user")}, {CliText.Count(stats.Cubes, "cube")}");
        Row(grid, "reading", jobs.Queued == 0 ? $"up to date, by rules, {(stats.ModelCalls > 0 ? $"and by a model ({CliText.Count(stats.ModelCalls, "call")}, {CliText.Count(stats.ModelTokens, "token")} in 24 hours)" : "without a model")}" : $"{CliText.Count(jobs.Queued, "job")} waiting");
        if (jobs.PausedReason is { } reason)
        {
            Row(grid, "ceiling", $"{CliText.Count(jobs.Paused, "reading")} put off: {reason}");
        }
        else if (jobs.Queued > 0 && jobs.LastError is { } error)
        {
            Row(grid, "last error", error);
        }

        if (unembedded is { } missing)
        {
            Row(grid, "embedding", missing == 0 ? $"up to date, by {models.EmbeddingModel}" : $"{(missing == EmbeddingBacklog.Most ? "at least " : "")}{CliText.Count(missing, "text")} without a vector of {models.EmbeddingModel}, searchable by words; the next command with the model makes them, and a running program tries again after 5 seconds, 15, 45 … up to an hour");
        }

        if (retried > 0)
        {
            Row(grid, "retry", $"{CliText.Count(retried, "reading")} queued again");
        }

        if (isReadOnly)
        {
            Row(grid, "writing", "not possible: the file is read-only; what it holds can be searched");
        }

        AddNetwork(grid, models);
        Row(grid, "checked", isDeep ? "every page and every index" : "header, schema and structure (--deep reads everything)");
        run.Out.Write(grid);
        Conclude(run, models, problems);
    }

    private static void AddNetwork(Grid grid, CliEndpoints models)
    {
        foreach (var endpoint in models.Endpoints)
        {
            Row(grid, "network", $"texts go to {endpoint.Host} ({endpoint.Model}): {endpoint.Sends}");
        }

        Row(grid, models.Endpoints.Count == 0 ? "network" : "", models.Endpoints.Count == 0 ? "none: nothing is sent anywhere unless a command is given --chat; no telemetry" : "nothing else is sent anywhere unless a command is given --chat; no telemetry");
    }

    private static void Conclude(CliRun run, CliEndpoints models, List<StoreProblem> problems)
    {
        foreach (var problem in problems)
        {
            run.Out.MarkupLineInterpolated($"[red]✗ {problem.Area}[/]: {problem.Message}{(problem.CanRepair ? " Mend it with: memos doctor --repair" : "")}");
        }

        if (problems.Count == 0)
        {
            run.Out.MarkupLineInterpolated($"[green]✓ all good, {models.Endpoints.Count} network[/]");
        }
    }

    private static void Row(Grid grid, string name, string value) => grid.AddRow($"[dim]{name}[/]", Markup.Escape(value));
}
