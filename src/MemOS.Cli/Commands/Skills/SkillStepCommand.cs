using System.CommandLine;
using MemOS.Cli.Output;
using MemOS.Evolution.Skills;

namespace MemOS.Cli.Commands.Skills;

/// <summary>Takes a skill one step further in its life.</summary>
internal sealed class SkillStepCommand(string verb, string summary, string? needs, Func<Skill, string, Skill> step) : ICliCommand
{
    private readonly Argument<string> name = new("NAME") { Description = "The skill." };
    private readonly Argument<string> value = new("VALUE") { Description = needs };

    public IReadOnlyList<string> Examples => [$"memos skills {verb} find_then_refund{(needs is null ? "" : verb == "rollback" ? " 1" : " \"asks the wrong person\"")} --user ada"];

    public Command Build() => needs is null ? new Command(verb, summary) { name } : new Command(verb, summary) { name, value };

    public async Task<int> RunAsync(CliRun run, CancellationToken cancellationToken)
    {
        await using var memory = await run.OpenExistingAsync(cancellationToken);
        var found = await SkillCommands.FindAsync(memory, run, run.Parse.GetRequiredValue(name), cancellationToken);
        var given = needs is null ? "" : run.Parse.GetRequiredValue(value);
        try
        {
            var stored = await memory.ChangeSkillAsync(found.Skill.Name, skill => step(skill, given), run.Scope, cancellationToken);
            run.WriteJson(SkillOutput.Of(stored), CliJson.Readable.SkillOutput);
            SkillText.WriteTable(run.Out, [stored]);
            return ExitCode.Success;
        }
        catch (InvalidOperationException error)
        {
            throw new CliException(error.Message);
        }
    }
}
