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

    private const string ReaderSettings = """
        PRAGMA query_only = ON;
        PRAGMA temp_store = MEMORY;
        PRAGMA cache_size = -4096;
        """;

    /// <summary>Opens or makes a file.</summary>
    /// <exception cref="MemoryStoreException">It must not or cannot be used; it was left as it is.</exception>
    public static Database Open(string path, SqliteStoreOptions options)
    {
        var exists = FileHeader.Check(path);
        if (!exists)
        {
            MakeFolder(path);
        }

        var connection = Connection.Open(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, options.BusyTimeout);
        try
        {
            Prepare(connection, path, options);
            var readers = new ConnectionPool(path, ConnectionPool.ReadFlags, ReaderSettings, options.BusyTimeout);
            return new(path, options, new Writer(connection), readers);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Prepare(Connection connection, string path, SqliteStoreOptions options)
    {
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
