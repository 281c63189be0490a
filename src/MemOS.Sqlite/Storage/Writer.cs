using System.Diagnostics;
using System.Threading.Channels;

namespace MemOS.Sqlite.Storage;

/// <summary>
/// The one writer of a store: takes commands in order, runs as many as are waiting in one transaction, and completes each
/// when the transaction is on disk.
/// </summary>
/// <remarks>
/// A transaction is held for a limited time, so that other processes get their turn. A command that fails takes its batch
/// back; its commands then run one by one, so that only the failing one fails. (Savepoints would do the same, but make the
/// full-text index write a segment a command.) Safe for concurrent use.
/// </remarks>
internal sealed class Writer : IDisposable
{
    private const string Commit = "COMMIT";
    private const int QueueLength = 4096;
    private const int LargestBatch = 512;
    private static readonly TimeSpan LongestHold = TimeSpan.FromMilliseconds(25);

    private readonly Channel<WriteCommand> queue = Channel.CreateBounded<WriteCommand>(new BoundedChannelOptions(QueueLength) { SingleReader = true });
    private readonly Connection connection;
    private readonly WriteTurns turns;
    private readonly Thread thread;
    private volatile Func<Connection, bool>? kept;

    /// <summary>Starts the writer on a connection, which it then owns.</summary>
    public Writer(Connection connection, TimeSpan busyTimeout)
    {
        this.connection = connection;
        turns = new(connection, busyTimeout);
        thread = new(Work) { IsBackground = true, Name = "MemOS writer" };
        thread.Start();
    }

    /// <summary>Runs work in a transaction; completes when it is durable.</summary>
    public Task<T> RunAsync<T>(Func<Connection, T> work, CancellationToken cancellationToken) => EnqueueAsync(work, false, cancellationToken);

    /// <summary>Runs work with no transaction open, between batches.</summary>
    public Task<T> RunAloneAsync<T>(Func<Connection, T> work, CancellationToken cancellationToken) => EnqueueAsync(work, true, cancellationToken);

    /// <summary>Takes no more work and finishes what is queued.</summary>
    public void Finish()
    {
        queue.Writer.TryComplete();
        thread.Join();
    }

    /// <summary>Finishes what is queued, then closes the connection: the last one of a file empties its write-ahead log.</summary>
    public void Dispose()
    {
        Finish();
        turns.Dispose();
        connection.Dispose();
    }

    /// <summary>Tries work between batches, with no transaction open, until it succeeds.</summary>
    public void Keep(Func<Connection, bool> trying) => kept = trying;

    private async Task<T> EnqueueAsync<T>(Func<Connection, T> work, bool isAlone, CancellationToken cancellationToken)
    {
        var command = new WriteCommandOf<T>(work, isAlone, cancellationToken);
        try
        {
            await queue.Writer.WriteAsync(command, cancellationToken).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(SqliteMemoryStore));
        }

        return await command.Task.ConfigureAwait(false);
    }

    private void Work()
    {
        var batch = new List<WriteCommand>();
        while (Take() is { } first)
        {
            if (first.IsAlone)
            {
                RunOne(first);
                TryKept();
                continue;
            }

            batch.Clear();
            try
            {
                RunBatch(first, batch);
                batch.ForEach(static command => command.Complete());
            }
            catch (Exception error)
            {
                connection.Rollback();
                if (batch.Count == 1)
                {
                    batch[0].Fail(error);
                }
                else
                {
                    batch.ForEach(RunOne);
                }
            }

            TryKept();
        }
    }

    // Callers have been told already: what fails here is tried again after the next batch, and at the next opening.
    private void TryKept()
    {
        if (kept is not { } trying)
        {
            return;
        }

        try
        {
            if (trying(connection))
            {
                Interlocked.CompareExchange(ref kept, null, trying);
            }
        }
        catch (MemoryStoreException)
        {
            connection.Rollback();
        }
    }

    // Called on the writer's own thread, which has nothing else to do while it waits.
    private WriteCommand? Take()
    {
        WriteCommand? command;
        while (!queue.Reader.TryRead(out command))
        {
            if (!queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
            {
                return null;
            }
        }

        return command;
    }

    private void RunBatch(WriteCommand first, List<WriteCommand> batch)
    {
        batch.Add(first);
        turns.Begin();
        var started = Stopwatch.GetTimestamp();
        first.CancellationToken.ThrowIfCancellationRequested();
        first.Run(connection);
        while (batch.Count < LargestBatch && Stopwatch.GetElapsedTime(started) < LongestHold &&
            queue.Reader.TryPeek(out var next) && !next.IsAlone && queue.Reader.TryRead(out next))
        {
            batch.Add(next);
            next.CancellationToken.ThrowIfCancellationRequested();
            next.Run(connection);
        }

        connection.Execute(Commit);
    }

    private void RunOne(WriteCommand command)
    {
        try
        {
            command.CancellationToken.ThrowIfCancellationRequested();
            if (command.IsAlone)
            {
                command.Run(connection);
            }
            else
            {
                turns.Begin();
                command.Run(connection);
                connection.Execute(Commit);
            }

            command.Complete();
        }
        catch (Exception error)
        {
            connection.Rollback();
            command.Fail(error);
        }
    }
}
