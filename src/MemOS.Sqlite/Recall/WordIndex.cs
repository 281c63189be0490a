using MemOS.Recall.Words;
using MemOS.Sqlite.Storage;

namespace MemOS.Sqlite.Recall;

/// <summary>The writing side of the word index: one row for each active item, and the counts of each cube.</summary>
internal static class WordIndex
{
    private const string InsertRow = "INSERT INTO words (rowid, terms) VALUES (?1, ?2)";
    private const string DeleteRow = "DELETE FROM words WHERE rowid = ?1";
    private const string Count = "UPDATE cubes SET documents = documents + ?2, terms = terms + ?3 WHERE number = ?1";

    /// <summary>Adds an item.</summary>
    public static void Add(Connection connection, MemoryId id, AnalyzedWords words)
    {
        AddRow(connection, id, words);
        AddCount(connection, id.Cube, 1, words.Length);
    }

    /// <summary>Adds an item without counting it.</summary>
    public static void AddRow(Connection connection, MemoryId id, AnalyzedWords words)
    {
        var prefix = CubeTerm.Prefix(id.Cube);
        var terms = words.Terms.Count == 0 ? "" : string.Concat(prefix, string.Join(" " + prefix, words.Terms.Where(CubeTerm.IsOne)));
        connection.Prepare(InsertRow).Bind(id.Value).Bind(terms).Run();
    }

    /// <summary>Takes an item out, and its vectors with it: they are made anew when it comes back.</summary>
    public static void Remove(Connection connection, MemoryId id, int length)
    {
        connection.Prepare(DeleteRow).Bind(id.Value).Run();
        VectorTable.Remove(connection, id);
        AddCount(connection, id.Cube, -1, -length);
    }

    /// <summary>Changes the counts of a cube.</summary>
    public static void AddCount(Connection connection, int cube, int documents, long terms) =>
        connection.Prepare(Count).Bind(cube).Bind(documents).Bind(terms).Run();
}
