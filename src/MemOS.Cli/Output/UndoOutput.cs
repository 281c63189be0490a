namespace MemOS.Cli.Output;

/// <summary>What <c>memos undo --json</c> prints: the records that changed, what is true again first.</summary>
internal sealed record UndoOutput(IReadOnlyList<RecordOutput> Records);
