namespace MemOS.Cli.Output;

/// <summary>What <c>memos skills … --json</c> prints.</summary>
internal sealed record SkillsOutput(string User, IReadOnlyList<SkillOutput> Skills);
