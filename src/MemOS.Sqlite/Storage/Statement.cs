using System.Buffers;
using System.Text;
using SQLitePCL;
using static SQLitePCL.raw;

namespace MemOS.Sqlite.Storage;

/// <summary>A prepared statement of one connection. Disposing gives it back for its next use.</summary>
/// <remarks>Parameters are bound in order with <c>Bind</c>; columns count from 0. Used by one thread at a time.</remarks>
internal sealed class Statement(Connection connection, sqlite3_stmt handle) : IDisposable
{
    private const int StackText = 512;
    private int bound;

    /// <summary>Whether somebody holds it between preparing and disposing.</summary>
    public bool InUse { get; set; }

    /// <summary>How many instructions of SQLite's machine it has run.</summary>
    public long Steps => sqlite3_stmt_status(handle, SQLITE_STMTSTATUS_VM_STEP, 0);

    /// <summary>Binds the next parameter.</summary>
    public Statement Bind(long value)
    {
        connection.Check(sqlite3_bind_int64(handle, ++bound, value));
        return this;
    }

    /// <inheritdoc cref="Bind(long)"/>
    public Statement Bind(long? value) => value is { } given ? Bind(given) : BindNull();

    /// <inheritdoc cref="Bind(long)"/>
    public Statement Bind(double value)
    {
        connection.Check(sqlite3_bind_double(handle, ++bound, value));
        return this;
    }

    /// <summary>Binds the next parameter; a lone surrogate becomes the replacement character.</summary>
    public Statement Bind(string? value)
    {
        if (value is null)
        {
            return BindNull();
        }

        var size = Encoding.UTF8.GetMaxByteCount(value.Length);
        byte[]? rented = null;
        Span<byte> bytes = size <= StackText ? stackalloc byte[StackText] : rented = ArrayPool<byte>.Shared.Rent(size);
        var written = Encoding.UTF8.GetBytes(value, bytes);
        var code = sqlite3_bind_text(handle, ++bound, bytes[..written]);
        if (rented is not null)
        {
            // A rented array goes on to strangers: nobody's text travels with it.
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        }

        connection.Check(code);
        return this;
    }

    /// <inheritdoc cref="Bind(long)"/>
    public Statement Bind(ReadOnlySpan<byte> value)
    {
        connection.Check(sqlite3_bind_blob(handle, ++bound, value));
        return this;
    }

    /// <summary>Binds NULL to the next parameter.</summary>
    public Statement BindNull()
    {
        connection.Check(sqlite3_bind_null(handle, ++bound));
        return this;
    }

    /// <summary>Goes to the next row.</summary>
    /// <returns><see langword="false"/> when there is none.</returns>
    public bool Step()
    {
        var code = sqlite3_step(handle);
        if (code == SQLITE_ROW)
        {
            return true;
        }

        if (code != SQLITE_DONE)
        {
            connection.Check(code);
        }

        return false;
    }

    /// <summary>Runs to the end and gives the statement back.</summary>
    public void Run()
    {
        try
        {
            while (Step())
            {
            }
        }
        finally
        {
            Dispose();
        }
    }

    /// <summary>The first column of the first row, or <see langword="null"/>; gives the statement back.</summary>
    public long? Scalar()
    {
        try
        {
            return Step() ? Int64OrNull(0) : null;
        }
        finally
        {
            Dispose();
        }
    }

    /// <summary>The first column of all rows; gives the statement back.</summary>
    public List<long> ReadIds() => ReadAll(static row => row.Int64(0));

    /// <summary>The first column of all rows as text; gives the statement back.</summary>
    public List<string> ReadTexts() => ReadAll(static row => row.Text(0));

    private List<T> ReadAll<T>(Func<Statement, T> read)
    {
        try
        {
            var values = new List<T>();
            while (Step())
            {
                values.Add(read(this));
            }

            return values;
        }
        finally
        {
            Dispose();
        }
    }

    /// <summary>A whole number.</summary>
    public long Int64(int column) => sqlite3_column_int64(handle, column);

    /// <summary>A whole number.</summary>
    public int Int32(int column) => sqlite3_column_int(handle, column);

    /// <summary>A whole number, or <see langword="null"/>.</summary>
    public long? Int64OrNull(int column) => IsNull(column) ? null : Int64(column);

    /// <summary>A number.</summary>
    public double Real(int column) => sqlite3_column_double(handle, column);

    /// <summary>Whether the column is NULL.</summary>
    public bool IsNull(int column) => sqlite3_column_type(handle, column) == SQLITE_NULL;

    /// <summary>A text; empty when NULL.</summary>
    public string Text(int column) => Encoding.UTF8.GetString(Blob(column));

    /// <summary>A text, or <see langword="null"/>.</summary>
    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    /// <summary>The bytes of a column, valid until the next step.</summary>
    public ReadOnlySpan<byte> Blob(int column) => sqlite3_column_blob(handle, column);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!InUse)
        {
            return;
        }

        // Reset repeats the error of the last step, which has been thrown already.
        _ = sqlite3_reset(handle);
        if (bound > 0)
        {
            _ = sqlite3_clear_bindings(handle);
            bound = 0;
        }

        InUse = false;
        connection.GiveBack();
    }

    /// <summary>Frees the statement for good.</summary>
    public void Close() => handle.Dispose();
}
