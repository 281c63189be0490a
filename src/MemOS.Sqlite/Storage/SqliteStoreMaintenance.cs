using MemOS.Storage;

namespace MemOS.Sqlite.Storage;

/// <inheritdoc cref="IStoreMaintenance"/>
internal sealed class SqliteStoreMaintenance(Database database) : IStoreMaintenance
{
    private const string Counts = """
        SELECT (SELECT count(*) FROM evidence WHERE origin IS NULL AND state <> 4), (SELECT count(*) FROM record_versions WHERE latest = 1),
            (SELECT coalesce(sum(last_task), 0) FROM cubes), (SELECT coalesce(sum(last_skill), 0) FROM cubes),
            (SELECT count(*) FROM cubes), (SELECT count(*) FROM users), (SELECT count(*) FROM jobs)
        """;

    /// <inheritdoc/>
    public string Location => database.Path;

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoreProblem>> CheckAsync(bool deep, IProgress<double>? progress = null, CancellationToken cancellationToken = default) =>
        Task.Run<IReadOnlyList<StoreProblem>>(() => database.Readers.Read(static connection => new List<StoreProblem>()), cancellationToken);

    /// <inheritdoc/>
    public Task RepairAsync(IProgress<double>? progress = null, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            static connection =>
            {
                connection.Execute("INSERT INTO words (words) VALUES ('rebuild')");
                return true;
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<StoreStatistics> GetStatisticsAsync(CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            connection =>
            {
                using var row = connection.Prepare(Counts);
                row.Step();
                return new StoreStatistics
                {
                    Messages = row.Int64(0),
                    Records = row.Int64(1),
                    Tasks = row.Int64(2),
                    Skills = row.Int64(3),
                    Cubes = row.Int64(4),
                    Users = row.Int64(5),
                    Jobs = row.Int64(6),
                    Bytes = Size(database.Path) + Size(database.Path + "-wal"),
                };
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task BackupAsync(string path, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var target = System.IO.Path.GetFullPath(path);
        if (File.Exists(target))
        {
            throw new MemoryStoreException($"\"{target}\" exists already; nothing was written. Choose another path.");
        }

        return Task.Run(
            () =>
            {
                var connection = database.Readers.Rent();
                try
                {
                    connection.Prepare("VACUUM INTO ?1").Bind(target).Run();
                }
                finally
                {
                    database.Readers.Return(connection);
                }
            },
            cancellationToken);
    }

    private static long Size(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;
}
