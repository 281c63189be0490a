using MemOS.Recall.Words;
using Microsoft.Extensions.Logging;
using static SQLitePCL.raw;

namespace MemOS.Sqlite.Storage;

/// <summary>Opens a file that is not to be written, or cannot be.</summary>
internal static partial class ReadOnlyOpener
{
    /// <summary>Whether the file is marked as one not to be written, even where the system would let this user write all the same.</summary>
    public static bool IsProtected(string path) => File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly);

    /// <summary>Opens a file for reading.</summary>
    /// <exception cref="MemoryStoreException">It would have to be written first, or cannot be read.</exception>
    public static Database Open(OpenFile file, SqliteStoreOptions options)
    {
        var readers = OpenReaders(file, options);
        try
        {
            readers.Check(connection => Examine(connection, file.Path));
            if (!options.ReadOnly)
            {
                LogReadOnly(options.LoggerFactory.CreateLogger<SqliteMemoryStore>(), file.Path);
            }

            return new(file, options, null, readers) { ReadOnlyError = () => Error(file.Path, options.ReadOnly) };
        }
        catch
        {
            readers.Dispose();
            throw;
        }
    }

    // Other processes may write to the file, so it is read with their locks and their log. Where no lock can be set, since
    // nothing may be written beside the file, nobody else writes either: without a log the file alone is the truth.
    private static ConnectionPool OpenReaders(OpenFile file, SqliteStoreOptions options)
    {
        var shared = Make($"{new Uri(file.Path).AbsoluteUri}?mode=ro");
        try
        {
            shared.Check(Schema.GetVersion);
            return shared;
        }
        catch (MemoryStoreException error) when (StoreErrors.IsUnwritable(error))
        {
            shared.Dispose();
            if (new FileInfo(file.Path + "-wal") is { Exists: true, Length: > 0 } || FileHeader.IsUnfinished(file.Path))
            {
                throw new MemoryStoreException($"\"{file.Path}\" was left with a log beside it and cannot be read whole without writing; it was left as it is. Make its folder writable and open it once.", error);
            }

            return Make($"{new Uri(file.Path).AbsoluteUri}?immutable=1");
        }

        ConnectionPool Make(string address) => new(address, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, ConnectionPool.Settings, options.BusyTimeout);
    }

    private static bool Examine(Connection connection, string path)
    {
        var version = Schema.GetVersion(connection);
        FileHeader.CheckVersion(path, version);
        if (version < Schema.Version || Meta.FindNumber(connection, Meta.IndexVersion) != WordAnalyzer.Version)
        {
            throw FileHeader.Refuse(path, "was written by an earlier version and cannot be brought up to date", "Make it writable and open it once.");
        }

        return Schema.IsIntact(connection) ? true : throw FileHeader.Refuse(path, "has tables that were changed by another program", "Restore it from a backup.");
    }

    private static MemoryStoreException Error(string path, bool isWanted) => new(isWanted
        ? $"The memory file \"{path}\" was opened for reading only; nothing was written. Open it without SqliteStoreOptions.ReadOnly to write."
        : $"The memory file \"{path}\" is read-only; nothing was written, and it can still be read. Make the file and its folder writable and open it again, or open another file.");

    [LoggerMessage(EventId = 2003, Level = LogLevel.Warning, Message = "The memory file {Path} cannot be written and was opened for reading only.")]
    private static partial void LogReadOnly(ILogger logger, string path);
}
