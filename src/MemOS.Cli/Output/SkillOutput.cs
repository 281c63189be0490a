using System.Text.Json;
using MemOS.Evolution.Skills;

namespace MemOS.Cli.Output;

/// <summary>A skill as <c>--json</c> prints it.</summary>
internal sealed record SkillOutput(
    string Id, string? Cube, string Name, string Description, string Status, string Reason, int Version, int? ApprovedVersion, int? PendingVersion, bool IsTrusted,
    int Trials, double Success, int ForeignTrials, IReadOnlyList<string> Lessons, IReadOnlyList<string> Tools, JsonElement? Plan, IReadOnlyList<SkillParameterOutput> Parameters, IReadOnlyList<int> Versions)
{
    public static SkillOutput Of(StoredSkill stored) => Of(stored, null);

    public static SkillOutput Of(StoredSkill stored, string? cube)
    {
        var skill = stored.Skill;
        return new(
            stored.Id.ToString(), cube, skill.Name, skill.Description, CliText.Lower(skill.Status), skill.StatusReason, skill.CurrentVersion, skill.ApprovedVersion, skill.PendingVersion, skill.IsTrusted,
            skill.Posterior.Trials, Math.Round(skill.Posterior.Mean, 3), skill.ForeignTrials.Count, skill.Lessons, [.. skill.Current.Tools.Select(tool => tool.Name)],
            skill.Current.Plan is { } plan ? JsonElement.Parse(plan.ToJson()) : null, SkillParameterOutput.Of(skill.Current), [.. skill.Versions.Select(version => version.Number)]);
    }
}
