namespace MemOS.Cli.Output;

/// <summary>What <c>memos list --json</c> prints.</summary>
/// <param name="Records">The records, or none when messages were asked for.</param>
/// <param name="Messages">The messages, or none.</param>
/// <param name="Next">What to pass as <c>--after</c> for the next page; <see langword="null"/> at the end.</param>
internal sealed record ListOutput(IReadOnlyList<RecordOutput> Records, IReadOnlyList<MessageOutput> Messages, string? Next);
