using MemOS.Sqlite.Recall;
using static SQLitePCL.raw;

namespace MemOS.Sqlite.Storage;

/// <summary>
/// Makes a file anew from its tables, for when the pages of an index are damaged: an index is never read, and every index is
/// made again. The new content takes the place of the old in one transaction.
/// </summary>
internal static class FileRebuild
{
    private const string Attach = "ATTACH DATABASE ?1 AS fresh";
    private const string Detach = "DETACH DATABASE fresh";
    private const string Begin = "BEGIN IMMEDIATE";
    private const string Commit = "COMMIT";
    private const string DataVersion = "PRAGMA data_version";

    // A condition keeps SQLite from copying table and indexes page by page. A table without row ids is its own first index;
    // that is named, since NOT INDEXED does not keep such a table's other indexes from being read.
    private const string Copies = """
        SELECT format('INSERT INTO fresh."%w" SELECT * FROM main."%w" %s WHERE true', name, name,
            iif(sql LIKE '%WITHOUT ROWID', format('INDEXED BY "sqlite_autoindex_%w_1"', name), 'NOT INDEXED'))
        FROM fresh.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\' AND name <> 'words' AND name NOT LIKE 'words\_%' ESCAPE '\'
        """;

    private const string Sequences = "INSERT INTO fresh.sqlite_sequence SELECT name, seq FROM main.sqlite_sequence NOT INDEXED WHERE true";
    private const string NoSequences = "DELETE FROM fresh.sqlite_sequence";
    private const string NoMeta = "DELETE FROM fresh.meta";

    /// <summary>Rebuilds the file. No transaction may be open.</summary>
    /// <exception cref="MemoryStoreException">A table is damaged, or another process wrote meanwhile; nothing was changed.</exception>
    public static void Run(Connection writer, OpenFile file, TimeSpan busyTimeout, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var path = file.Path + ".repair";
        using var probe = Connection.Open(file.Path, SQLITE_OPEN_READONLY, busyTimeout);
        Delete(path);
        try
        {
            using (var made = Connection.Open(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, busyTimeout))
            {
                Schema.Migrate(made);
            }

            var version = CopyTables(writer, path, probe);
            using var fresh = Connection.Open(path, SQLITE_OPEN_READWRITE, busyTimeout);
            fresh.Execute(Begin);
            WordIndexBuilder.Rebuild(fresh, progress, cancellationToken);
            fresh.Execute(Commit);
            cancellationToken.ThrowIfCancellationRequested();
            Replace(writer, fresh, () => probe.Prepare(DataVersion).Scalar() == version, file.Path);
        }
        finally
        {
            Delete(path);
        }
    }

    // Under the write lock, so that what is copied is one state; the number tells later whether it still is the present one.
    private static long CopyTables(Connection writer, string path, Connection probe)
    {
        writer.Prepare(Attach).Bind(path).Run();
        try
        {
            // A trigger would note every row that is copied.
            writer.SetTriggers(false);
            writer.Execute(Begin);
            var version = probe.Prepare(DataVersion).Scalar() ?? 0;
            writer.Execute(NoMeta);
            foreach (var copy in writer.Prepare(Copies).ReadTexts())
            {
                writer.Execute(copy);
            }

            writer.Execute(NoSequences);
            writer.Execute(Sequences);
            writer.Execute(Commit);
            return version;
        }
        finally
        {
            writer.Rollback();
            writer.SetTriggers(true);

            // Statements hold on to the attached file.
            writer.ForgetStatements();
            writer.Execute(Detach);
        }
    }

    private static void Replace(Connection writer, Connection fresh, Func<bool> isUnchanged, string path)
    {
        writer.ForgetStatements();
        using var backup = sqlite3_backup_init(writer.Handle, "main", fresh.Handle, "main");
        if (backup is null || backup.IsInvalid)
        {
            writer.Check(sqlite3_extended_errcode(writer.Handle));
        }

        // A step of no pages takes the lock.
        var code = sqlite3_backup_step(backup, 0);
        var isPresent = code == SQLITE_OK && isUnchanged();
        code = isPresent ? sqlite3_backup_step(backup, -1) : code;
        var end = sqlite3_backup_finish(backup);
        if (code == SQLITE_OK && !isPresent)
        {
            throw new MemoryStoreException($"Another process wrote to \"{path}\" during the repair; nothing was changed. Close what uses the file, then repair again.");
        }

        if (code != SQLITE_DONE)
        {
            throw StoreErrors.Of(code == SQLITE_OK ? end : code, sqlite3_errstr(code).utf8_to_string(), path);
        }
    }

    private static void Delete(string path)
    {
        foreach (var suffix in (string[])["", "-wal", "-shm", "-journal"])
        {
            File.Delete(path + suffix);
        }
    }
}
