using System.CommandLine;
using System.Text.Json;
using MemOS.Cli.Output;
using MemOS.Evolution.Skills;

namespace MemOS.Cli.Commands.Skills;

/// <summary>Lists a skill's versions, or what changed between two of them.</summary>
internal sealed class SkillDiffCommand : ICliCommand
{
    private readonly Argument<string> name = new("NAME") { Description = "The skill." };
    private readonly Option<string?> from = new("--from") { Description = "Compare this version with the one that waits for approval, or else with the one in use.", HelpName = "N" };

    public IReadOnlyList<string> Examples => ["memos skills versions find_then_refund", "memos skills versions find_then_refund --from 1"];

    public Command Build() => new("versions", "List a skill's versions, or what changed since one of them.") { name, from };

    public async Task<int> RunAsync(CliRun run, CancellationToken cancellationToken)
    {
        await using var memory = await run.OpenExistingAsync(cancellationToken);
        var skill = (await SkillCommands.FindAsync(memory, run, run.Parse.GetRequiredValue(name), cancellationToken)).Skill;
        var lines = run.Parse.GetValue(from) is { } number
            ? SkillDiff.Between(skill, SkillCommands.VersionOf(skill, number), skill.PendingVersion ?? skill.CurrentVersion)
            : [.. skill.Versions.Select(version => $"{version.Number}{Place(skill, version)}, {CliText.Day(version.Created)}, {(version.Parent is { } parent ? $"from {parent}, " : "")}{version.Reason}")];
        run.WriteJson(JsonSerializer.SerializeToElement(lines.ToArray(), CliJson.Readable.StringArray), CliJson.Readable.JsonElement);
        run.WriteText(lines.Count == 0 ? "nothing changed" : string.Join('\n', lines));
        return ExitCode.Success;
    }

    private static string Place(Skill skill, SkillVersion version) =>
        version.Number == skill.PendingVersion ? " (waits for approval)"
        : version.Number == skill.CurrentVersion ? skill.IsOffered ? " (in use)" : " (out of use)"
        : version.IsWithdrawn ? " (withdrawn)" : "";
}
