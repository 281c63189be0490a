using System.CommandLine;
using MemOS.Cli.Output;
using Spectre.Console;

namespace MemOS.Cli.Commands;

/// <summary>Finds the tasks in the user's conversations and lists them.</summary>
internal sealed class TasksCommand : ICliCommand
{
    private readonly Option<int> limit = new("--limit", "-n") { Description = "The most tasks.", HelpName = "N", DefaultValueFactory = _ => 20 };

    public IReadOnlyList<string> Examples => ["memos tasks --user ada", "memos tasks --user ada --limit 5 --json"];

    public Command Build() => new("tasks", "List what was asked for in conversations, and how it ended.") { limit };

    public async Task<int> RunAsync(CliRun run, CancellationToken cancellationToken)
    {
        await using var memory = await run.OpenExistingAsync(cancellationToken);
        await run.ResolveKnownAsync(memory, cancellationToken);
        if (!memory.Store.Maintenance.IsReadOnly)
        {
            await memory.EvolveAsync(run.Scope, cancellationToken: cancellationToken);
        }

        var tasks = await memory.ListTasksAsync(run.Scope, Math.Max(run.Parse.GetValue(limit), 1), cancellationToken);
        run.WriteJson(new(run.User, [.. tasks.Select(TaskOutput.Of)]), CliJson.Readable.TasksOutput);
        var table = new Table().Border(TableBorder.Rounded).AddColumn("when").AddColumn("task").AddColumn("outcome").AddColumn("tools").AddColumn("result");
        foreach (var (_, task) in tasks)
        {
            table.AddRow(
                CliText.Day(task.Started), Markup.Escape(CliText.Line(task.Title)), CliText.Lower(task.Outcome),
                Markup.Escape(string.Join(", ", task.Calls.Select(call => call.Tool).Distinct())), Markup.Escape(CliText.Line(task.Result)));
        }

        run.Out.Write(table);
        return ExitCode.Success;
    }
}
