using SQLitePCL;
using static SQLitePCL.raw;

namespace MemOS.Sqlite.Storage;

/// <summary>A connection with its prepared statements. Used by one thread at a time.</summary>
internal sealed class Connection : IDisposable
{
    private readonly Dictionary<string, Statement> statements = new(StringComparer.Ordinal);
    private int taken;
    private readonly string path;

    private Connection(sqlite3 handle, string path)
    {
        Handle = handle;
        this.path = path;
    }

    /// <summary>The connection as the native library knows it.</summary>
    public sqlite3 Handle { get; }

    /// <summary>How many statements were run on it; for tests that count them.</summary>
    public long Prepared { get; private set; }

    /// <summary>How much its statements had SQLite do, in instructions of its machine; for tests.</summary>
    public long Steps => statements.Values.Sum(static statement => statement.Steps);

    /// <summary>Whether a transaction is open.</summary>
    public bool InTransaction => sqlite3_get_autocommit(Handle) == 0;

    /// <summary>How many rows the last statement changed.</summary>
    public int Changes => sqlite3_changes(Handle);

    /// <summary>Opens a file.</summary>
    /// <exception cref="MemoryStoreException">It cannot be opened.</exception>
    public static Connection Open(string path, int flags, TimeSpan busyTimeout)
    {
        Batteries_V2.Init();
        var code = sqlite3_open_v2(path, out var handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE, null);
        if (code != SQLITE_OK)
        {
            handle?.Dispose();
            throw StoreErrors.Of(code, sqlite3_errstr(code).utf8_to_string(), path);
        }

        _ = sqlite3_extended_result_codes(handle, 1);
        var connection = new Connection(handle, path);
        connection.SetBusyTimeout(busyTimeout);
        return connection;
    }

    /// <summary>A statement, prepared once for each connection; dispose it to give it back.</summary>
    public Statement Prepare(string sql)
    {
        Prepared++;
        if (!statements.TryGetValue(sql, out var statement))
        {
            Check(sqlite3_prepare_v3(Handle, sql, SQLITE_PREPARE_PERSISTENT, out var handle));
            statement = new(this, handle);
            statements.Add(sql, statement);
        }
        else if (statement.InUse)
        {
            throw new InvalidOperationException("A statement is used again before it was given back.");
        }

        statement.InUse = true;
        taken++;
        return statement;
    }

    /// <summary>Sets how long to wait for other connections.</summary>
    public void SetBusyTimeout(TimeSpan timeout) => Check(sqlite3_busy_timeout(Handle, (int)Math.Min(timeout.TotalMilliseconds, int.MaxValue)));

    /// <summary>Begins a write transaction.</summary>
    /// <returns><see langword="false"/> when another connection holds the file.</returns>
    public bool TryBeginImmediate()
    {
        var code = sqlite3_exec(Handle, "BEGIN IMMEDIATE");
        if ((code & 0xFF) == SQLITE_BUSY)
        {
            return false;
        }

        Check(code);
        return true;
    }

    /// <summary>Throws when the file can only be read.</summary>
    public void CheckWritable()
    {
        if (sqlite3_db_readonly(Handle, "main") == 1)
        {
            Check(SQLITE_READONLY);
        }
    }

    /// <summary>Switches all triggers off or on.</summary>
    public void SetTriggers(bool isOn) => Check(sqlite3_db_config(Handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, isOn ? 1 : 0, out _));

    /// <summary>Runs a script without results.</summary>
    public void Execute(string sql) => Check(sqlite3_exec(Handle, sql));

    /// <summary>Frees the prepared statements, so that a table can be dropped.</summary>
    public void ForgetStatements()
    {
        foreach (var statement in statements.Values)
        {
            statement.Close();
        }

        statements.Clear();
        taken = 0;
    }

    /// <summary>Notes that a statement was given back.</summary>
    internal void GiveBack() => taken--;

    /// <summary>Ends a transaction without its effects, if one is open, and takes back what a failed command held: the next one needs it.</summary>
    public void Rollback()
    {
        if (taken > 0)
        {
            foreach (var statement in statements.Values)
            {
                statement.Dispose();
            }
        }

        if (InTransaction)
        {
            // What fails here leaves nothing behind either: the transaction ends with the connection at the latest.
            _ = sqlite3_exec(Handle, "ROLLBACK");
        }
    }

    /// <summary>Throws for every result code that is an error.</summary>
    public void Check(int code)
    {
        if (code is SQLITE_OK or SQLITE_ROW or SQLITE_DONE)
        {
            return;
        }

        throw StoreErrors.Of(code, sqlite3_errmsg(Handle).utf8_to_string(), path);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ForgetStatements();
        Handle.Dispose();
    }
}
