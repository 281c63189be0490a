namespace MemOS.Cli.Output;

/// <summary>What <c>memos timeline --json</c> prints: what happened, in order of time.</summary>
internal sealed record TimelineOutput(IReadOnlyList<RecordOutput> Events);
