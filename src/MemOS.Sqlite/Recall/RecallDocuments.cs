using MemOS.Evidence;
using MemOS.Reading;
using MemOS.Recall;
using MemOS.Sqlite.Evidence;
using MemOS.Sqlite.Reading;
using MemOS.Sqlite.Storage;

namespace MemOS.Sqlite.Recall;

/// <summary>Describes candidates of a search: one statement for any number of messages, three for records, their sources and where those stand.</summary>
internal static class RecallDocuments
{
    private const string Evidence = """
        SELECT e.id, coalesce(e.text, o.text), e.length, e.session, s.name, e.position, e.time, e.offset, e.role, e.kind,
            coalesce(e.author, o.author), coalesce(e.external_id, o.external_id), coalesce(e.agent, o.agent), e.recorded_at
        FROM evidence e JOIN sessions s ON s.number = e.session LEFT JOIN evidence o ON o.id = e.origin
        WHERE e.id IN (SELECT value FROM json_each(?1)) AND e.id >> 32 IN (SELECT value FROM json_each(?2)) AND e.state = 1
        """;

    private const string Records = """
        SELECT r.id, r.text, r.length, r.kind, r.subject, r.event_start, r.event_end, r.event_granularity, r.confidence, r.origin, r.polarity
        FROM record_versions r
        WHERE r.id IN (SELECT value FROM json_each(?1)) AND r.id >> 32 IN (SELECT value FROM json_each(?2)) AND r.latest = 1 AND r.state = 1
        """;

    // Where the telling messages of records stand. Many records share one, so that this costs less than a join a record.
    private const string Places = """
        SELECT e.id, e.session, s.name, e.position, e.time, e.offset, e.role, e.kind FROM evidence e JOIN sessions s ON s.number = e.session
        WHERE e.id IN (SELECT value FROM json_each(?1)) AND e.id >> 32 IN (SELECT value FROM json_each(?2))
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
        var names = new Dictionary<long, string?>();
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
                SessionName = Name(row, 3, 4, names),
                Position = row.Int32(5),
                Time = Times.FromLocal(row.Int64(6), row.Int64(7)),
                Role = (EvidenceRole)row.Int32(8),
                EvidenceKind = (EvidenceKind)row.Int32(9),
                Author = row.TextOrNull(10),
                ExternalId = row.TextOrNull(11),
                Agent = row.TextOrNull(12),
                RecordedAt = row.Int64OrNull(13) is { } recorded ? Times.FromUtc(recorded) : null,
                Sources = [id],
            });
        }
    }

    private static void AddRecords(Connection connection, string ids, string range, IReadOnlyList<int> cubes, List<RecallDocument> documents)
    {
        var sources = RecordSources.Load(connection, ids, cubes);
        var places = FindPlaces(connection, sources.Values.Select(static found => found[0].Evidence.Value).Distinct(), range);
        using var row = connection.Prepare(Records).Bind(ids).Bind(range);
        while (row.Step())
        {
            var id = row.Int64(0);
            var found = sources.GetValueOrDefault(id);
            var place = found is null ? null : places.GetValueOrDefault(found[0].Evidence.Value);
            documents.Add(new()
            {
                Id = id,
                Text = row.Text(1),
                Length = row.Int32(2),
                Session = place?.Session ?? 0,
                SessionName = place?.SessionName,
                Position = place?.Position ?? 0,
                Time = place?.Time ?? Times.FromLocal(0, 0),
                Role = place?.Role ?? default,
                EvidenceKind = place?.Kind ?? EvidenceKind.Message,
                Kind = (MemoryKind)row.Int32(3),
                Subject = row.Text(4),
                EventTime = RecordRow.ReadEventTime(row, 5),
                Confidence = row.Real(8),
                Origin = (RecordOrigin)row.Int32(9),
                Polarity = (Polarity)row.Int32(10),
                Sources = found is null ? [] : found.ConvertAll(static source => source.Evidence.Value),
            });
        }
    }

    private static Dictionary<long, Place> FindPlaces(Connection connection, IEnumerable<long> evidence, string range)
    {
        var places = new Dictionary<long, Place>();
        var names = new Dictionary<long, string?>();
        using var row = connection.Prepare(Places).Bind(JsonList.Of(evidence)).Bind(range);
        while (row.Step())
        {
            places[row.Int64(0)] = new(row.Int64(1), Name(row, 1, 2, names), row.Int32(3), Times.FromLocal(row.Int64(4), row.Int64(5)), (EvidenceRole)row.Int32(6), (EvidenceKind)row.Int32(7));
        }

        return places;
    }

    // Results come from few sessions: one string for each name.
    private static string? Name(Statement row, int number, int name, Dictionary<long, string?> names)
    {
        if (!names.TryGetValue(row.Int64(number), out var known))
        {
            names[row.Int64(number)] = known = SessionTable.Name(row.Text(name));
        }

        return known;
    }

    /// <summary>Where a message stands.</summary>
    private sealed record Place(long Session, string? SessionName, int Position, DateTimeOffset Time, EvidenceRole Role, EvidenceKind Kind);
}
