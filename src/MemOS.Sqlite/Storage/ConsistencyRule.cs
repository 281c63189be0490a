namespace MemOS.Sqlite.Storage;

/// <summary>Something that always holds in a sound file.</summary>
/// <param name="Area">What it is about.</param>
/// <param name="Violations">A statement whose rows (their first column) are the violations.</param>
/// <param name="Message">What is wrong, and what to do.</param>
/// <param name="CanRepair">Whether a repair mends it without loss.</param>
internal sealed record ConsistencyRule(string Area, string Violations, string Message, bool CanRepair)
{
    private const string Rebuild = "Run the repair: it rebuilds the index from evidence and records.";

    private const string Restore = "Restore a backup, or ask for help with this message.";

    /// <summary>All rules.</summary>
    public static IReadOnlyList<ConsistencyRule> All { get; } =
    [
        new("words", """
            SELECT id FROM evidence e WHERE state = 1 AND NOT EXISTS (SELECT 1 FROM words_content c WHERE c.id = e.id)
            UNION ALL
            SELECT id FROM record_versions r WHERE latest = 1 AND state = 1 AND NOT EXISTS (SELECT 1 FROM words_content c WHERE c.id = r.id)
            """, $"items are missing in the word index and cannot be found. {Rebuild}", true),
        new("words", """
            SELECT c.id FROM words_content c WHERE NOT EXISTS (SELECT 1 FROM evidence e WHERE e.id = c.id AND e.state = 1)
                AND NOT EXISTS (SELECT 1 FROM record_versions r WHERE r.id = c.id AND r.latest = 1 AND r.state = 1)
            """, $"entries of the word index belong to nothing that may be recalled. {Rebuild}", true),
        new("words", """
            SELECT k.number FROM cubes k WHERE k.path IS NULL AND (k.documents, k.terms) IS NOT (
                SELECT count(*), coalesce(sum(n.length), 0) FROM (
                    SELECT length FROM evidence WHERE id BETWEEN k.number << 32 AND (k.number << 32) + 536870911 AND state = 1
                    UNION ALL
                    SELECT length FROM record_versions WHERE id BETWEEN k.number << 32 AND (k.number << 32) + 4294967295 AND latest = 1 AND state = 1) n)
            """, $"cubes have wrong counts, by which ranking goes astray. {Rebuild}", true),
        new("words", """
            SELECT v.id FROM vectors v WHERE NOT EXISTS (SELECT 1 FROM evidence e WHERE e.id = v.id AND e.state = 1)
                AND NOT EXISTS (SELECT 1 FROM record_versions r WHERE r.id = v.id AND r.latest = 1 AND r.state = 1)
            """, $"vectors belong to nothing that may be recalled. {Rebuild}", true),
        new("evidence", """
            SELECT s.number FROM sessions s LEFT JOIN evidence e ON e.session = s.number GROUP BY s.number
            HAVING count(e.id) <> s.next_position OR coalesce(max(e.position), -1) <> s.next_position - 1
            """, $"sessions have gaps. {Restore}", false),
        new("evidence", """
            SELECT e.id FROM evidence e JOIN sessions s ON s.number = e.session WHERE e.id >> 32 <> s.cube
                OR (e.state <> 4 AND e.origin IS NULL AND (e.text IS NULL OR e.hash IS NULL)) OR (e.state = 4 AND e.text IS NOT NULL)
            """, $"messages are in the wrong cube or without content. {Restore}", false),
        new("evidence", """
            SELECT e.id FROM cubes k JOIN evidence e ON e.id BETWEEN k.number << 32 AND (k.number << 32) + 536870911
            WHERE e.id > (k.number << 32) + k.last_evidence
            """, $"messages have ids that were not given out. {Restore}", false),
        new("records", """
            SELECT r.id FROM record_versions r WHERE r.latest = 1 AND NOT EXISTS (
                SELECT 1 FROM record_sources t JOIN evidence e ON e.id = t.evidence WHERE t.record = r.id AND e.state <> 4)
            """, $"records cannot be traced to evidence. {Restore}", false),
        new("records", "SELECT id FROM record_versions GROUP BY id HAVING sum(latest) <> 1 OR max(version) <> count(*) OR max(latest * version) <> max(version)",
            $"records have no clear latest version. {Restore}", false),
        new("records", "SELECT t.record FROM record_sources t WHERE NOT EXISTS (SELECT 1 FROM record_versions r WHERE r.id = t.record)",
            $"sources belong to no record. {Restore}", false),
        new("records", "SELECT r.id FROM record_versions r WHERE r.superseded_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM record_versions n WHERE n.id = r.superseded_by)",
            $"records point to successors that are gone. {Restore}", false),
        new("jobs", "SELECT j.id FROM jobs j JOIN sessions s ON s.number = j.session WHERE j.first > j.last OR j.first >> 32 <> j.cube OR s.cube <> j.cube",
            $"jobs name evidence of another cube. {Restore}", false),
        new("jobs", "SELECT id FROM jobs WHERE dead = 1", "jobs failed for good; their evidence is searchable but was not read into records. Look at their error, then retry them.", false),
    ];
}
