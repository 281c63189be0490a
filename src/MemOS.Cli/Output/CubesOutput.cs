namespace MemOS.Cli.Output;

/// <summary>What <c>memos cubes --json</c> prints.</summary>
internal sealed record CubesOutput(string User, IReadOnlyList<CubeOutput> Cubes);
