namespace MemOS.Cli.Output;

/// <summary>What <c>memos erase --json</c> prints.</summary>
/// <param name="Messages">Messages that are gone.</param>
/// <param name="Records">Records that are gone.</param>
/// <param name="Skills">Skills that were learned from the messages and are gone, by name.</param>
/// <param name="Pending">Whether copies of the bytes may stand in the write-ahead log until the next opening.</param>
internal sealed record EraseOutput(int Messages, int Records, IReadOnlyList<string> Skills, bool Pending);
