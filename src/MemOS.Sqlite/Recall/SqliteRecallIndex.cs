using MemOS.Cubes;
using MemOS.Recall;
using MemOS.Sqlite.Recall.Cache;
using MemOS.Sqlite.Storage;

namespace MemOS.Sqlite.Recall;

/// <inheritdoc cref="IRecallIndex"/>
internal sealed class SqliteRecallIndex(Database database, RecallCache cache) : IRecallIndex
{
    /// <summary>The vectors in memory.</summary>
    public VectorCache Vectors { get; } = new();

    /// <inheritdoc/>
    public ValueTask<IRecallReader> OpenAsync(CubeAccess access, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        cancellationToken.ThrowIfCancellationRequested();
        var connection = database.Readers.Rent();
        try
        {
            return new(new SqliteRecallReader(database, connection, Vectors, cache, access));
        }
        catch
        {
            database.Readers.Return(connection);
            throw;
        }
    }
}
