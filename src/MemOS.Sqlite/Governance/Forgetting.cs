using MemOS.Reading;
using MemOS.Recall.Words;
using MemOS.Scheduling;
using MemOS.Sqlite.Reading;
using MemOS.Sqlite.Recall;
using MemOS.Sqlite.Scheduling;
using MemOS.Sqlite.Storage;

namespace MemOS.Sqlite.Governance;

/// <summary>Forgets and restores inside a transaction of the writer. Each item remembers every reason for which it left recall.</summary>
internal sealed class Forgetting(Connection connection, SqliteStoreOptions options)
{
    private const string SourcesOf = """
        SELECT evidence FROM record_sources WHERE record = ?1 AND evidence >> 32 = ?1 >> 32
        UNION
        SELECT l.id FROM record_sources t JOIN evidence l ON l.origin = t.evidence WHERE t.record = ?1 AND t.evidence >> 32 = ?1 >> 32
        """;

    private const string LinksOf = "SELECT id FROM evidence WHERE origin = ?1";

    private const string Unsupported = """
        SELECT DISTINCT t.record FROM record_sources t
        WHERE t.evidence IN (SELECT value FROM json_each(?1)) AND t.record >> 32 = t.evidence >> 32 AND NOT EXISTS (
            SELECT 1 FROM record_sources o JOIN evidence e ON e.id = o.evidence WHERE o.record = t.record AND e.state = 1)
        """;

    private const string Note = """
        INSERT INTO forgotten (cause, item, state_before)
        SELECT ?1, ?2, coalesce((SELECT min(state_before) FROM forgotten WHERE item = ?2), ?3) WHERE true
        ON CONFLICT (cause, item) DO NOTHING
        """;

    private const string Reasons = "DELETE FROM forgotten WHERE cause = ?1 OR item = ?1 RETURNING item, state_before";
    private const string HasReason = "SELECT 1 FROM forgotten WHERE item = ?1 LIMIT 1";
    private const string EvidenceState = "SELECT state, length FROM evidence WHERE id = ?1 AND id >> 32 = ?1 >> 32";
    private const string SetState = "UPDATE evidence SET state = ?2 WHERE id = ?1 AND id >> 32 = ?1 >> 32";
    private const string EvidenceText = """
        SELECT coalesce(e.text, o.text), coalesce(e.author, o.author), e.session, EXISTS (SELECT 1 FROM record_sources t WHERE t.evidence = e.id)
        FROM evidence e LEFT JOIN evidence o ON o.id = e.origin WHERE e.id = ?1 AND e.id >> 32 = ?1 >> 32
        """;

    private readonly SortedSet<MemoryId> changed = [];

    /// <summary>Forgets items that were checked before.</summary>
    /// <returns>Everything that left recall.</returns>
    public IReadOnlyList<MemoryId> Forget(IReadOnlyList<MemoryId> ids)
    {
        foreach (var id in ids)
        {
            if (id.Kind == MemoryItemKind.Record)
            {
                ForgetRecord(id, id);
                foreach (var source in ReadIds(connection.Prepare(SourcesOf).Bind(id.Value)))
                {
                    ForgetEvidence(id, source);
                }
            }
            else
            {
                List<MemoryId> messages = [id, .. ReadIds(connection.Prepare(LinksOf).Bind(id.Value))];
                messages.ForEach(message => ForgetEvidence(id, message));
                foreach (var record in ReadIds(connection.Prepare(Unsupported).Bind(JsonList.Of(messages))))
                {
                    ForgetRecord(id, record);
                }
            }
        }

        return [.. changed];
    }

    /// <summary>Takes forgetting back.</summary>
    /// <returns>Everything that came back.</returns>
    public IReadOnlyList<MemoryId> Restore(IReadOnlyList<MemoryId> ids)
    {
        foreach (var id in ids)
        {
            var freed = new List<(MemoryId Item, int State)>();
            using (var row = connection.Prepare(Reasons).Bind(id.Value))
            {
                while (row.Step())
                {
                    freed.Add((new(row.Int64(0)), row.Int32(1)));
                }
            }

            foreach (var (item, state) in freed)
            {
                if (connection.Prepare(HasReason).Bind(item.Value).Scalar() is null && changed.Add(item))
                {
                    Return(item, state);
                }
            }
        }

        return [.. changed];
    }

    private void ForgetRecord(MemoryId cause, MemoryId id)
    {
        if (RecordTable.Find(connection, id) is not { } found)
        {
            return;
        }

        connection.Prepare(Note).Bind(cause.Value).Bind(id.Value).Bind((int)found.Record.State).Run();
        if (found.Record.State != RecordState.Forgotten)
        {
            changed.Add(id);
            RecordTable.Change(connection, found.Record, found.Length, found.Record with
            {
                State = RecordState.Forgotten,
                RecordedAt = options.TimeProvider.GetUtcNow(),
                Reason = "forgotten",
            });
        }
    }

    private void ForgetEvidence(MemoryId cause, MemoryId id)
    {
        int state, length;
        using (var row = connection.Prepare(EvidenceState).Bind(id.Value))
        {
            if (!row.Step())
            {
                return;
            }

            (state, length) = (row.Int32(0), row.Int32(1));
        }

        if (state == (int)MemOS.Evidence.EvidenceState.Erased)
        {
            return;
        }

        connection.Prepare(Note).Bind(cause.Value).Bind(id.Value).Bind(state).Run();
        if (state != (int)MemOS.Evidence.EvidenceState.Forgotten)
        {
            changed.Add(id);
            connection.Prepare(SetState).Bind(id.Value).Bind((int)MemOS.Evidence.EvidenceState.Forgotten).Run();
        }

        if (state == (int)MemOS.Evidence.EvidenceState.Active)
        {
            WordIndex.Remove(connection, id, length);
        }
    }

    private void Return(MemoryId id, int state)
    {
        if (id.Kind == MemoryItemKind.Record)
        {
            if (RecordTable.Find(connection, id) is { } found)
            {
                RecordTable.Change(connection, found.Record, found.Length, found.Record with
                {
                    State = (RecordState)state,
                    RecordedAt = options.TimeProvider.GetUtcNow(),
                    Reason = "restored",
                });
            }

            return;
        }

        connection.Prepare(SetState).Bind(id.Value).Bind(state).Run();
        if (state != (int)MemOS.Evidence.EvidenceState.Active)
        {
            return;
        }

        string text;
        string? author;
        long session;
        bool isRead;
        using (var row = connection.Prepare(EvidenceText).Bind(id.Value))
        {
            row.Step();
            (text, author, session, isRead) = (row.Text(0), row.TextOrNull(1), row.Int64(2), row.Int32(3) != 0);
        }

        WordIndex.Add(connection, id, WordAnalyzer.Analyze(text, author));
        if (!isRead)
        {
            // It may have been forgotten before it was read.
            JobQueue.AddOne(connection, JobKind.Read, session, id, id, 1, options.TimeProvider.GetUtcNow().UtcTicks);
        }
    }

    private static IEnumerable<MemoryId> ReadIds(Statement statement) => statement.ReadIds().Select(static id => new MemoryId(id));
}
