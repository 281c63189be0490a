using System.CommandLine;
using MemOS.Cli.Output;

namespace MemOS.Cli.Commands.Skills;

/// <summary>Lists the skills that a user may read.</summary>
internal sealed class SkillListCommand : ICliCommand
{
    public IReadOnlyList<string> Examples => ["memos skills list --user ada", "memos skills list --user ada --json"];

    public Command Build() => new("list", "List what was learned, with its status and why it has it.");

    public async Task<int> RunAsync(CliRun run, CancellationToken cancellationToken)
    {
        await using var memory = await run.OpenExistingAsync(cancellationToken);
        await run.ResolveKnownAsync(memory, cancellationToken);
        var skills = await memory.ListSkillsAsync(run.Scope, cancellationToken);
        run.WriteJson(new(run.User, [.. skills.Select(SkillOutput.Of)]), CliJson.Readable.SkillsOutput);
        SkillText.WriteTable(run.Out, skills);
        return ExitCode.Success;
    }
}
