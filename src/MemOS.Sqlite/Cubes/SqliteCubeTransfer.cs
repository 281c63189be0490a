using MemOS.Cubes;
using MemOS.Sqlite.Storage;

namespace MemOS.Sqlite.Cubes;

/// <inheritdoc cref="ICubeTransfer"/>
internal sealed class SqliteCubeTransfer(Database database, AttachedCubes attached) : ICubeTransfer
{
    private const string Begin = "BEGIN IMMEDIATE";
    private const string Commit = "COMMIT";
    private const string SetPath = "UPDATE cubes SET path = ?2, file_number = ?3 WHERE number = ?1";
    private const string FindPath = "SELECT number FROM cubes WHERE tenant = ?1 AND name = ?2 AND path IS NOT NULL";
    private const string Delete = "DELETE FROM cubes WHERE number = ?1";

    /// <inheritdoc/>
    public Task DumpAsync(string tenant, string cube, string path, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentException.ThrowIfNullOrWhiteSpace(cube);
        var target = FullPath(path);
        return Task.Run(
            () =>
            {
                var number = database.Readers.Read(connection => CubeTable.FindNumber(connection, tenant, cube))
                    ?? throw new MemoryNotFoundException($"There is no cube \"{cube}\". List the cubes to see their names.");
                if (File.Exists(target))
                {
                    throw new MemoryStoreException($"\"{target}\" exists already; nothing was written. Choose another path.");
                }

                if (attached.Find(number) is { } file)
                {
                    File.Copy(file.Path, target);
                    return;
                }

                CubeFile.Write(target, database.Readers.Address, number, cube, database.Now, database.Options.BusyTimeout, cancellationToken);
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<MemCube> AttachAsync(string tenant, string path, string name, string owner, CancellationToken cancellationToken = default)
    {
        Check(tenant, name, owner);
        var source = FullPath(path);
        await Task.Run(() => CubeFile.Check(source, database.Options.BusyTimeout, cancellationToken), cancellationToken).ConfigureAwait(false);
        return await database.WriteAsync(
            connection =>
            {
                var now = database.Now;
                var cube = Make(connection, tenant, name, owner, now);
                connection.Prepare(SetPath).Bind(cube).Bind(source).Bind(CubeFile.Number).Run();
                return new MemCube(cube, name, tenant, Times.FromUtc(now), source);
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task DetachAsync(string tenant, string name, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var cube = await database.WriteAsync(
            connection =>
            {
                var number = connection.Prepare(FindPath).Bind(tenant).Bind(name).Scalar()
                    ?? throw new MemoryNotFoundException($"There is no attached cube \"{name}\". List the cubes to see their names and files.");
                connection.Prepare(Delete).Bind(number).Run();
                return (int)number;
            },
            cancellationToken).ConfigureAwait(false);
        attached.Close(cube);
    }

    /// <inheritdoc/>
    public async Task<MemCube> LoadAsync(string tenant, string path, string name, string owner, CancellationToken cancellationToken = default)
    {
        Check(tenant, name, owner);
        var source = FullPath(path);
        await Task.Run(() => CubeFile.Check(source, database.Options.BusyTimeout, cancellationToken), cancellationToken).ConfigureAwait(false);
        return await database.WriteAloneAsync(
            connection => CubeCopy.With(connection, source, () =>
            {
                connection.Execute(Begin);
                var now = database.Now;
                var cube = Make(connection, tenant, name, owner, now);
                CubeCopy.Run(connection, CubeFile.Number, cube, now, isImport: true, cancellationToken);
                connection.Execute(Commit);
                return new MemCube(cube, name, tenant, Times.FromUtc(now), null);
            }),
            cancellationToken).ConfigureAwait(false);
    }

    private static int Make(Connection connection, string tenant, string name, string owner, long now)
    {
        var user = UserTable.GetUser(connection, tenant, owner, now);
        return CubeTable.FindNumber(connection, tenant, name) is null
            ? CubeTable.Create(connection, tenant, name, user.Number, now)
            : throw new MemoryConflictException($"There is a cube \"{name}\" already. Choose another name.");
    }

    private static string FullPath(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return Path.GetFullPath(path);
    }

    private static void Check(string tenant, string name, string owner)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(owner);
    }
}
