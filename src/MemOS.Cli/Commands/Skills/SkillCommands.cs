using System.CommandLine;
using System.Text.Json;
using MemOS.Evolution.Skills;
using Microsoft.Extensions.AI;

namespace MemOS.Cli.Commands.Skills;

/// <summary>The commands under <c>memos skills</c>, in the order of its help.</summary>
internal static class SkillCommands
{
    public static IReadOnlyList<ICliCommand> Create() =>
    [
        new SkillListCommand(),
        new SkillShowCommand(),
        new SkillLearnCommand(),
        new SkillStepCommand("approve", "Allow a verified skill, or its newer version that waits, to run.", null, null, (skill, _) => SkillLife.Approve(skill)),
        new SkillStepCommand("reject", "Refuse a skill, or its newer version that waits; it stays with your reason.", "REASON", "Why.", SkillLife.Reject),
        new SkillStepCommand("retire", "Take a skill out of use; its history stays.", "REASON", "Why.", SkillLife.Retire),
        new SkillStepCommand("rollback", "Go back to an earlier version; later ones are not proposed again.", "VERSION", "The version's number.", (skill, number) => SkillLife.Rollback(skill, VersionOf(skill, number))),
        new SkillDiffCommand(),
        new SkillDryRunCommand(),
        new SkillRunCommand(),
        new SkillExportCommand(),
        new SkillImportCommand(),
        new SkillPublishCommand(isRevoking: false),
        new SkillPublishCommand(isRevoking: true),
    ];

    /// <summary>The number of a version that the skill has.</summary>
    public static int VersionOf(Skill skill, string text) =>
        Number(text) is var number && skill.Versions.Any(version => version.Number == number)
            ? number
            : throw new CliException($"'{skill.Name}' has no version {number}; memos skills versions {skill.Name} lists {string.Join(", ", skill.Versions.Select(version => version.Number))}.", ExitCode.Usage);

    /// <summary>A version's number.</summary>
    public static int Number(string text) => int.TryParse(text, out var number) ? number : throw new CliException($"'{text}' is no version: give its number.", ExitCode.Usage);

    /// <summary>The error of a name that is taken, with how another one is given; of any other conflict, what it says.</summary>
    public static CliException Taken(MemoryConflictException error) =>
        error.Message.LastIndexOf(" Give ", StringComparison.Ordinal) is > 0 and var advice && error.Message.EndsWith(" another name.", StringComparison.Ordinal)
            ? new($"{error.Message[..advice]} Give it another name with --name NAME.")
            : new(error.Message);

    /// <summary>The parameters of a skill as the argument of a command: not written at all, they are none.</summary>
    public static Argument<string> ArgumentsOf() => new("ARGUMENTS") { Description = "A JSON object with the parameters. Default: none.", DefaultValueFactory = static _ => "{}" };

    /// <summary>How the parameters of a skill are written, by its own names.</summary>
    public static string Wanted(Skill skill) => skill.Current.Plan?.Parameters is { Count: > 0 } parameters
        ? $"Write an object of its parameters: '{{{string.Join(", ", parameters.Select(parameter => $"\"{parameter.Name}\": …"))}}}'. memos skills show {skill.Name} explains them."
        : $"{skill.Name} has no parameters: write '{{}}' or nothing.";

    /// <summary>The arguments of a skill's call, from a JSON object.</summary>
    public static AIFunctionArguments Arguments(string json, Skill skill)
    {
        try
        {
            return JsonElement.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false }) is { ValueKind: JsonValueKind.Object } given
                ? new(given.EnumerateObject().ToDictionary(member => member.Name, member => (object?)member.Value))
                : throw new CliException($"The arguments are JSON, but no object. {Wanted(skill)}", ExitCode.Usage);
        }
        catch (JsonException error)
        {
            throw new CliException($"The arguments are no JSON{(error.BytePositionInLine is { } place ? $": look at character {place + 1}" : ": a member stands there twice")}. {Wanted(skill)}", ExitCode.Usage);
        }
    }

    /// <summary>What the user may see, once all that waits to be learned from is.</summary>
    public static async Task<IReadOnlyList<StoredSkill>> ListAsync(MemoryOS memory, CliRun run, CancellationToken cancellationToken)
    {
        await run.ResolveKnownAsync(memory, cancellationToken);
        if (!memory.Store.Maintenance.IsReadOnly)
        {
            await memory.EvolveAsync(run.Scope, cancellationToken: cancellationToken);
        }

        return await memory.ListSkillsAsync(run.Scope, cancellationToken);
    }

    /// <summary>The names of the cubes that the user may use, by their numbers.</summary>
    public static async Task<IReadOnlyDictionary<int, string>> CubesAsync(MemoryOS memory, CliRun run, CancellationToken cancellationToken) =>
        (await memory.ListCubesAsync(run.User, cancellationToken: cancellationToken)).ToDictionary(static grant => grant.Cube.Number, static grant => grant.Cube.Name);

    /// <summary>The skill of a name that the user may see.</summary>
    public static async Task<StoredSkill> FindAsync(MemoryOS memory, CliRun run, string name, CancellationToken cancellationToken)
    {
        var skills = await ListAsync(memory, run, cancellationToken);
        return skills.FirstOrDefault(stored => stored.Skill.Name == name)
            ?? throw new CliException($"There is no skill '{name}'. memos skills list --user {run.User} shows what there is.");
    }
}
