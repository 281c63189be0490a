namespace MemOS.Cli.Benches;

/// <summary>How far a bench has come.</summary>
/// <param name="Step">What it is doing, in a few words.</param>
/// <param name="Done">Units done.</param>
/// <param name="Total">Units in all; 0 when unknown.</param>
internal readonly record struct BenchProgress(string Step, int Done, int Total);
