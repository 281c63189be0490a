namespace MemOS.Cli.Benches;

/// <summary>An expected mention: its first and last character (included), its type and the set of its values.</summary>
/// <param name="Start">Index of the first character.</param>
/// <param name="End">Index of the last character.</param>
/// <param name="Type">The type as the specification names it: "date", "daterange", "set" ...</param>
/// <param name="Values">Each value printed by <see cref="DateTimeScorer.Print"/>; <see langword="null"/> when one is "not resolved".</param>
internal sealed record DateTimeExpectation(int Start, int End, string Type, IReadOnlySet<string>? Values);
