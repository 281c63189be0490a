using System.CommandLine;
using MemOS.Cli.Output;
using MemOS.Evolution.Skills;

namespace MemOS.Cli.Commands.Skills;

/// <summary>Shows the calls that a skill would make.</summary>
internal sealed class SkillDryRunCommand : ICliCommand
{
    private readonly Argument<string> name = new("NAME") { Description = "The skill." };
    private readonly Argument<string> arguments = SkillCommands.ArgumentsOf();

    public IReadOnlyList<string> Examples => ["memos skills dry-run find_then_refund '{\"name\": \"Ada\"}'"];

    public Command Build() => new("dry-run", "Show the calls that a skill would make, without making any.") { name, arguments };

    public async Task<int> RunAsync(CliRun run, CancellationToken cancellationToken)
    {
        await using var memory = await run.OpenExistingAsync(cancellationToken);
        var skill = (await SkillCommands.FindAsync(memory, run, run.Parse.GetRequiredValue(name), cancellationToken)).Skill;
        if (!SkillFunction.CanBeMadeOf(skill))
        {
            throw new CliException($"The skill '{skill.Name}' ({CliText.Lower(skill.Status)}) has no plan that can run: {skill.StatusReason}");
        }

        var function = new SkillFunction(skill, () => []);
        var given = SkillCommands.Arguments(run.Parse.GetRequiredValue(arguments), skill);
        if (function.FindProblem(given) is { } problem)
        {
            throw new CliException($"{problem} {SkillCommands.Wanted(skill)}", ExitCode.Usage);
        }

        var calls = function.DryRun(given);
        run.WriteJson(new(skill.Name, skill.CurrentVersion, [.. calls.Select(SkillCallOutput.Of)]), CliJson.Readable.SkillDryRunOutput);
        run.WriteText(string.Join('\n', calls.Select(SkillText.Line)));
        return ExitCode.Success;
    }
}
