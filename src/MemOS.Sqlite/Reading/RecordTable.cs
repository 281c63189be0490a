using MemOS.Reading;
using MemOS.Recall.Words;
using MemOS.Sqlite.Recall;
using MemOS.Sqlite.Storage;

namespace MemOS.Sqlite.Reading;

/// <summary>Writes records: each change is a new version, and the word index follows the current one.</summary>
internal static class RecordTable
{
    private const string Latest = $"SELECT {RecordRow.Columns} FROM record_versions r WHERE r.id = ?1 AND r.id BETWEEN ?2 AND ?3 AND r.latest = 1";
    private const string Outdate = "UPDATE record_versions SET latest = 0 WHERE id = ?1 AND version = ?2 AND id BETWEEN ?3 AND ?4";

    /// <summary>The latest version of a record with its number of terms; the sources are left out.</summary>
    public static (MemoryRecord Record, int Length)? Find(Connection connection, MemoryId id)
    {
        var (first, last) = CubeRange.Of(id.Cube, MemoryItemKind.Record);
        using var row = connection.Prepare(Latest).Bind(id.Value).Bind(first).Bind(last);
        return row.Step() ? (RecordRow.Read(row), row.Int32(23)) : null;
    }

    /// <summary>Writes a new record and indexes it when it is current.</summary>
    public static void Add(Connection connection, MemoryRecord record)
    {
        var words = WordAnalyzer.Analyze(record.Text);
        RecordRow.Write(connection, record, words.Length);
        if (record.State == RecordState.Current)
        {
            WordIndex.Add(connection, record.Id, words);
        }
    }

    /// <summary>Writes the next version of a record.</summary>
    /// <param name="connection">The writer's connection.</param>
    /// <param name="before">The latest version.</param>
    /// <param name="length">Its number of terms.</param>
    /// <param name="after">What changes; id and version are set here.</param>
    public static void Change(Connection connection, MemoryRecord before, int length, MemoryRecord after)
    {
        var (first, last) = CubeRange.Of(before.Id.Cube, MemoryItemKind.Record);
        connection.Prepare(Outdate).Bind(before.Id.Value).Bind(before.Version).Bind(first).Bind(last).Run();
        var next = after with { Id = before.Id, Version = before.Version + 1 };
        var isReworded = next.Text != before.Text || next.Subject != before.Subject;
        var wasIndexed = before.State == RecordState.Current;
        var isIndexed = next.State == RecordState.Current;
        var words = isReworded || (isIndexed && !wasIndexed) ? WordAnalyzer.Analyze(next.Text) : null;
        RecordRow.Write(connection, next, words?.Length ?? length);
        if (wasIndexed && (!isIndexed || isReworded))
        {
            WordIndex.Remove(connection, before.Id, length);
        }

        if (isIndexed && (!wasIndexed || isReworded))
        {
            WordIndex.Add(connection, before.Id, words!);
        }
    }
}
