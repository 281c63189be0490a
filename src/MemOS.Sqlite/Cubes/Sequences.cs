using MemOS.Sqlite.Storage;

namespace MemOS.Sqlite.Cubes;

/// <summary>Gives out ids of a cube, each once.</summary>
internal static class Sequences
{
    private const string TakeEvidence = "UPDATE cubes SET last_evidence = last_evidence + ?2 WHERE number = ?1 AND path IS NULL RETURNING last_evidence";
    private const string TakeRecord = "UPDATE cubes SET last_record = last_record + ?2 WHERE number = ?1 AND path IS NULL RETURNING last_record";
    private const string TakeTask = "UPDATE cubes SET last_task = last_task + ?2 WHERE number = ?1 AND path IS NULL RETURNING last_task";
    private const string TakeSkill = "UPDATE cubes SET last_skill = last_skill + ?2 WHERE number = ?1 AND path IS NULL RETURNING last_skill";

    /// <summary>Reserves ids.</summary>
    /// <returns>The first of them.</returns>
    /// <exception cref="MemoryStoreException">The cube is full.</exception>
    /// <exception cref="MemoryAccessException">The cube is gone or read-only.</exception>
    public static MemoryId Take(Connection connection, int cube, MemoryItemKind kind, int count)
    {
        var statement = connection.Prepare(kind switch
        {
            MemoryItemKind.Evidence => TakeEvidence,
            MemoryItemKind.Record => TakeRecord,
            MemoryItemKind.Task => TakeTask,
            _ => TakeSkill,
        });
        var last = statement.Bind(cube).Bind(count).Scalar()
            ?? throw new MemoryAccessException($"Cube {cube} takes no writing: it is attached read-only, or was removed. Write to another cube.");
        return last <= MemoryId.MaxSequence
            ? new(cube, kind, (int)last - count + 1)
            : throw new MemoryStoreException($"Cube {cube} has given out all of its {MemoryId.MaxSequence:N0} ids. Create a new cube.");
    }
}
