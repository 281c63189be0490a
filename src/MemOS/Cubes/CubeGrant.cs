namespace MemOS.Cubes;

/// <summary>A cube that a user may use, and how.</summary>
/// <param name="Cube">The cube.</param>
/// <param name="Role">What the user may do with it.</param>
public sealed record CubeGrant(MemCube Cube, CubeRole Role);
