using MemOS.Cubes;
using MemOS.Evidence;
using MemOS.Evolution.Skills;
using MemOS.Evolution.Tasks;
using MemOS.Governance;
using MemOS.Reading;
using MemOS.Recall;
using MemOS.Scheduling;
using MemOS.Sqlite.Cubes;
using MemOS.Sqlite.Evidence;
using MemOS.Sqlite.Evolution;
using MemOS.Sqlite.Governance;
using MemOS.Sqlite.Reading;
using MemOS.Sqlite.Recall;
using MemOS.Sqlite.Recall.Cache;
using MemOS.Sqlite.Scheduling;
using MemOS.Sqlite.Storage;
using MemOS.Sqlite.Tokens;
using MemOS.Storage;
using MemOS.Tokens;

namespace MemOS.Sqlite;

/// <summary>The embedded store: one SQLite file, durable at every acknowledged write. Safe for concurrent use, also by several processes.</summary>
/// <remarks>
/// One writer commits with <c>synchronous=FULL</c>, as many waiting writes at a time as there are; readers see a consistent
/// state and never wait for it. Disposing finishes writes that are under way.
/// </remarks>
public sealed class SqliteMemoryStore : IMemoryStore
{
    private readonly Database database;
    private readonly AttachedCubes attached;
    private readonly OpeningCheck opening;
    private readonly RecallCache cache;

    private SqliteMemoryStore(Database database)
    {
        this.database = database;
        cache = new(database.Options.RecallCacheBytes);
        var recall = new SqliteRecallIndex(database, cache);
        attached = new(database, cache);
        Cubes = new SqliteCubeStore(database);
        Transfer = new SqliteCubeTransfer(database, attached);
        Evidence = new AttachedEvidenceStore(new SqliteEvidenceStore(database), attached);
        Records = new AttachedRecordStore(new SqliteRecordStore(database), attached);
        Recall = new AttachedRecallIndex(recall, attached);
        Vectors = new SqliteVectorStore(database);
        Tasks = new AttachedTaskStore(new SqliteTaskStore(database), attached);
        Skills = new AttachedSkillStore(new SqliteSkillStore(database), attached);
        Jobs = new SqliteJobStore(database);
        Usage = new SqliteModelUsageStore(database);
        Ledger = new SqliteLedgerStore(database);
        Governance = new SqliteForgetStore(database, recall.Vectors, cache);
        Maintenance = new SqliteStoreMaintenance(database);
        opening = new(database);
    }

    /// <inheritdoc/>
    public ICubeStore Cubes { get; }

    /// <inheritdoc/>
    public ICubeTransfer Transfer { get; }

    /// <inheritdoc/>
    public IEvidenceStore Evidence { get; }

    /// <inheritdoc/>
    public IRecordStore Records { get; }

    /// <inheritdoc/>
    public IRecallIndex Recall { get; }

    /// <inheritdoc/>
    public IVectorStore Vectors { get; }

    /// <inheritdoc/>
    public ITaskStore Tasks { get; }

    /// <inheritdoc/>
    public ISkillStore Skills { get; }

    /// <inheritdoc/>
    public IJobStore Jobs { get; }

    /// <inheritdoc/>
    public IModelUsageStore Usage { get; }

    /// <inheritdoc/>
    public ILedgerStore Ledger { get; }

    /// <inheritdoc/>
    public IForgetStore Governance { get; }

    /// <inheritdoc/>
    public IStoreMaintenance Maintenance { get; }

    /// <summary>
    /// What a quick check found that runs in the background when the file was left open by a process that ended without
    /// closing it; completed and empty otherwise. What it finds is logged as well.
    /// </summary>
    public Task<IReadOnlyList<StoreProblem>> OpeningProblems => opening.Problems;

    /// <summary>How many statements have been run for reading, by those that are through; for tests that count them.</summary>
    internal long StatementsRead => database.Readers.Prepared;

    /// <summary>What reading has had SQLite do, in instructions of its machine; for tests.</summary>
    internal long StepsRun => database.Readers.Steps;

    /// <summary>About how many bytes searches keep in memory; for tests of the limit.</summary>
    internal long RecallBytes => cache.Bytes;

    /// <summary>Opens a memory file, or makes a new one with its folder.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Settings; they are not changed and must not be changed afterwards. Default: all defaults.</param>
    /// <param name="cancellationToken">Cancels before the file is touched.</param>
    /// <exception cref="MemoryStoreException">
    /// The file belongs to another program, is cut short, was written by a newer version, or cannot be used; it was left as it is.
    /// </exception>
    public static Task<SqliteMemoryStore> OpenAsync(string path, SqliteStoreOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.Run(() => new SqliteMemoryStore(DatabaseOpener.Open(Path.GetFullPath(path), options ?? new())), cancellationToken);
    }

    /// <summary>Whether somebody has a memory file open for writing, in this process or another; to be asked before it is moved away or replaced.</summary>
    /// <param name="path">The file. One that is missing, or cannot be used at all, is not in use.</param>
    /// <param name="cancellationToken">Cancels before the file is touched.</param>
    public static Task<bool> IsInUseAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return Task.Run(() => FileUse.IsInUse(Path.GetFullPath(path)), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => new(Task.Run(Close));

    private void Close()
    {
        opening.Dispose();
        attached.Dispose();
        database.Dispose();
    }
}
