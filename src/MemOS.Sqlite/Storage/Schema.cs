using System.Security.Cryptography;
using System.Text;
using MemOS.Recall.Words;
using static SQLitePCL.raw;

namespace MemOS.Sqlite.Storage;

/// <summary>The numbered migrations and the form that the file has after them. Each script ends by setting its number as user_version.</summary>
internal static class Schema
{
    /// <summary>Marks a file as ours: "MMOS".</summary>
    public const int ApplicationId = 0x4D4D4F53;

    private const string Folder = ".Migrations.";
    private static readonly Lazy<string[]> Scripts = new(Load);
    private static readonly Lazy<string> ExpectedHash = new(MakeExpectedHash);

    /// <summary>The version this build reads and writes.</summary>
    public static int Version => Scripts.Value.Length;

    /// <summary>Brings a file to this build's version, in one transaction.</summary>
    public static void Migrate(Connection connection)
    {
        var version = GetVersion(connection);
        if (version == Version)
        {
            return;
        }

        connection.Execute("BEGIN IMMEDIATE");
        try
        {
            // Another process may have been quicker.
            var current = GetVersion(connection);
            foreach (var script in Scripts.Value.Skip(current))
            {
                connection.Execute(script);
            }

            if (current == 0)
            {
                Meta.Set(connection, Meta.IndexVersion, WordAnalyzer.Version);
            }

            connection.Execute("COMMIT");
        }
        catch
        {
            connection.Rollback();
            throw;
        }
    }

    /// <summary>The version of a file; 0 for one without content.</summary>
    public static int GetVersion(Connection connection)
    {
        using var statement = connection.Prepare("PRAGMA user_version");
        return statement.Step() ? statement.Int32(0) : 0;
    }

    /// <summary>Whether the file has the form that the migrations gave it.</summary>
    public static bool IsIntact(Connection connection) => Hash(connection) == ExpectedHash.Value;

    private static string Hash(Connection connection)
    {
        var text = new StringBuilder();
        using var statement = connection.Prepare("SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name, type");
        while (statement.Step())
        {
            text.Append(statement.Text(0)).Append('\n').Append(statement.Text(1)).Append('\n').Append(statement.Text(2)).Append('\n');
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static string MakeExpectedHash()
    {
        using var connection = Connection.Open(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, TimeSpan.Zero);
        foreach (var script in Scripts.Value)
        {
            connection.Execute(script);
        }

        return Hash(connection);
    }

    private static string[] Load()
    {
        var assembly = typeof(Schema).Assembly;
        return [.. assembly.GetManifestResourceNames()
            .Where(static name => name.Contains(Folder, StringComparison.Ordinal) && name.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return reader.ReadToEnd();
            })];
    }
}
