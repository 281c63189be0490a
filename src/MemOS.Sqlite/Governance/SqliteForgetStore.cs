using MemOS.Cubes;
using MemOS.Governance;
using MemOS.Sqlite.Cubes;
using MemOS.Sqlite.Recall;
using MemOS.Sqlite.Recall.Cache;
using MemOS.Sqlite.Storage;
using Microsoft.Extensions.Logging;

namespace MemOS.Sqlite.Governance;

/// <inheritdoc cref="IForgetStore"/>
internal sealed partial class SqliteForgetStore(Database database, VectorCache vectors, RecallCache cache) : IForgetStore
{
    /// <inheritdoc/>
    public Task<ForgetReceipt> ForgetAsync(CubeAccess access, IReadOnlyList<MemoryId> ids, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentNullException.ThrowIfNull(ids);
        return database.WriteAsync(
            connection =>
            {
                ItemGuard.CheckWritable(connection, access, ids);
                return new ForgetReceipt(new Forgetting(connection, database.Options).Forget(ids));
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ForgetReceipt> RestoreAsync(CubeAccess access, IReadOnlyList<MemoryId> ids, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentNullException.ThrowIfNull(ids);
        return database.WriteAsync(
            connection =>
            {
                ItemGuard.CheckWritable(connection, access, ids);
                return new ForgetReceipt(new Forgetting(connection, database.Options).Restore(ids));
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<EraseReceipt> EraseAsync(CubeAccess access, IReadOnlyList<MemoryId> ids, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentNullException.ThrowIfNull(ids);
        return EraseAsync(
            connection =>
            {
                ItemGuard.CheckWritable(connection, access, ids);
                foreach (var cube in ids.Select(static id => id.Cube).Distinct())
                {
                    ItemGuard.CheckOwner(connection, access, cube);
                }

                var erasure = new Erasure(connection, database.Options, keepPlaces: true);
                erasure.AddMessages(ids.Where(static id => id.Kind == MemoryItemKind.Evidence));
                foreach (var record in ids.Where(static id => id.Kind == MemoryItemKind.Record))
                {
                    erasure.AddRecord(record, source => access.Writable.Contains(source.Cube));
                }

                erasure.Run();
                return erasure;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<EraseReceipt> EraseSessionAsync(CubeAccess access, string? session, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        return EraseAsync(
            connection =>
            {
                ItemGuard.CheckOwner(connection, access, access.Home);
                if (Evidence.SessionTable.FindNumber(connection, access.Home, session) is null)
                {
                    throw new MemoryNotFoundException($"There is no session \"{session}\" in this cube. List the evidence to see the sessions.");
                }

                var erasure = EraseSessions(connection, CubeRemoval.FindSessions(connection, access.Home, session ?? ""));
                CubeRemoval.RemoveLedger(connection, access.Home, session ?? "");
                return erasure;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<EraseReceipt> EraseUserAsync(string tenant, string user, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentException.ThrowIfNullOrWhiteSpace(user);
        return EraseAsync(
            connection =>
            {
                var known = UserTable.FindUser(connection, tenant, user) ?? throw new MemoryNotFoundException($"There is no user \"{user}\". List the users to see their names.");
                var cubes = CubeRemoval.FindCubes(connection, known.Number);
                var erasure = EraseSessions(connection, CubeRemoval.FindSessions(connection, cubes));
                CubeRemoval.RemoveCubes(connection, cubes);
                CubeRemoval.RemoveUser(connection, known.Number);
                return erasure;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> FinishErasingAsync(CancellationToken cancellationToken = default) => database.IsReadOnly
        ? database.ReadAsync(static connection => Meta.FindNumber(connection, Meta.ErasePending) is null, cancellationToken)
        : database.WriteAloneAsync(connection => ErasedBytes.TryFinish(connection, database.File, ErasedBytes.Hurry, database.Options.BusyTimeout), cancellationToken);

    // The erasure itself is durable by now: a full disk only puts off the last copies, which the receipt says.
    private async Task<bool> TryFinishErasingAsync()
    {
        try
        {
            return await FinishErasingAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (MemoryStoreException error)
        {
            LogPending(database.Options.LoggerFactory.CreateLogger<SqliteMemoryStore>(), error, database.Path);
            return false;
        }
    }

    [LoggerMessage(EventId = 2004, Level = LogLevel.Warning, Message = "Copies of erased content still stand in {Path} or its log; they are removed with the next write, check or opening that can.")]
    private static partial void LogPending(ILogger logger, Exception error, string path);

    private Erasure EraseSessions(Connection connection, string sessions)
    {
        var erasure = new Erasure(connection, database.Options, keepPlaces: false);
        erasure.AddMessages(CubeRemoval.FindMessages(connection, sessions));
        erasure.Run();
        CubeRemoval.RemoveSessions(connection, sessions);
        return erasure;
    }

    private async Task<EraseReceipt> EraseAsync(Func<Connection, Erasure> erase, CancellationToken cancellationToken)
    {
        var erasure = await database.WriteAsync(erase, cancellationToken).ConfigureAwait(false);
        vectors.Clear();
        cache.Clear();

        // Erased is erased: from here on nobody's cancellation leaves the rest undone.
        var isDone = await TryFinishErasingAsync().ConfigureAwait(false);
        if (!isDone)
        {
            database.KeepTrying(connection => ErasedBytes.TryFinish(connection, database.File, TimeSpan.Zero, database.Options.BusyTimeout));
        }

        var receipt = new EraseReceipt(erasure.MessageCount, erasure.RecordCount, !isDone);
        return erasure.Skills.Count == 0 ? receipt : receipt with { Skills = erasure.Skills };
    }
}
