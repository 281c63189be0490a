using System.CommandLine;
using System.Text.Json;
using MemOS.Cli.Output;
using MemOS.Evolution.Skills;

namespace MemOS.Cli.Commands.Skills;

/// <summary>Shows the calls that a skill would make.</summary>
internal sealed class SkillDryRunCommand : ICliCommand
{
    private readonly Argument<string> name = new("NAME") { Description = "The skill." };
    private readonly Argument<string> arguments = new("ARGUMENTS") { Description = "A JSON object with the parameters." };

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
        var given = SkillCommands.Arguments(run.Parse.GetRequiredValue(arguments));
        if (function.FindProblem(given) is { } problem)
        {
            throw new CliException(problem, ExitCode.Usage);
        }

        var calls = function.DryRun(given);
        var lines = calls.Select(SkillText.Line).ToArray();
        run.WriteJson(JsonSerializer.SerializeToElement(lines, CliJson.Readable.StringArray), CliJson.Readable.JsonElement);
        run.WriteText(string.Join('\n', lines));
        return ExitCode.Success;
    }
}
