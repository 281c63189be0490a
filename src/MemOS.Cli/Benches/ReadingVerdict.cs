namespace MemOS.Cli.Benches;

/// <summary>How one conversation was read.</summary>
/// <param name="Score">Its counts.</param>
/// <param name="Wrong">The wrong records, each with the reason.</param>
/// <param name="Missed">The expectations that no record matches.</param>
internal sealed record ReadingVerdict(ReadingScore Score, IReadOnlyList<(ReadingRecord Record, string Reason)> Wrong, IReadOnlyList<ReadingExpectation> Missed);
