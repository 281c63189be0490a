using MemOS.Evidence;
using MemOS.Reading;
using MemOS.Recall;
using MemOS.Sqlite.Evidence;
using MemOS.Sqlite.Reading;
using MemOS.Sqlite.Storage;

namespace MemOS.Sqlite.Recall;

/// <summary>Describes candidates of a search: two statements for any number of messages and records, one more for sources.</summary>
internal static class RecallDocuments
{
    private const string Evidence = """
        SELECT e.id, coalesce(e.text, o.text), e.length, e.session, s.name, e.position, e.time, e.offset, e.role, e.kind,
            coalesce(e.author, o.author), coalesce(e.external_id, o.external_id), coalesce(e.agent, o.agent)
        FROM evidence e JOIN sessions s ON s.number = e.session LEFT JOIN evidence o ON o.id = e.origin
        WHERE e.id IN (SELECT value FROM json_each(?1)) AND e.id >> 32 IN (SELECT value FROM json_each(?2)) AND e.state = 1
        """;

    private const string Records = """
        SELECT r.id, r.text, r.length, e.session, s.name, e.position, e.time, e.offset, e.role, e.kind,
            r.kind, r.subject, r.event_start, r.event_end, r.event_granularity, r.confidence, r.origin, r.polarity
        FROM record_versions r
            LEFT JOIN record_sources t ON t.record = r.id AND t.ordinal = (SELECT min(ordinal) FROM record_sources WHERE record = r.id)
            LEFT JOIN evidence e ON e.id = t.evidence LEFT JOIN sessions s ON s.number = e.session
        WHERE r.id IN (SELECT value FROM json_each(?1)) AND r.id >> 32 IN (SELECT value FROM json_each(?2)) AND r.latest = 1 AND r.state = 1
        """;

    /// <summary>Describes the items that are active or current and lie in the given cubes.</summary>
    public static List<RecallDocument> Describe(Connection connection, IReadOnlyCollection<long> ids, IReadOnlyList<int> cubes)
    {
        var documents = new List<RecallDocument>(ids.Count);
        var range = JsonList.Of(cubes);
        var evidence = ids.Where(static id => new MemoryId(id).Kind == MemoryItemKind.Evidence).ToList();
        if (evidence.Count > 0)
        {
            AddEvidence(connection, JsonList.Of(evidence), range, documents);
        }

        var records = ids.Where(static id => new MemoryId(id).Kind == MemoryItemKind.Record).ToList();
        if (records.Count > 0)
        {
            AddRecords(connection, JsonList.Of(records), range, cubes, documents);
        }

        return documents;
    }

    private static void AddEvidence(Connection connection, string ids, string range, List<RecallDocument> documents)
    {
        using var row = connection.Prepare(Evidence).Bind(ids).Bind(range);
        while (row.Step())
        {
            var id = row.Int64(0);
            documents.Add(new()
            {
                Id = id,
                Text = row.Text(1),
                Length = row.Int32(2),
                Session = row.Int64(3),
                SessionName = SessionTable.Name(row.Text(4)),
                Position = row.Int32(5),
                Time = Times.FromLocal(row.Int64(6), row.Int64(7)),
                Role = (EvidenceRole)row.Int32(8),
                EvidenceKind = (EvidenceKind)row.Int32(9),
                Author = row.TextOrNull(10),
                ExternalId = row.TextOrNull(11),
                Agent = row.TextOrNull(12),
                Sources = [id],
            });
        }
    }

    private static void AddRecords(Connection connection, string ids, string range, IReadOnlyList<int> cubes, List<RecallDocument> documents)
    {
        var sources = RecordSources.Load(connection, ids, cubes);
        using var row = connection.Prepare(Records).Bind(ids).Bind(range);
        while (row.Step())
        {
            var id = row.Int64(0);
            documents.Add(new()
            {
                Id = id,
                Text = row.Text(1),
                Length = row.Int32(2),
                Session = row.Int64(3),
                SessionName = SessionTable.Name(row.Text(4)),
                Position = row.Int32(5),
                Time = Times.FromLocal(row.Int64(6), row.Int64(7)),
                Role = (EvidenceRole)row.Int32(8),
                EvidenceKind = row.IsNull(9) ? EvidenceKind.Message : (EvidenceKind)row.Int32(9),
                Kind = (MemoryKind)row.Int32(10),
                Subject = row.Text(11),
                EventTime = RecordRow.ReadEventTime(row, 12),
                Confidence = row.Real(15),
                Origin = (RecordOrigin)row.Int32(16),
                Polarity = (Polarity)row.Int32(17),
                Sources = sources.TryGetValue(id, out var found) ? [.. found.Select(static source => source.Evidence.Value)] : [],
            });
        }
    }
}
