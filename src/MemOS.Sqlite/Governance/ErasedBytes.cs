using MemOS.Sqlite.Storage;
using static SQLitePCL.raw;

namespace MemOS.Sqlite.Governance;

/// <summary>Sees to it that the last copies of erased content leave the write-ahead log and the unused parts of pages.</summary>
internal static class ErasedBytes
{
    private const string Begin = "BEGIN IMMEDIATE";
    private const string Commit = "COMMIT";
    private const string Checkpoint = "PRAGMA wal_checkpoint(TRUNCATE)";

    /// <summary>How long an erasure waits for readers: their views are short, and what they block is tried again later.</summary>
    public static readonly TimeSpan Hurry = TimeSpan.FromMilliseconds(500);

    /// <summary>Empties the log into the file, where deleted rows are already overwritten, and scrubs the pages. No transaction may be open.</summary>
    /// <param name="connection">The writer's connection.</param>
    /// <param name="file">The file.</param>
    /// <param name="patience">How long to wait for readers.</param>
    /// <param name="busyTimeout">How long to wait for writers.</param>
    /// <returns>Whether nothing is pending any more.</returns>
    public static bool TryFinish(Connection connection, OpenFile file, TimeSpan patience, TimeSpan busyTimeout)
    {
        if (Meta.FindNumber(connection, Meta.ErasePending) is null)
        {
            return true;
        }

        connection.SetBusyTimeout(patience);
        try
        {
            using var row = connection.Prepare(Checkpoint);
            if (!row.Step() || row.Int32(0) != 0)
            {
                return false;
            }
        }
        finally
        {
            connection.SetBusyTimeout(busyTimeout);
        }

        return TryScrub(file, busyTimeout);
    }

    // On a connection of its own: its commit then makes the writer's connection, too, drop the pages it has cached.
    private static bool TryScrub(OpenFile file, TimeSpan busyTimeout)
    {
        using var other = Connection.Open(file.Path, SQLITE_OPEN_READWRITE, busyTimeout);
        other.Execute(Begin);
        if (new FileInfo(file.Path + "-wal") is { Exists: true, Length: > 0 })
        {
            // Somebody wrote in between: the file alone is not the truth.
            other.Rollback();
            return false;
        }

        PageScrubber.Scrub(file);
        Meta.Remove(other, Meta.ErasePending);
        other.Execute(Commit);
        return true;
    }
}
