using System.CommandLine;
using MemOS.Cli.Output;
using MemOS.Evolution.Skills;

namespace MemOS.Cli.Commands.Skills;

/// <summary>Takes a skill one step further in its life.</summary>
internal sealed class SkillStepCommand(string verb, string summary, string? argument, string? needs, Func<Skill, string, Skill> step) : ICliCommand
{
    private readonly Argument<string> name = new("NAME") { Description = "The skill." };
    private readonly Argument<string> value = new(argument ?? "VALUE") { Description = needs };
    private readonly Option<string?> cube = new("--cube") { Description = "The shared cube that holds the skill; you need a writer's grant, and it holds for everybody there. Default: your own memory.", HelpName = "CUBE" };

    public IReadOnlyList<string> Examples => [$"memos skills {verb} find_then_refund{(needs is null ? "" : verb == "rollback" ? " 1" : " \"asks the wrong person\"")} --user ada"];

    public Command Build() => needs is null ? new Command(verb, summary) { name, cube } : new Command(verb, summary) { name, value, cube };

    public async Task<int> RunAsync(CliRun run, CancellationToken cancellationToken)
    {
        await using var memory = await run.OpenExistingAsync(cancellationToken);
        var given = needs is null ? "" : run.Parse.GetRequiredValue(value);
        if (needs is not null && string.IsNullOrWhiteSpace(given))
        {
            throw new CliException($"memos skills {verb} needs more than blanks as its {argument}.", ExitCode.Usage);
        }

        try
        {
            var (found, scope) = await FindAsync(memory, run, cancellationToken);
            var stored = await memory.ChangeSkillAsync(found, skill => step(skill, given), scope, cancellationToken);
            run.WriteJson(SkillOutput.Of(stored), CliJson.Readable.SkillOutput);
            SkillText.WriteTable(run.Out, [stored]);
            return ExitCode.Success;
        }
        catch (Exception error) when (error is InvalidOperationException or MemOSException)
        {
            throw new CliException(error.Message);
        }
    }

    private async Task<(StoredSkill Skill, MemoryScope Scope)> FindAsync(MemoryOS memory, CliRun run, CancellationToken cancellationToken)
    {
        var wanted = run.Parse.GetRequiredValue(name);
        var access = await run.ResolveKnownAsync(memory, cancellationToken);
        var (scope, place) = (run.Scope, access.Home);
        if (run.Parse.GetValue(cube) is { } shared)
        {
            scope = run.Scope with { WriteCubes = [shared] };
            place = (await memory.ResolveAsync(scope, cancellationToken)).Writable[^1];
        }

        // What waits is not learned here: a person judges what they saw, and no version that came up meanwhile.
        var skills = (await memory.ListSkillsAsync(scope, cancellationToken)).Where(stored => stored.Skill.Name == wanted).ToList();
        return skills.Find(stored => stored.Id.Cube == place) is { } found ? (found, scope)
            : skills.Count > 0 && scope == run.Scope ? throw new CliException($"The skill '{wanted}' lies in a shared cube: name it with --cube CUBE. memos cubes list --user {run.User} shows which there are.")
            : throw new CliException($"There is no skill '{wanted}'{(scope == run.Scope ? "" : " in that cube")}. memos skills list --user {run.User} shows what there is.");
    }
}
