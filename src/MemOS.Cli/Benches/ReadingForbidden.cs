namespace MemOS.Cli.Benches;

/// <summary>A record that reading a conversation must not give.</summary>
/// <param name="Contains">Strings that must not all occur in one record's text.</param>
internal sealed record ReadingForbidden(IReadOnlyList<string> Contains);
