using MemOS.Reading;

namespace MemOS.Cli.Benches;

/// <summary>A record as the reading bench judges it.</summary>
/// <param name="Record">The record.</param>
/// <param name="Sources">The messages behind it.</param>
internal sealed record ReadingRecord(MemoryRecord Record, IReadOnlyList<ReadingSource> Sources);
