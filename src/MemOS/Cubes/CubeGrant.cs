namespace MemOS.Cubes;

/// <summary>A cube that a user may use, and how.</summary>
/// <param name="Cube">The cube.</param>
/// <param name="Role">What the user may do with it.</param>
public sealed record CubeGrant(MemCube Cube, CubeRole Role)
{
    /// <summary>Whether it is the default cube of the user, or of one of the user's agents or sessions, which the others do not read. Default: no.</summary>
    public bool IsDefault { get; init; }
}
