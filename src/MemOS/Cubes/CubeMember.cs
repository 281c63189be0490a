namespace MemOS.Cubes;

/// <summary>A user who may use a cube, and how.</summary>
/// <param name="User">The user.</param>
/// <param name="Role">What the user may do with the cube.</param>
public sealed record CubeMember(string User, CubeRole Role);
