namespace MemOS.Cubes;

/// <summary>What a user may do with a cube; each role includes the ones before it.</summary>
public enum CubeRole
{
    /// <summary>May search and read.</summary>
    Reader = 1,

    /// <summary>May also add, update and forget.</summary>
    Writer = 2,

    /// <summary>May also share, dump, erase and delete.</summary>
    Owner = 3,
}
