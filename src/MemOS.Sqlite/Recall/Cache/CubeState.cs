using MemOS.Recall;
using MemOS.Sqlite.Storage;

namespace MemOS.Sqlite.Recall.Cache;

/// <summary>How far a cube has got, as one view of the file shows it. Two views of equal state show the same cube.</summary>
/// <param name="Change">The number of the file's last change to something that was there before.</param>
/// <param name="LastEvidence">The sequence of the cube's newest message.</param>
/// <param name="LastRecord">The sequence of the cube's newest record.</param>
/// <param name="Documents">Indexed items.</param>
/// <param name="Terms">Their terms.</param>
/// <param name="HasForeignRecords">Whether records of other cubes derive from the cube's messages.</param>
internal readonly record struct CubeState(long Change, int LastEvidence, int LastRecord, long Documents, long Terms, bool HasForeignRecords)
{
    private const string Select = """
        SELECT (SELECT coalesce(max(number), 0) FROM changes), c.last_evidence, c.last_record, c.documents, c.terms,
            EXISTS (SELECT 1 FROM record_sources t WHERE t.record >> 32 <> t.evidence >> 32 AND t.evidence BETWEEN ?2 AND ?3)
        FROM cubes c WHERE c.number = ?1
        """;

    /// <summary>What ranking needs to know of the cube.</summary>
    public CubeStatistics Statistics => Documents > 0 ? new(Documents, (double)Terms / Documents) : default;

    /// <summary>Reads the state in a connection's view.</summary>
    public static CubeState Read(Connection connection, int cube)
    {
        var (first, last) = CubeRange.Of(cube, MemoryItemKind.Evidence);
        using var row = connection.Prepare(Select).Bind(cube).Bind(first).Bind(last);
        return row.Step() ? new(row.Int64(0), row.Int32(1), row.Int32(2), row.Int64(3), row.Int64(4), row.Int32(5) != 0) : default;
    }

    /// <summary>Whether a view of this state is older than one of another state.</summary>
    public bool IsBefore(CubeState other) => Change < other.Change || LastEvidence < other.LastEvidence || LastRecord < other.LastRecord;
}
