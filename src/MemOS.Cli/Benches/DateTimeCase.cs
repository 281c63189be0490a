namespace MemOS.Cli.Benches;

/// <summary>One case of a date-time specification: an input, the time it is read at and what should be found.</summary>
internal sealed record DateTimeCase(string Input, DateTime Reference, IReadOnlyList<DateTimeExpectation> Results);
