namespace MemOS.Cli.Output;

/// <summary>What <c>memos update --json</c> prints.</summary>
internal sealed record UpdateOutput(RecordOutput Record);
