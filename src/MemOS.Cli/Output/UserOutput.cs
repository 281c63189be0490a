namespace MemOS.Cli.Output;

/// <summary>A user and the cubes that are open to them.</summary>
internal sealed record UserOutput(string Name, DateTimeOffset CreatedAt, IReadOnlyList<string> Cubes);
