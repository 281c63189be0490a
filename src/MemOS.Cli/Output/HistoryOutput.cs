namespace MemOS.Cli.Output;

/// <summary>What <c>memos history --json</c> prints: all versions, oldest first.</summary>
internal sealed record HistoryOutput(string Id, IReadOnlyList<RecordOutput> Versions);
