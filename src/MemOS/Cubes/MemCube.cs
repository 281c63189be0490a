namespace MemOS.Cubes;

/// <summary>A memory space: the only isolation key of the system.</summary>
/// <param name="Number">The number that every id of the cube carries.</param>
/// <param name="Name">The unique name within the tenant; a user's default cube is named after the user.</param>
/// <param name="Tenant">The tenant; empty in a single-tenant application.</param>
/// <param name="CreatedAt">When the cube was made or attached.</param>
/// <param name="Path">The file of an attached, read-only cube; <see langword="null"/> for a cube of the main file.</param>
public sealed record MemCube(int Number, string Name, string Tenant, DateTimeOffset CreatedAt, string? Path)
{
    /// <summary>Whether nothing can be written to the cube.</summary>
    public bool IsReadOnly => Path is not null;
}
