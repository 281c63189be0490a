using MemOS.Evolution.Skills;

namespace MemOS.Cli.Output;

/// <summary>What <c>memos skills run --json</c> prints.</summary>
internal sealed record SkillRunOutput(string Skill, int Version, string Status, IReadOnlyList<SkillCallOutput> Done, IReadOnlyList<string> NotDone, string? Error, string? Note)
{
    public static SkillRunOutput Of(SkillReport report) => new(
        report.Skill, report.Version, CliText.Lower(report.Status), [.. report.Done.Select(SkillCallOutput.Of)], report.NotDone, report.Error, report.Note);
}
