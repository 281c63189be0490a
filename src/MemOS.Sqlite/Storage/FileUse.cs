using static SQLitePCL.raw;

namespace MemOS.Sqlite.Storage;

/// <summary>Tells whether anybody has a file open.</summary>
internal static class FileUse
{
    // Every connection to a file with a write-ahead log holds a shared lock on it until it is closed.
    private const string TakeAlone = "PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; ROLLBACK;";

    public static bool IsInUse(string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        try
        {
            using var connection = Connection.Open(path, SQLITE_OPEN_READWRITE, TimeSpan.Zero);
            connection.Execute(TakeAlone);
            return false;
        }
        catch (MemoryStoreException error)
        {
            // A damaged file is what backups are for.
            return StoreErrors.IsBusy(error);
        }
    }
}
