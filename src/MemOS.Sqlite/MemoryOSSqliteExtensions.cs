using MemOS.Sqlite;

namespace MemOS;

/// <summary>Opens a memory system on a file.</summary>
public static class MemoryOSSqliteExtensions
{
    extension(MemoryOS)
    {
        /// <summary>Opens a memory file, or makes a new one, as a memory system that owns it.</summary>
        /// <param name="path">The file, such as <c>memory.db</c>.</param>
        /// <param name="options">Settings of the memory system. Default: all defaults, which work offline and without a model.</param>
        /// <param name="store">Settings of the file. Default: all defaults, with the clock and the logs of <paramref name="options"/>.</param>
        /// <param name="cancellationToken">Cancels before the file is touched.</param>
        /// <exception cref="MemoryStoreException">The file is not a memory file of this or an earlier version, or cannot be used; it was left as it is.</exception>
        public static async Task<MemoryOS> OpenAsync(
            string path, MemoryOSOptions? options = null, SqliteStoreOptions? store = null, CancellationToken cancellationToken = default)
        {
            options ??= new();
            store ??= new() { TimeProvider = options.TimeProvider, LoggerFactory = options.LoggerFactory };
            var opened = await SqliteMemoryStore.OpenAsync(path, store, cancellationToken).ConfigureAwait(false);
            try
            {
                return await MemoryOS.CreateAsync(opened, options, cancellationToken).ConfigureAwait(false);
            }
            catch
            {
                await opened.DisposeAsync().ConfigureAwait(false);
                throw;
            }
        }
    }
}
