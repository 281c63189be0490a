using MemOS.Sqlite.Storage;
using static SQLitePCL.raw;

namespace MemOS.Sqlite.Tests;

/// <summary>Runs SQL on a file behind the store's back.</summary>
internal static class Sql
{
    public static void Execute(string path, string sql)
    {
        using var connection = Connection.Open(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, TimeSpan.FromSeconds(5));
        connection.Execute(sql);
    }

    public static long Scalar(string path, string sql)
    {
        using var connection = Connection.Open(path, SQLITE_OPEN_READWRITE, TimeSpan.FromSeconds(5));
        return connection.Prepare(sql).Scalar() ?? 0;
    }
}
