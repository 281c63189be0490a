using MemOS.Cubes;
using MemOS.Sqlite.Reading;
using MemOS.Sqlite.Storage;

namespace MemOS.Sqlite.Governance;

/// <summary>Checks that the items of a call are there and may be changed.</summary>
internal static class ItemGuard
{
    private const string HasEvidence = "SELECT 1 FROM evidence WHERE id = ?1 AND id BETWEEN ?2 AND ?3 AND state <> 4";
    private const string Role = """
        SELECT g.role FROM users u JOIN grants g ON g.user = u.number WHERE u.tenant = ?1 AND u.name = ?2 AND g.cube = ?3
        """;

    /// <summary>Throws unless all items are known and lie in writable cubes.</summary>
    public static void CheckWritable(Connection connection, CubeAccess access, IReadOnlyList<MemoryId> ids)
    {
        foreach (var id in ids)
        {
            if (!access.CanRead(id) || !Exists(connection, id))
            {
                throw new MemoryNotFoundException($"There is no {id}: it was never made, was erased, or belongs to somebody else.");
            }

            if (!access.Writable.Contains(id.Cube))
            {
                throw new MemoryAccessException($"{id} lies in a cube that this scope only reads. Name the cube in MemoryScope.WriteCubes, with a writer's grant.");
            }
        }
    }

    /// <summary>Throws unless the user of the access owns a cube.</summary>
    public static void CheckOwner(Connection connection, CubeAccess access, int cube)
    {
        var role = (CubeRole?)connection.Prepare(Role).Bind(access.Scope.Tenant).Bind(access.Scope.User).Bind(cube).Scalar();
        if (role != CubeRole.Owner)
        {
            throw new MemoryAccessException($"User \"{access.Scope.User}\" does not own cube {cube}, and only an owner erases. Ask an owner, or forget instead.");
        }
    }

    private static bool Exists(Connection connection, MemoryId id)
    {
        var (first, last) = CubeRange.Of(id.Cube);
        return id.Kind switch
        {
            MemoryItemKind.Evidence => connection.Prepare(HasEvidence).Bind(id.Value).Bind(first).Bind(last).Scalar() is not null,
            MemoryItemKind.Record => RecordTable.Find(connection, id) is not null,
            _ => false,
        };
    }
}
