using System.Collections.Concurrent;
using static SQLitePCL.raw;

namespace MemOS.Sqlite.Storage;

/// <summary>Connections for reading, kept open between uses. Safe for concurrent use.</summary>
internal sealed class ConnectionPool(string path, int flags, string settings, TimeSpan busyTimeout) : IDisposable
{
    /// <summary>The settings of every connection that only reads.</summary>
    public const string Settings = """
        PRAGMA query_only = ON;
        PRAGMA temp_store = MEMORY;
        PRAGMA cache_size = -4096;
        """;

    private const string Begin = "BEGIN";
    private const int MostIdle = 8;
    private readonly ConcurrentStack<Connection> idle = new();
    private volatile bool closed;

    /// <summary>How many statements the idle connections have run; for tests that count them.</summary>
    public long Prepared => idle.Sum(static connection => connection.Prepared);

    /// <summary>What the idle connections have had SQLite do; for tests that compare it.</summary>
    public long Steps => idle.Sum(static connection => connection.Steps);

    /// <summary>Runs a short read in one consistent view.</summary>
    public T Read<T>(Func<Connection, T> read)
    {
        var connection = Rent();
        try
        {
            // Ended when the connection is returned.
            connection.Prepare(Begin).Run();
            return read(connection);
        }
        finally
        {
            Return(connection);
        }
    }

    /// <summary>Runs a check in one consistent view, on a connection that was used for nothing else.</summary>
    /// <remarks>
    /// FTS5 examines its index by the structure it cached when the connection last searched, and would call a sound index
    /// that another connection has changed since malformed.
    /// </remarks>
    public T Check<T>(Func<Connection, T> check)
    {
        using var connection = Open();
        connection.Execute(Begin);
        return check(connection);
    }

    /// <summary>A connection that is the caller's until it is returned.</summary>
    public Connection Rent()
    {
        ObjectDisposedException.ThrowIf(closed, typeof(SqliteMemoryStore));
        return idle.TryPop(out var connection) ? connection : Open();
    }

    /// <summary>Gives a connection back.</summary>
    public void Return(Connection connection)
    {
        connection.Rollback();
        if (closed || idle.Count >= MostIdle)
        {
            connection.Dispose();
            return;
        }

        idle.Push(connection);
        if (closed)
        {
            CloseIdle();
        }
    }

    /// <summary>Closes what is idle; connections that are out are closed when they come back.</summary>
    public void Dispose()
    {
        closed = true;
        CloseIdle();
    }

    /// <summary>Closes idle connections.</summary>
    public void CloseIdle()
    {
        while (idle.TryPop(out var connection))
        {
            connection.Dispose();
        }
    }

    /// <summary>The flags for reading a file that this process also writes.</summary>
    public const int ReadFlags = SQLITE_OPEN_READWRITE;

    /// <summary>The file as its connections open it: a path, or an address with settings.</summary>
    public string Address => path;

    /// <summary>A connection that may write another file, for copying this one.</summary>
    public Connection OpenToCopy() => Connection.Open(path, flags, busyTimeout);

    private Connection Open()
    {
        var connection = Connection.Open(path, flags, busyTimeout);
        try
        {
            connection.Execute(settings);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
