using System.Diagnostics;

namespace MemOS.Sqlite.Storage;

/// <summary>Takes turns at writing with other processes on the same file.</summary>
/// <remarks>
/// SQLite's own wait for a lock sleeps up to 100 ms between looks, while the holder commits every millisecond and takes the
/// lock again at once. So this looks every millisecond, and steps back for one after another process wrote in between.
/// Measured with four processes that append single messages: see docs/decisions.
/// </remarks>
internal sealed class WriteTurns(Connection connection, TimeSpan busyTimeout) : IDisposable
{
    private const string DataVersion = "PRAGMA data_version";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);

    // Never set: waiting on it is how the writer's thread rests.
    private readonly ManualResetEventSlim rest = new(initialState: false, spinCount: 0);
    private long seen;
    private bool isShared;

    /// <summary>Begins a write transaction.</summary>
    /// <exception cref="MemoryStoreException">Another process held the file for longer than the busy timeout.</exception>
    public void Begin()
    {
        if (isShared)
        {
            rest.Wait(Pause);
        }

        var started = Stopwatch.GetTimestamp();
        connection.SetBusyTimeout(TimeSpan.Zero);
        try
        {
            while (!connection.TryBeginImmediate())
            {
                if (Stopwatch.GetElapsedTime(started) >= busyTimeout)
                {
                    // One more try, for the error that belongs to it.
                    connection.Execute("BEGIN IMMEDIATE");
                    break;
                }

                rest.Wait(Pause);
            }
        }
        finally
        {
            connection.SetBusyTimeout(busyTimeout);
        }

        // The number changes when another connection has written, never by our own writes.
        var now = connection.Prepare(DataVersion).Scalar() ?? 0;
        isShared = seen != 0 && now != seen;
        seen = now;
    }

    /// <inheritdoc/>
    public void Dispose() => rest.Dispose();
}
