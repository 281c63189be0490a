using MemOS.Sqlite;

namespace MemOS;

/// <summary>Keeps the memory of an application in a SQLite file.</summary>
public static class MemOSBuilderSqliteExtensions
{
    /// <summary>Uses a memory file, which is opened or made when memory is first needed.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="path">The file, such as <c>memory.db</c>.</param>
    /// <param name="configure">Changes the settings of the file. Default: none changed, with the clock of the memory system.</param>
    public static MemOSBuilder UseSqlite(this MemOSBuilder builder, string path, Action<SqliteStoreOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return builder.UseStore(async (services, cancellationToken) =>
        {
            var options = new SqliteStoreOptions { TimeProvider = builder.GetOptions(services).TimeProvider };
            configure?.Invoke(options);
            return await SqliteMemoryStore.OpenAsync(path, options, cancellationToken).ConfigureAwait(false);
        });
    }
}
