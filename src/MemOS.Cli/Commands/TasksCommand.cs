using System.CommandLine;
using MemOS.Cli.Commands.Skills;
using MemOS.Cli.Output;
using MemOS.Evolution.Tasks;
using Spectre.Console;

namespace MemOS.Cli.Commands;

/// <summary>Finds the tasks in the user's conversations and lists them.</summary>
internal sealed class TasksCommand : ICliCommand
{
    private readonly Option<int> limit = new("--limit", "-n") { Description = "The most tasks, and with --skipped the most spans in none.", HelpName = "N", DefaultValueFactory = _ => 20 };

    private readonly Option<bool> skipped = new("--skipped") { Description = "Show too what is in no task, and why." };

    public IReadOnlyList<string> Examples => ["memos tasks --user ada", "memos tasks --user ada --skipped", "memos tasks --user ada --limit 5 --json"];

    public TasksCommand() => limit.Validators.Add(PositiveNumber.Check);

    public Command Build() => new("tasks", "List what was asked for in conversations, and how it ended.") { limit, skipped };

    public async Task<int> RunAsync(CliRun run, CancellationToken cancellationToken)
    {
        await using var memory = await run.OpenExistingAsync(cancellationToken);
        await run.ResolveKnownAsync(memory, cancellationToken);
        var found = memory.Store.Maintenance.IsReadOnly ? null : await memory.EvolveAsync(run.Scope, cancellationToken: cancellationToken);
        var most = run.Parse.GetValue(limit);
        var stored = await memory.ListTasksAsync(run.Scope, most, cancellationToken);
        List<(MemoryTask Task, MemoryId? Id)> tasks = [.. (found?.Tasks ?? []).Where(task => task.IsOpen).Select(task => (task, (MemoryId?)null)), .. stored.Select(known => (known.Task, (MemoryId?)known.Id))];
        var without = run.Parse.GetValue(skipped) ? await memory.ListSkippedAsync(run.Scope, most, cancellationToken) : [];
        run.WriteJson(
            new(run.User, [.. tasks.Select(known => TaskOutput.Of(known.Task, known.Id))], [.. without.Select(SkippedOutput.Of)]),
            CliJson.Readable.TasksOutput);
        var table = new Table().Border(TableBorder.Rounded).AddColumn("when").AddColumn("task").AddColumn("outcome").AddColumn("tools").AddColumn("result");
        foreach (var (task, _) in tasks)
        {
            table.AddRow(
                CliText.Day(task.Started), Markup.Escape(CliText.Line(task.Title)), TaskOutput.OutcomeOf(task),
                Markup.Escape(string.Join(", ", task.Calls.Select(call => call.Tool).Distinct())), Markup.Escape(CliText.Line(task.Result)));
        }

        run.Out.Write(table);
        if (without.Count > 0)
        {
            var rest = new Table().Border(TableBorder.Rounded).AddColumn("when").AddColumn("in no task").AddColumn("why");
            foreach (var (span, _, started, _) in without)
            {
                rest.AddRow(CliText.Day(started), span.Evidence.Count == 1 ? span.Evidence[0].ToString() : $"{span.Evidence[0]} to {span.Evidence[^1]}", Markup.Escape(span.Reason));
            }

            run.Out.Write(rest);
        }

        var home = (await memory.ResolveAsync(run.Scope, cancellationToken)).Home;
        await UnknownTools.NoteAsync(memory, run, tasks.Where(known => known.Id is null || known.Id.Value.Cube == home).Select(static known => known.Task), cancellationToken);
        return ExitCode.Success;
    }
}
