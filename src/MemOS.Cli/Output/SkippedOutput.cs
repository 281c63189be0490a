namespace MemOS.Cli.Output;

/// <summary>Messages that are in no task, and why.</summary>
internal sealed record SkippedOutput(IReadOnlyList<string> Sources, string Reason);
