namespace MemOS.Sqlite.Storage;

/// <summary>A result code of SQLite: the cause behind a <see cref="MemoryStoreException"/>.</summary>
public sealed class SqliteErrorException : Exception
{
    /// <summary>Creates the cause.</summary>
    /// <param name="code">The extended result code.</param>
    /// <param name="detail">What SQLite said.</param>
    public SqliteErrorException(int code, string detail)
        : base($"SQLite error {code}: {detail}") => Code = code;

    /// <summary>The extended result code, see https://sqlite.org/rescode.html.</summary>
    public int Code { get; }

    /// <summary>The primary result code.</summary>
    public int Primary => Code & 0xFF;
}
