namespace MemOS.Cli.Benches;

/// <summary>A record that reading a conversation should give.</summary>
/// <param name="Kind">The kind, alternatives separated by a bar; any when missing.</param>
/// <param name="Subject">Contained in the record's subject, alternatives separated by a bar; any when missing.</param>
/// <param name="Contains">Strings that must all occur in the text; each may have alternatives.</param>
/// <param name="EventDate">How the ISO date of the event time or its start must begin; any time when missing.</param>
/// <param name="Valid">Whether the record is current (true or missing) or superseded and still held.</param>
internal sealed record ReadingExpectation(string? Kind, string? Subject, IReadOnlyList<string> Contains, string? EventDate, bool? Valid);
