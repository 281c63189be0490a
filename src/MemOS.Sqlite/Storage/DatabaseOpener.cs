using MemOS.Recall.Words;
using MemOS.Sqlite.Governance;
using MemOS.Sqlite.Recall;
using static SQLitePCL.raw;

namespace MemOS.Sqlite.Storage;

/// <summary>Opens a file: looks before it touches, migrates, starts the writer.</summary>
internal static class DatabaseOpener
{
    // Temporary tables stay in memory, so that no text lies about in files of the system's.
    private const string WriterSettings = """
        PRAGMA foreign_keys = ON;
        PRAGMA synchronous = FULL;
        PRAGMA secure_delete = ON;
        PRAGMA temp_store = MEMORY;
        PRAGMA cache_size = -16384;
        PRAGMA journal_size_limit = 67108864;
        """;

    /// <summary>Opens or makes a file.</summary>
    /// <exception cref="MemoryStoreException">It must not or cannot be used; it was left as it is.</exception>
    public static Database Open(string path, SqliteStoreOptions options)
    {
        FileSizeSignal.Ignore();
        var file = OpenFile.Enter(path);
        try
        {
            return Open(file, options);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static Database Open(OpenFile file, SqliteStoreOptions options)
    {
        // A log beside a file that nobody has open was left by a process that ended without closing it.
        var wasLeftOpen = file.IsAlone && new FileInfo(file.Path + "-wal") is { Exists: true, Length: > 0 };
        var exists = FileHeader.Check(file);
        if (options.ReadOnly || (exists && ReadOnlyOpener.IsProtected(file.Path)))
        {
            return exists ? ReadOnlyOpener.Open(file, options) : throw new MemoryStoreException($"There is no memory file \"{file.Path}\" to read. Check the path.");
        }

        if (!exists)
        {
            MakeFolder(file.Path);
        }

        try
        {
            return OpenToWrite(file, options, wasLeftOpen);
        }
        catch (MemoryStoreException error) when (exists && StoreErrors.IsUnwritable(error))
        {
            // A file in a folder, or on a disk, that cannot be written: what it holds can be read all the same.
            return ReadOnlyOpener.Open(file, options);
        }
    }

    private static Database OpenToWrite(OpenFile file, SqliteStoreOptions options, bool wasLeftOpen)
    {
        var connection = Connection.Open(file.Path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, options.BusyTimeout);
        try
        {
            // Where the system denies writing, SQLite opens for reading without a word.
            connection.CheckWritable();
            Prepare(connection, file, options);
            var readers = new ConnectionPool(file.Path, ConnectionPool.ReadFlags, ConnectionPool.Settings, options.BusyTimeout);
            return new(file, options, new Writer(connection, options.BusyTimeout), readers) { WasLeftOpen = wasLeftOpen };
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Prepare(Connection connection, OpenFile file, SqliteStoreOptions options)
    {
        var path = file.Path;
        var version = Schema.GetVersion(connection);
        FileHeader.CheckVersion(path, version);
        if (version == Schema.Version && !Schema.IsIntact(connection))
        {
            throw FileHeader.Refuse(path, "has tables that were changed by another program", "Restore it from a backup.");
        }

        connection.Execute(WriterSettings);
        if (options.MaxPages is { } pages)
        {
            connection.Execute(MaxPages(pages));
        }

        Schema.Migrate(connection);
        connection.Execute("PRAGMA journal_mode = WAL");

        if (Meta.FindNumber(connection, Meta.IndexVersion) != WordAnalyzer.Version)
        {
            Reindex(connection);
        }

        // An erasure that other readers held up is finished as soon as somebody finds the file free.
        ErasedBytes.TryFinish(connection, file, TimeSpan.Zero, options.BusyTimeout);
    }

    // Terms of two analyzers never mix.
    private static void Reindex(Connection connection)
    {
        connection.Execute("BEGIN IMMEDIATE");
        try
        {
            // Another process may have been quicker.
            if (Meta.FindNumber(connection, Meta.IndexVersion) != WordAnalyzer.Version)
            {
                WordIndexBuilder.Rebuild(connection, null, CancellationToken.None);
            }

            connection.Execute("COMMIT");
        }
        catch
        {
            connection.Rollback();
            throw;
        }
    }

    // A pragma takes no parameters; what is put in is a number.
    private static string MaxPages(int pages) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"pragma max_page_count = {pages}");

    private static void MakeFolder(string path)
    {
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new MemoryStoreException($"The folder of \"{path}\" cannot be made: {error.Message} Choose another path.", error);
        }
    }
}
