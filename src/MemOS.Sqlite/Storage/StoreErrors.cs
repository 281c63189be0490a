using static SQLitePCL.raw;

namespace MemOS.Sqlite.Storage;

/// <summary>Turns result codes of SQLite into errors that say what to do.</summary>
internal static class StoreErrors
{
    /// <summary>The error for a result code.</summary>
    public static MemoryStoreException Of(int code, string detail, string path)
    {
        var cause = new SqliteErrorException(code, detail);
        return new(Advice(cause.Primary, code, path) + $" ({cause.Message})", cause);
    }

    /// <summary>Whether an error means that another process held the file for too long.</summary>
    public static bool IsBusy(Exception error) => Cause(error)?.Primary is SQLITE_BUSY or SQLITE_LOCKED;

    /// <summary>Whether an error means that the file cannot be trusted.</summary>
    public static bool IsCorrupt(Exception error) => Cause(error)?.Primary is SQLITE_CORRUPT or SQLITE_NOTADB;

    /// <summary>Whether an error means that the file, or its folder, cannot be written.</summary>
    public static bool IsUnwritable(Exception error) => Cause(error)?.Primary is SQLITE_READONLY or SQLITE_CANTOPEN or SQLITE_PERM;

    private static SqliteErrorException? Cause(Exception error) => error.InnerException as SqliteErrorException;

    private static string Advice(int primary, int extended, string path) => primary switch
    {
        SQLITE_FULL => $"There is no room left to write to \"{path}\"; nothing of the call was recorded. Free disk space and try again.",
        SQLITE_READONLY => $"The memory file \"{path}\" is read-only; nothing was written. Make the file and its folder writable, or open another file.",
        SQLITE_BUSY or SQLITE_LOCKED => $"Another process holds the memory file \"{path}\" for longer than the busy timeout. Close it, or raise SqliteStoreOptions.BusyTimeout.",
        SQLITE_CORRUPT => $"The memory file \"{path}\" is damaged. Run a deep check, repair what is derived, or restore a backup.",
        SQLITE_NOTADB => $"\"{path}\" is not a memory file. Choose another path; the file was left as it is.",
        SQLITE_IOERR when extended is SQLITE_IOERR_WRITE or SQLITE_IOERR_SHMSIZE or SQLITE_IOERR_TRUNCATE =>
            $"Writing to \"{path}\" failed; nothing of the call was recorded. Check that the disk has room and that nothing limits the size of files, then try again.",
        SQLITE_IOERR => $"Reading or writing \"{path}\" failed. Check the disk and its free space, then try again.",
        SQLITE_CANTOPEN => $"The memory file \"{path}\" cannot be opened. Check that its folder exists and that you may write to it.",
        SQLITE_PERM or SQLITE_AUTH => $"There is no permission to use \"{path}\". Change the file's rights, or open another file.",
        SQLITE_NOMEM => $"Memory ran out while working on \"{path}\". Nothing of the call was recorded.",
        _ => $"The memory file \"{path}\" could not be used.",
    };
}
