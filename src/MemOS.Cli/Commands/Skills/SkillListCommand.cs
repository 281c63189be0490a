using System.CommandLine;
using MemOS.Cli.Output;

namespace MemOS.Cli.Commands.Skills;

/// <summary>Lists the skills that a user may read.</summary>
internal sealed class SkillListCommand : ICliCommand
{
    // As many as skills are learned from.
    private const int MostTasks = 2000;

    public IReadOnlyList<string> Examples => ["memos skills list --user ada", "memos skills list --user ada --json"];

    public Command Build() => new("list", "List what was learned, with its status and why it has it.");

    public async Task<int> RunAsync(CliRun run, CancellationToken cancellationToken)
    {
        await using var memory = await run.OpenExistingAsync(cancellationToken);
        var skills = await SkillCommands.ListAsync(memory, run, cancellationToken);
        var cubes = await SkillCommands.CubesAsync(memory, run, cancellationToken);
        run.WriteJson(new(run.User, [.. skills.Select(stored => SkillOutput.Of(stored, cubes.GetValueOrDefault(stored.Id.Cube)))]), CliJson.Readable.SkillsOutput);
        if (skills.Count == 0)
        {
            var tasks = (await memory.ListTasksAsync(run.Scope with { ReadCubes = [] }, MostTasks, cancellationToken)).Select(static stored => stored.Task);
            if (await UnknownTools.NoteAsync(memory, run, tasks, cancellationToken))
            {
                return ExitCode.Success;
            }

            run.Note($"Nothing was learned yet. memos tasks --user {run.User} shows what was done; memos skills learn --tools FILE --user {run.User} learns from it.");
            return ExitCode.Success;
        }

        SkillText.WriteTable(run.Out, skills, cubes);
        return ExitCode.Success;
    }
}
