namespace MemOS.Cli.Output;

/// <summary>What <c>memos tasks --json</c> prints.</summary>
internal sealed record TasksOutput(string User, IReadOnlyList<TaskOutput> Tasks, IReadOnlyList<SkippedOutput> Skipped);
