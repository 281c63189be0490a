using MemOS.Sqlite.Storage;
using static SQLitePCL.raw;

namespace MemOS.Sqlite.Cubes;

/// <summary>Portable files of one cube. In such a file the cube has the number 1.</summary>
internal static class CubeFile
{
    /// <summary>The number of the cube in its file.</summary>
    public const int Number = 1;

    private const string Begin = "BEGIN";
    private const string Commit = "COMMIT";
    private const string InsertCube = "INSERT INTO cubes (number, tenant, name, created_at) VALUES (1, '', ?1, ?2)";
    private const string Count = "SELECT count(*) FROM cubes";
    private const string Settings = """
        PRAGMA query_only = ON;
        PRAGMA trusted_schema = OFF;
        PRAGMA temp_store = MEMORY;
        """;

    /// <summary>Writes a cube to a new file.</summary>
    public static void Write(string target, string store, int cube, string name, long now, TimeSpan busyTimeout, CancellationToken cancellationToken)
    {
        var part = target + ".part";
        try
        {
            File.Delete(part);
            using (var connection = Connection.Open(part, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI, busyTimeout))
            {
                using var stop = cancellationToken.Register(() => sqlite3_interrupt(connection.Handle));
                Schema.Migrate(connection);
                CubeCopy.With(connection, store, () =>
                {
                    connection.Execute(Begin);
                    connection.Prepare(InsertCube).Bind(name).Bind(now).Run();
                    CubeCopy.Run(connection, cube, Number, now, isImport: false, cancellationToken);
                    connection.Execute(Commit);
                    return true;
                });
            }

            File.Move(part, target);
        }
        catch (Exception error) when (error is MemoryStoreException or IOException or UnauthorizedAccessException)
        {
            if (File.Exists(part))
            {
                File.Delete(part);
            }

            cancellationToken.ThrowIfCancellationRequested();
            throw new MemoryStoreException($"The cube could not be written to \"{target}\"; nothing is left of it. Choose a folder that exists and has room. ({(error.InnerException ?? error).Message})", error);
        }
    }

    /// <summary>Checks a file that comes from elsewhere: its form, its pages, and every rule that a store keeps.</summary>
    /// <exception cref="MemoryStoreException">It must not be used.</exception>
    public static void Check(string path, TimeSpan busyTimeout, CancellationToken cancellationToken)
    {
        using var file = OpenFile.Enter(path);
        if (!FileHeader.Check(file))
        {
            throw new MemoryStoreException($"There is no cube in \"{path}\". Check the path.");
        }

        using var connection = Connection.Open(file.Path, SQLITE_OPEN_READONLY, busyTimeout);
        connection.Execute(Settings);
        if (Schema.GetVersion(connection) != Schema.Version || !Schema.IsIntact(connection) || connection.Prepare(Count).Scalar() != 1)
        {
            throw FileHeader.Refuse(path, "is not a cube file of this version", "Dump the cube again with the current version.");
        }

        if (StoreCheck.CheckAll(connection, null, cancellationToken).FirstOrDefault(static problem => problem.Area != "jobs") is { } problem)
        {
            throw FileHeader.Refuse(path, "is damaged", problem.Message);
        }
    }

    /// <summary>Opens readers of a file that was checked.</summary>
    public static ConnectionPool Open(string path, TimeSpan busyTimeout) => new(path, SQLITE_OPEN_READONLY, Settings, busyTimeout);
}
