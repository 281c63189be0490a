using System.Text.Json;
using MemOS.Reading;
using MemOS.Sqlite.Evidence;
using MemOS.Sqlite.Storage;
using MemOS.Time;

namespace MemOS.Sqlite.Reading;

/// <summary>How record versions are selected, read and written.</summary>
internal static class RecordRow
{
    /// <summary>The columns that <see cref="Read"/> expects.</summary>
    public const string Columns = """
        r.id, r.version, r.state, r.kind, r.origin, r.polarity, r.confidence, r.text, r.subject, r.slot, r.slot_value, r.topic, r.entities,
        r.event_start, r.event_end, r.event_granularity, r.valid_from, r.valid_from_offset, r.valid_to, r.valid_to_offset,
        r.superseded_by, r.recorded_at, r.reason, r.length
        """;

    private const string Insert = """
        INSERT INTO record_versions (id, version, latest, state, kind, origin, polarity, confidence, text, text_key, subject, subject_key, slot,
            slot_value, topic, entities, event_start, event_end, event_granularity, valid_from, valid_from_offset, valid_to, valid_to_offset,
            superseded_by, recorded_at, reason, length)
        VALUES (?1, ?2, 1, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26)
        """;

    /// <summary>The key by which a subject is looked up: case and punctuation do not matter.</summary>
    public static long SubjectKey(string subject) => Fingerprint.Of(RecordText.Key(subject) is { Length: > 0 } key ? key : subject.ToLowerInvariant());

    /// <summary>The key by which a normalised text is looked up.</summary>
    public static long TextKey(string normalised) => Fingerprint.Of(normalised);

    /// <summary>Writes a version as the latest one.</summary>
    public static void Write(Connection connection, MemoryRecord record, int length) =>
        connection.Prepare(Insert)
            .Bind(record.Id.Value).Bind(record.Version).Bind((int)record.State).Bind((int)record.Kind).Bind((int)record.Origin)
            .Bind((int)record.Polarity).Bind(record.Confidence).Bind(record.Text).Bind(TextKey(RecordText.Key(record.Text)))
            .Bind(record.Subject).Bind(SubjectKey(record.Subject)).Bind(record.Slot).Bind(record.SlotValue).Bind(record.Topic)
            .Bind(record.Entities.Count == 0 ? null : JsonSerializer.Serialize(record.Entities, EvidenceJson.Default.IReadOnlyListString))
            .Bind(record.EventTime?.Start.Ticks).Bind(record.EventTime?.End.Ticks).Bind((long?)record.EventTime?.Granularity)
            .Bind(record.ValidFrom.UtcTicks).Bind(Times.Offset(record.ValidFrom))
            .Bind(record.ValidTo?.UtcTicks).Bind(record.ValidTo is { } until ? Times.Offset(until) : null)
            .Bind(record.SupersededBy?.Value).Bind(record.RecordedAt.UtcTicks).Bind(record.Reason).Bind(length).Run();

    /// <summary>Reads a row; the sources are loaded apart.</summary>
    public static MemoryRecord Read(Statement row) => new()
    {
        Id = new(row.Int64(0)),
        Version = row.Int32(1),
        State = (RecordState)row.Int32(2),
        Kind = (MemoryKind)row.Int32(3),
        Origin = (RecordOrigin)row.Int32(4),
        Polarity = (Polarity)row.Int32(5),
        Confidence = row.Real(6),
        Text = row.Text(7),
        Subject = row.Text(8),
        Slot = row.TextOrNull(9),
        SlotValue = row.TextOrNull(10),
        Topic = row.TextOrNull(11),
        Entities = row.IsNull(12) ? [] : JsonSerializer.Deserialize(row.Blob(12), EvidenceJson.Default.IReadOnlyListString) ?? [],
        EventTime = ReadEventTime(row, 13),
        ValidFrom = Times.FromUtc(row.Int64(16), row.Int64(17)),
        ValidTo = row.IsNull(18) ? null : Times.FromUtc(row.Int64(18), row.Int64(19)),
        SupersededBy = row.Int64OrNull(20) is { } next ? new(next) : null,
        RecordedAt = Times.FromUtc(row.Int64(21)),
        Reason = row.TextOrNull(22),
        Sources = [],
    };

    /// <summary>Reads an event time from three columns.</summary>
    public static EventTime? ReadEventTime(Statement row, int column) => row.IsNull(column)
        ? null
        : new(new(row.Int64(column)), new(row.Int64(column + 1)), (TimeGranularity)row.Int32(column + 2));

    /// <summary>Reads all rows with their sources, gives the statement back, and keeps the order.</summary>
    public static List<MemoryRecord> ReadAll(Connection connection, Statement statement, IReadOnlyList<int> cubes)
    {
        var records = new List<MemoryRecord>();
        using (statement)
        {
            while (statement.Step())
            {
                records.Add(Read(statement));
            }
        }

        if (records.Count == 0)
        {
            return records;
        }

        var sources = RecordSources.Load(connection, JsonList.Of(records.Select(static record => record.Id).Distinct()), cubes);
        for (var i = 0; i < records.Count; i++)
        {
            if (sources.TryGetValue(records[i].Id.Value, out var found))
            {
                var version = records[i].Version;
                records[i] = records[i] with { Sources = [.. found.Where(source => source.Since <= version).Select(static source => source.Evidence)] };
            }
        }

        return records;
    }
}
