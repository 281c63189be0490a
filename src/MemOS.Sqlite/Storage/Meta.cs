namespace MemOS.Sqlite.Storage;

/// <summary>Small facts about the file.</summary>
internal static class Meta
{
    /// <summary>The version of the word analyzer that made the index.</summary>
    public const string IndexVersion = "index_version";

    /// <summary>The key of the hashes in tombstones, where the host gives none.</summary>
    public const string TombstoneKey = "tombstone_key";

    /// <summary>Present while copies of erased content may stand in the write-ahead log.</summary>
    public const string ErasePending = "erase_pending";

    /// <summary>Present while a process has the file open; left behind when one ended without closing it.</summary>
    public const string Open = "open";

    private const string Find = "SELECT value FROM meta WHERE key = ?1";
    private const string Put = "INSERT INTO meta (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value";
    private const string Delete = "DELETE FROM meta WHERE key = ?1";

    /// <summary>A number, or <see langword="null"/>.</summary>
    public static long? FindNumber(Connection connection, string key) => connection.Prepare(Find).Bind(key).Scalar();

    /// <summary>Bytes, or <see langword="null"/>.</summary>
    public static byte[]? FindBytes(Connection connection, string key)
    {
        using var row = connection.Prepare(Find).Bind(key);
        return row.Step() ? row.Blob(0).ToArray() : null;
    }

    /// <summary>Sets a number.</summary>
    public static void Set(Connection connection, string key, long value) => connection.Prepare(Put).Bind(key).Bind(value).Run();

    /// <summary>Sets bytes.</summary>
    public static void Set(Connection connection, string key, ReadOnlySpan<byte> value) => connection.Prepare(Put).Bind(key).Bind(value).Run();

    /// <summary>Removes a fact.</summary>
    public static void Remove(Connection connection, string key) => connection.Prepare(Delete).Bind(key).Run();
}
