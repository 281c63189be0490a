using System.CommandLine;
using MemOS.Cli.Output;

namespace MemOS.Cli.Commands.Skills;

/// <summary>Shows a skill whole.</summary>
internal sealed class SkillShowCommand : ICliCommand
{
    private readonly Argument<string> name = new("NAME") { Description = "The skill." };

    public IReadOnlyList<string> Examples => ["memos skills show find_then_refund --user ada"];

    public Command Build() => new("show", "Show a skill: parameters, steps, plan, lessons.") { name };

    public async Task<int> RunAsync(CliRun run, CancellationToken cancellationToken)
    {
        await using var memory = await run.OpenExistingAsync(cancellationToken);
        var stored = await SkillCommands.FindAsync(memory, run, run.Parse.GetRequiredValue(name), cancellationToken);
        run.WriteJson(SkillOutput.Of(stored), CliJson.Readable.SkillOutput);
        run.WriteText(SkillText.Whole(stored.Skill));
        return ExitCode.Success;
    }
}
