using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace MemOS.Sqlite;

/// <summary>Settings of a <see cref="SqliteMemoryStore"/>. The defaults suit an agent on one machine.</summary>
public sealed class SqliteStoreOptions
{
    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Where logs go. Default: nowhere.</summary>
    public ILoggerFactory LoggerFactory { get; set; } = NullLoggerFactory.Instance;

    /// <summary>
    /// Whether the file is only read. Default: <see langword="false"/>; a file that cannot be written is then still opened for
    /// reading, see <see cref="MemOS.Storage.IStoreMaintenance.IsReadOnly"/>. Every write fails with a <see cref="MemoryStoreException"/>.
    /// </summary>
    public bool ReadOnly { get; set; }

    /// <summary>How long to wait for another process that writes to the same file. Default: 10 seconds.</summary>
    public TimeSpan BusyTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How many messages one reading job covers at most. Default: 32.</summary>
    public int MessagesPerJob { get; set; } = 32;

    /// <summary>
    /// The key of the hashes by which erased content is kept from being learned again. Default: <see langword="null"/>, a random
    /// key inside the file. Threat note: whoever holds file and key can test whether a guessed text was erased; a key kept
    /// outside the file takes that away. It must stay the same over the life of the file.
    /// </summary>
    public ReadOnlyMemory<byte>? TombstoneKey { get; set; }

    /// <summary>
    /// About how many bytes of memory searches may keep of what they read, so that the next ones need not read it again. What was
    /// not asked for lately goes first; a search that is under way may hold more for its duration. Default: 64 MiB; 0 keeps nothing.
    /// Threat note: texts stand in the memory of the process while they are kept. Erasing drops them in this process at once, and
    /// in another process when it next searches their cube.
    /// </summary>
    public long RecallCacheBytes { get; set; } = 64 << 20;

    /// <summary>The most pages of 4,096 bytes that the file may grow to. Default: <see langword="null"/>, no limit.</summary>
    public int? MaxPages { get; set; }
}
