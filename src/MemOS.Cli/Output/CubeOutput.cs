using MemOS.Cubes;

namespace MemOS.Cli.Output;

/// <summary>A cube and what a user may do with it.</summary>
internal sealed record CubeOutput(string Name, int Number, string Role, DateTimeOffset CreatedAt, string? Path)
{
    public static CubeOutput Of(CubeGrant grant) => new(grant.Cube.Name, grant.Cube.Number, CliText.Lower(grant.Role), grant.Cube.CreatedAt, grant.Cube.Path);
}
