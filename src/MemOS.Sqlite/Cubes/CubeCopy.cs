using MemOS.Sqlite.Recall;
using MemOS.Sqlite.Storage;

namespace MemOS.Sqlite.Cubes;

/// <summary>Copies one cube from the file attached as <c>source</c> into a cube of the main file, with its ids moved to that cube's range.</summary>
internal static class CubeCopy
{
    private const string Attach = "ATTACH DATABASE ?1 AS source";
    private const string Detach = "DETACH DATABASE source";

    private const string Sessions = """
        INSERT INTO main.sessions (cube, origin, name, next_position) SELECT ?2, -abs(origin), name, next_position FROM source.sessions WHERE cube = ?1
        """;

    // A link becomes a message of its own; an erased message's hash belongs to the key of its file.
    private const string Evidence = """
        INSERT INTO main.evidence (id, session, position, kind, role, state, time, offset, length, hash, external_id, author, agent,
            text, tool_calls, tool_results, partial, document, recorded_at)
        SELECT e.id + ?3, n.number, e.position, e.kind, e.role, e.state, e.time, e.offset, e.length,
            CASE e.state WHEN 4 THEN NULL ELSE coalesce(e.hash, o.hash) END,
            coalesce(e.external_id, o.external_id), coalesce(e.author, o.author), coalesce(e.agent, o.agent), coalesce(e.text, o.text),
            coalesce(e.tool_calls, o.tool_calls), coalesce(e.tool_results, o.tool_results), coalesce(e.partial, o.partial), coalesce(e.document, o.document),
            e.recorded_at
        FROM source.evidence e JOIN source.sessions s ON s.number = e.session
            JOIN main.sessions n ON n.cube = ?4 AND n.origin = -abs(s.origin) AND n.name = s.name
            LEFT JOIN source.evidence o ON o.id = e.origin
        WHERE e.id BETWEEN ?1 AND ?2
        """;

    private const string Versions = """
        INSERT INTO main.record_versions (id, version, latest, state, kind, origin, polarity, confidence, text, text_key, subject, subject_key, slot,
            slot_value, topic, entities, event_start, event_end, event_granularity, valid_from, valid_from_offset, valid_to, valid_to_offset,
            superseded_by, recorded_at, reason, length)
        SELECT id + ?3, version, latest, state, kind, origin, polarity, confidence, text, text_key, subject, subject_key, slot,
            slot_value, topic, entities, event_start, event_end, event_granularity, valid_from, valid_from_offset, valid_to, valid_to_offset,
            superseded_by + ?3, recorded_at, reason, length
        FROM source.record_versions WHERE id BETWEEN ?1 AND ?2
        """;

    private const string Sources = """
        INSERT INTO main.record_sources (record, ordinal, evidence, since)
        SELECT record + ?3, ordinal, evidence + ?3, since FROM source.record_sources WHERE record BETWEEN ?1 AND ?2 AND evidence BETWEEN ?1 AND ?2
        """;

    private const string Forgotten = """
        INSERT INTO main.forgotten (cause, item, state_before)
        SELECT cause + ?3, item + ?3, state_before FROM source.forgotten WHERE cause BETWEEN ?1 AND ?2 AND item BETWEEN ?1 AND ?2
        """;

    private const string Models = "INSERT INTO main.models (name, dimension) SELECT name, dimension FROM source.models WHERE true ON CONFLICT (name) DO NOTHING";

    private const string Vectors = """
        INSERT INTO main.vectors (model, id, vector)
        SELECT n.number, v.id + ?3, v.vector FROM source.vectors v JOIN source.models m ON m.number = v.model
            JOIN main.models n ON n.name = m.name AND n.dimension = m.dimension
        WHERE v.id BETWEEN ?1 AND ?2
        """;

    private const string LastVector = "UPDATE main.cubes SET last_vector = (SELECT coalesce(max(key), 0) FROM main.vectors) WHERE number = ?1";

    private const string Ledger = """
        INSERT INTO main.ledger (cube, session, time, offset, full_tokens, sent_tokens, injected_tokens, spent_tokens)
        SELECT ?2, session, time, offset, full_tokens, sent_tokens, injected_tokens, spent_tokens FROM source.ledger WHERE cube = ?1
        """;

    // What was not read yet is read where the cube is loaded.
    private const string Jobs = """
        INSERT INTO main.jobs (kind, cube, session, first, last, items, due_at, noted_at)
        SELECT j.kind, ?2, n.number, j.first + ?3, j.last + ?3, j.items, ?4, ?4 FROM source.jobs j JOIN source.sessions s ON s.number = j.session
            JOIN main.sessions n ON n.cube = ?2 AND n.origin = -abs(s.origin) AND n.name = s.name
        WHERE j.cube = ?1 ORDER BY j.id
        """;

    private const string Sequences = """
        UPDATE main.cubes SET (last_evidence, last_record, last_task, last_skill) = (
            SELECT last_evidence, last_record, last_task, last_skill FROM source.cubes WHERE number = ?1)
        WHERE number = ?2
        """;

    /// <summary>Does work with another file attached as <c>source</c>. No transaction may be open.</summary>
    public static T With<T>(Connection connection, string path, Func<T> work)
    {
        connection.Prepare(Attach).Bind(path).Run();
        try
        {
            return work();
        }
        finally
        {
            connection.Rollback();

            // Statements hold on to the attached file.
            connection.ForgetStatements();
            connection.Execute(Detach);
        }
    }

    /// <summary>Copies a cube; the target has been made and is empty.</summary>
    /// <param name="connection">The connection with both files.</param>
    /// <param name="from">The number of the cube in the source.</param>
    /// <param name="to">Its number in the main file.</param>
    /// <param name="now">The time, in UTC ticks.</param>
    /// <param name="isImport">Whether the source comes from elsewhere.</param>
    /// <param name="cancellationToken">Cancels the copying.</param>
    public static void Run(Connection connection, int from, int to, long now, bool isImport, CancellationToken cancellationToken)
    {
        var (first, last) = CubeRange.Of(from);
        var distance = ((long)to - from) << 32;
        connection.Prepare(Sessions).Bind(from).Bind(to).Run();
        connection.Prepare(Evidence).Bind(first).Bind(last).Bind(distance).Bind(to).Run();
        connection.Prepare(Versions).Bind(first).Bind(last).Bind(distance).Run();
        connection.Prepare(Sources).Bind(first).Bind(last).Bind(distance).Run();
        connection.Prepare(Forgotten).Bind(first).Bind(last).Bind(distance).Run();
        connection.Prepare(Models).Run();
        connection.Prepare(Vectors).Bind(first).Bind(last).Bind(distance).Run();
        connection.Prepare(LastVector).Bind(to).Run();
        connection.Prepare(Ledger).Bind(from).Bind(to).Run();
        EvolutionCopy.Run(connection, from, to, isImport);
        connection.Prepare(Jobs).Bind(from).Bind(to).Bind(distance).Bind(now).Run();
        connection.Prepare(Sequences).Bind(from).Bind(to).Run();
        var target = CubeRange.Of(to);
        WordIndexBuilder.AddAll(connection, target.First, target.Last, null, cancellationToken);
    }
}
