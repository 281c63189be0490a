namespace MemOS.Cli.Benches;

/// <summary>What was expected and found in one input.</summary>
internal sealed record DateTimeDetail(string Input, DateTime Reference, bool Correct, IReadOnlyList<string> Expected, IReadOnlyList<string> Found);
