namespace MemOS.Cubes;

/// <summary>A <see cref="MemoryScope"/> resolved to cube numbers: what every statement of a store is bound to.</summary>
/// <remarks>
/// Made by <see cref="ICubeStore.ResolveAsync"/> alone. The home cube is first in both lists. Immutable.
/// </remarks>
/// <param name="Scope">The scope that was resolved.</param>
/// <param name="Readable">Numbers of the cubes that may be read, home first.</param>
/// <param name="Writable">Numbers of the cubes that writes go to: home first, then those that get a link.</param>
public sealed record CubeAccess(MemoryScope Scope, IReadOnlyList<int> Readable, IReadOnlyList<int> Writable)
{
    /// <summary>The cube that stores what the scope writes.</summary>
    public int Home => Writable[0];

    /// <summary>Whether an item of this id may be read.</summary>
    public bool CanRead(MemoryId id) => Readable.Contains(id.Cube);
}
