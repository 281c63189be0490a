namespace MemOS.Cli.Output;

/// <summary>What <c>memos skills dry-run --json</c> prints.</summary>
internal sealed record SkillDryRunOutput(string Skill, int Version, IReadOnlyList<SkillCallOutput> Calls);
