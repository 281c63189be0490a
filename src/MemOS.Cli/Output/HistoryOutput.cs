namespace MemOS.Cli.Output;

/// <summary>What <c>memos history --json</c> prints.</summary>
/// <param name="Id">The record.</param>
/// <param name="Versions">All its versions, oldest first.</param>
/// <param name="Chain">What it replaced and what replaced it, in the order of their times, itself included.</param>
internal sealed record HistoryOutput(string Id, IReadOnlyList<RecordOutput> Versions, IReadOnlyList<RecordOutput> Chain);
