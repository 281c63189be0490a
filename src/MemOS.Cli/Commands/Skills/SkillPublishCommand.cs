using System.CommandLine;
using MemOS.Cli.Output;

namespace MemOS.Cli.Commands.Skills;

/// <summary>Publishes a skill to a shared cube, or takes it back.</summary>
internal sealed class SkillPublishCommand(bool isRevoking) : ICliCommand
{
    private readonly Argument<string> name = new("NAME") { Description = "The skill." };
    private readonly Argument<string> cube = new("CUBE") { Description = "The cube; you need a writer's grant for it." };
    private readonly Option<string?> newName = new("--name") { Description = "The name that it gets there. Default: the one that it has there, or else its own.", HelpName = "NAME" };

    public IReadOnlyList<string> Examples => isRevoking
        ? ["memos skills revoke find_then_refund team --user ada"]
        : ["memos skills publish find_then_refund team --user ada", "memos skills publish find_then_refund team --name refund_by_name --user ada"];

    public Command Build() => isRevoking
        ? new Command("revoke", "Take a published skill back: nobody can use it there any more.") { name, cube }
        : new Command("publish", "Give a skill to a shared cube, without trials, examples, usual texts or references to your messages.") { name, cube, newName };

    public async Task<int> RunAsync(CliRun run, CancellationToken cancellationToken)
    {
        await using var memory = await run.OpenExistingAsync(cancellationToken);
        await run.ResolveKnownAsync(memory, cancellationToken);
        var (skill, target) = (run.Parse.GetRequiredValue(name), run.Parse.GetRequiredValue(cube));
        await CheckAsync(memory, run, skill, target, cancellationToken);
        var before = await memory.ListSkillsAsync(run.Scope, cancellationToken);
        try
        {
            var stored = isRevoking
                ? await memory.Skills.RevokeAsync(run.Scope, skill, target, cancellationToken)
                : await memory.Skills.PublishAsync(run.Scope, skill, target, run.Parse.GetValue(newName), cancellationToken);
            run.WriteJson(SkillOutput.Of(stored), CliJson.Readable.SkillOutput);
            if (isRevoking && before.Any(known => known.Id == stored.Id && known.Revision == stored.Revision))
            {
                run.Note($"Nothing was published any more: '{stored.Skill.Name}' was taken back from \"{target}\" before.");
            }

            SkillText.WriteTable(run.Out, [stored]);
            return ExitCode.Success;
        }
        catch (MemoryConflictException error)
        {
            throw SkillCommands.Taken(error);
        }
        catch (Exception error) when (error is MemOSException or FormatException)
        {
            throw new CliException(error.Message);
        }
    }

    // Whichever of the two names is wrong, or both: who mistyped one should not look for the fault in the other.
    private async Task CheckAsync(MemoryOS memory, CliRun run, string skill, string target, CancellationToken cancellationToken)
    {
        var wrong = new List<string>();
        if (!isRevoking)
        {
            var access = await memory.ResolveAsync(run.Scope, cancellationToken);
            if (!(await memory.ListSkillsAsync(run.Scope, cancellationToken)).Any(known => known.Skill.Name == skill && known.Id.Cube == access.Home))
            {
                wrong.Add($"There is no skill '{skill}' in your own memory; only what is there can be published. memos skills list --user {run.User} shows it.");
            }
        }

        if (!(await memory.ListCubesAsync(run.User, cancellationToken: cancellationToken)).Any(grant => grant.Cube.Name == target))
        {
            wrong.Add($"\"{run.User}\" has no cube \"{target}\". memos cubes list --user {run.User} shows which there are.");
        }

        if (wrong.Count > 0)
        {
            throw new CliException(string.Join(' ', wrong));
        }
    }
}
