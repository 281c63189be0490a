using MemOS.Sqlite.Governance;
using MemOS.Sqlite.Recall;
using MemOS.Storage;
using static SQLitePCL.raw;

namespace MemOS.Sqlite.Storage;

/// <inheritdoc cref="IStoreMaintenance"/>
internal sealed class SqliteStoreMaintenance(Database database) : IStoreMaintenance
{
    private const string Counts = """
        SELECT (SELECT count(*) FROM evidence WHERE origin IS NULL AND state <> 4), (SELECT count(*) FROM record_versions WHERE latest = 1),
            (SELECT count(*) FROM tasks), (SELECT count(*) FROM skills),
            (SELECT count(*) FROM cubes), (SELECT count(*) FROM users), (SELECT count(*) FROM jobs)
        """;

    private const string Begin = "BEGIN IMMEDIATE";
    private const string Commit = "COMMIT";
    private const string Reindex = "REINDEX";
    private const string CopyTo = "VACUUM INTO ?1";

    /// <inheritdoc/>
    public string Location => database.Path;

    /// <inheritdoc/>
    public bool IsReadOnly => database.IsReadOnly;

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoreProblem>> CheckAsync(bool deep, IProgress<double>? progress = null, CancellationToken cancellationToken = default) =>
        Task.Run(
            () =>
            {
                IReadOnlyList<StoreProblem> problems = database.Readers.Check(connection =>
                {
                    using var stop = cancellationToken.Register(() => sqlite3_interrupt(connection.Handle));
                    return deep ? StoreCheck.CheckAll(connection, progress, cancellationToken) : StoreCheck.CheckPages(connection, deep: false);
                });
                var isPending = database.Readers.Read(static connection => Meta.FindNumber(connection, Meta.ErasePending) is not null);
                progress?.Report(1);
                return isPending
                    ? [.. problems, new("file", "Copies of erased content may still stand in the file or its log. Run the repair when nothing else has the file open.", CanRepair: true)]
                    : problems;
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task RepairAsync(IProgress<double>? progress = null, CancellationToken cancellationToken = default) =>
        database.WriteAloneAsync(
            connection =>
            {
                if (!TryRepairInPlace(connection, progress, cancellationToken))
                {
                    FileRebuild.Run(connection, database.File, database.Options.BusyTimeout, progress, cancellationToken);
                }

                return ErasedBytes.TryFinish(connection, database.File, ErasedBytes.Hurry, database.Options.BusyTimeout);
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

        return Task.Run(() => Backup(target, progress, cancellationToken), cancellationToken);
    }

    // Whether it was enough to put indexes right that can still be read.
    private bool TryRepairInPlace(Connection connection, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        try
        {
            connection.Execute(Begin);
            connection.Execute(Reindex);
            WordIndexBuilder.Rebuild(connection, progress, cancellationToken);
            connection.Execute(Commit);
            return database.Readers.Check(static connection => StoreCheck.CheckPages(connection, deep: true)).Count == 0;
        }
        catch (MemoryStoreException error) when (StoreErrors.IsCorrupt(error))
        {
            connection.Rollback();
            return false;
        }
    }

    // A copy that was broken off is no backup: it gets its name when it is whole and on disk.
    private void Backup(string target, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var part = target + ".part";
        using var connection = database.Readers.OpenToCopy();
        using var stop = cancellationToken.Register(() => sqlite3_interrupt(connection.Handle));
        try
        {
            if (File.Exists(part))
            {
                File.Delete(part);
            }

            connection.Prepare(CopyTo).Bind(part).Run();
            using (var handle = File.OpenHandle(part, FileMode.Open, FileAccess.ReadWrite))
            {
                RandomAccess.FlushToDisk(handle);
            }

            File.Move(part, target);
            progress?.Report(1);
        }
        catch (Exception error) when (error is MemoryStoreException or IOException or UnauthorizedAccessException)
        {
            if (File.Exists(part))
            {
                File.Delete(part);
            }

            cancellationToken.ThrowIfCancellationRequested();
            throw new MemoryStoreException($"The backup \"{target}\" could not be written; nothing is left of it. Choose a folder that exists and has room. ({(error.InnerException ?? error).Message})", error);
        }
    }

    private static long Size(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;
}
