namespace MemOS.Sqlite.Storage;

/// <summary>An open file: its readers, and its writer unless it is only read. Safe for concurrent use.</summary>
internal sealed class Database(OpenFile file, SqliteStoreOptions options, Writer? writer, ConnectionPool readers) : IDisposable
{
    private int disposed;

    private Writer Writer => writer ?? throw ReadOnlyError();

    /// <summary>Whether it is only read.</summary>
    public bool IsReadOnly => writer is null;

    /// <summary>What a write to a file that is only read fails with.</summary>
    public Func<MemOSException> ReadOnlyError { get; init; } = static () =>
        new MemoryAccessException("An attached cube is only read. Load the file into a cube of its own to write to it.");

    /// <summary>The file itself.</summary>
    public OpenFile File { get; } = file;

    /// <summary>The full path of the file.</summary>
    public string Path => File.Path;

    /// <summary>The settings.</summary>
    public SqliteStoreOptions Options { get; } = options;

    /// <summary>Connections for reading.</summary>
    public ConnectionPool Readers { get; } = readers;

    /// <summary>Whether the process that had the file open before may have ended without closing it.</summary>
    public bool WasLeftOpen { get; init; }

    /// <summary>UTC ticks of now.</summary>
    public long Now => Options.TimeProvider.GetUtcNow().UtcTicks;

    /// <summary>Runs work in a write transaction; completes when it is durable. The work may run twice.</summary>
    public Task<T> WriteAsync<T>(Func<Connection, T> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Writer.RunAsync(work, cancellationToken);
    }

    /// <summary>Runs work on the writer's connection with no transaction open.</summary>
    public Task<T> WriteAloneAsync<T>(Func<Connection, T> work, CancellationToken cancellationToken) => Writer.RunAloneAsync(work, cancellationToken);

    /// <summary>Tries work on the writer's connection between batches until it succeeds.</summary>
    public void KeepTrying(Func<Connection, bool> work) => Writer.Keep(work);

    /// <summary>Runs a short read; its statements see one state of the file.</summary>
    public Task<T> ReadAsync<T>(Func<Connection, T> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return Task.FromResult(Readers.Read(read));
        }
        catch (Exception error) when (error is not ObjectDisposedException)
        {
            return Task.FromException<T>(error);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref disposed, 1) != 0)
        {
            return;
        }

        writer?.Finish();
        Readers.Dispose();
        writer?.Dispose();
        File.Dispose();
    }
}
