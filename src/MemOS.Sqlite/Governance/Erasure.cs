using MemOS.Evidence;
using MemOS.Evolution.Skills;
using MemOS.Scheduling;
using MemOS.Sqlite.Reading;
using MemOS.Sqlite.Recall;
using MemOS.Sqlite.Scheduling;
using MemOS.Sqlite.Storage;

namespace MemOS.Sqlite.Governance;

/// <summary>
/// Erases messages and all that derives from them inside a transaction of the writer: first everything is collected, then
/// noted in tombstones, then removed.
/// </summary>
/// <param name="connection">The writer's connection.</param>
/// <param name="options">Clock and key.</param>
/// <param name="keepPlaces">Whether the messages' places in their sessions stay, for alignment.</param>
internal sealed class Erasure(Connection connection, SqliteStoreOptions options, bool keepPlaces)
{
    private const string LinksOf = "SELECT id FROM evidence WHERE origin IN (SELECT value FROM json_each(?1))";
    private const string DerivedFrom = "SELECT DISTINCT record FROM record_sources WHERE evidence IN (SELECT value FROM json_each(?1))";
    private const string SourcesOf = """
        SELECT DISTINCT t.evidence, e.session FROM record_sources t JOIN evidence e ON e.id = t.evidence
        WHERE t.record IN (SELECT value FROM json_each(?1)) AND e.state = 1 ORDER BY t.evidence
        """;
    private const string Messages = """
        SELECT e.id, e.state, e.length, e.external_id, e.hash, s.name FROM evidence e JOIN sessions s ON s.number = e.session
        WHERE e.id IN (SELECT value FROM json_each(?1)) AND e.state <> 4
        """;
    private const string Texts = $"SELECT {RecordRow.Columns} FROM record_versions r WHERE r.id IN (SELECT value FROM json_each(?1))";
    private const string Current = "SELECT id, length FROM record_versions WHERE id IN (SELECT value FROM json_each(?1)) AND latest = 1 AND state = 1";
    private const string DropSources = "DELETE FROM record_sources WHERE record IN (SELECT value FROM json_each(?1))";
    private const string DropVersions = "DELETE FROM record_versions WHERE id IN (SELECT value FROM json_each(?1))";
    private const string Unlink = """
        UPDATE record_versions SET superseded_by = NULL, reason = NULL
        WHERE superseded_by IN (SELECT value FROM json_each(?1)) AND id >> 32 = superseded_by >> 32
        """;
    private const string DropReasons = "DELETE FROM forgotten WHERE cause IN (SELECT value FROM json_each(?1)) OR item IN (SELECT value FROM json_each(?1))";
    private const string Blank = """
        UPDATE evidence SET state = 4, time = 0, offset = 0, length = 0, hash = NULL, external_id = NULL, author = NULL, agent = NULL,
            text = NULL, tool_calls = NULL, tool_results = NULL, partial = NULL, document = NULL, origin = NULL
        WHERE id IN (SELECT value FROM json_each(?1))
        """;

    // Whoever holds a job of these sessions read the erased text: the lease is lost, and the work is done again without it.
    private const string ReleaseJobs = """
        UPDATE jobs SET token = token + 1, leased_until = NULL, error = NULL
        WHERE session IN (SELECT session FROM evidence WHERE id IN (SELECT value FROM json_each(?1)))
        """;

    // A task tells its messages, and a skill what was learned from them: both go, and are learned again from what is left. So does
    // the note that messages are in no task.
    private const string DropTasks = "DELETE FROM tasks WHERE id IN (SELECT task FROM task_sources WHERE evidence IN (SELECT value FROM json_each(?1)))";
    private const string DropSkipped = "DELETE FROM skipped WHERE first IN (SELECT span FROM skipped_sources WHERE evidence IN (SELECT value FROM json_each(?1)))";
    private const string Unsegment = "DELETE FROM segmented WHERE session IN (SELECT session FROM evidence WHERE id IN (SELECT value FROM json_each(?1)))";
    private const string FindSkills = "SELECT id, name, body FROM skills WHERE id IN (SELECT skill FROM skill_sources WHERE evidence IN (SELECT value FROM json_each(?1))) ORDER BY name, id";
    private const string DropSkill = "DELETE FROM skills WHERE id = ?1";

    // Whoever else uses a published copy: it holds what the erased messages taught.
    private const string FindCopies = "SELECT s.id, s.name, c.name FROM skills s JOIN cubes c ON c.number = s.cube WHERE CASE WHEN json_valid(s.body) THEN json_extract(s.body, '$.publishedFrom') END = ?1 ORDER BY c.name, s.name";

    // Of a skill that was learned from other messages, a lesson goes alone.
    private const string ChangeSkill = "UPDATE skills SET revision = revision + 1, body = ?2 WHERE id = ?1";
    private const string UnlinkSkill = "DELETE FROM skill_sources WHERE skill = ?1 AND evidence NOT IN (SELECT value FROM json_each(?2))";

    private const string Mark = "UPDATE evidence SET hash = ?2 WHERE id = ?1 AND id >> 32 = ?1 >> 32";

    private readonly List<(MemoryId Id, byte[] Hash)> marks = [];
    private readonly Tombstones tombstones = new(connection, options);
    private readonly SortedSet<MemoryId> messages = [];
    private readonly SortedSet<MemoryId> records = [];
    private readonly List<string> skills = [];

    /// <summary>Messages that are erased.</summary>
    public int MessageCount => messages.Count;

    /// <summary>Records that are erased.</summary>
    public int RecordCount => records.Count;

    /// <summary>Skills that were learned from the messages and go with them, by name; copies that were published, by name and cube.</summary>
    public IReadOnlyList<string> Skills => skills;

    /// <summary>Adds a record, with the messages that tell it.</summary>
    /// <param name="id">The record.</param>
    /// <param name="mayErase">Whether a message's cube is the caller's to erase from; others keep their own copy of a linked message.</param>
    public void AddRecord(MemoryId id, Func<MemoryId, bool> mayErase)
    {
        records.Add(id);
        var sources = RecordSources.Load(connection, JsonList.Of([id]), [id.Cube]);
        if (sources.TryGetValue(id.Value, out var found))
        {
            foreach (var (source, _) in found.Where(source => mayErase(source.Evidence)))
            {
                messages.Add(source);
            }
        }
    }

    /// <summary>Adds messages.</summary>
    public void AddMessages(IEnumerable<MemoryId> ids) => messages.UnionWith(ids);

    /// <summary>Erases what was added and what derives from it.</summary>
    public void Run()
    {
        messages.UnionWith(ReadIds(connection.Prepare(LinksOf).Bind(JsonList.Of(messages))));
        var gone = JsonList.Of(messages);
        records.UnionWith(ReadIds(connection.Prepare(DerivedFrom).Bind(gone)));
        var derived = JsonList.Of(records);
        var remaining = FindRemaining(derived);
        NoteMessages(gone);
        NoteRecords(derived);
        RemoveRecords(derived);
        RemoveMessages(gone);
        foreach (var (id, session) in remaining)
        {
            JobQueue.AddOne(connection, JobKind.Read, session, id, id, 1, options.TimeProvider.GetUtcNow().UtcTicks);
        }

        Meta.Set(connection, Meta.ErasePending, 1);
    }

    private List<(MemoryId Id, long Session)> FindRemaining(string derived)
    {
        var remaining = new List<(MemoryId, long)>();
        using var row = connection.Prepare(SourcesOf).Bind(derived);
        while (row.Step())
        {
            if (!messages.Contains(new(row.Int64(0))))
            {
                remaining.Add((new(row.Int64(0)), row.Int64(1)));
            }
        }

        return remaining;
    }

    private void NoteMessages(string gone)
    {
        var active = new List<(MemoryId Id, int Length)>();
        using (var row = connection.Prepare(Messages).Bind(gone))
        {
            while (row.Step())
            {
                var id = new MemoryId(row.Int64(0));
                if (row.Int32(1) == (int)EvidenceState.Active)
                {
                    active.Add((id, row.Int32(2)));
                }

                // A link has no hash of its own; what it stands for is noted in its own cube.
                if (!row.IsNull(4))
                {
                    marks.Add((id, tombstones.Blind(row.Text(5), row.Blob(4))));
                    tombstones.AddMessage(id.Cube, row.Text(5), row.TextOrNull(3), row.Blob(4), keepPlaces ? id.Value : 0);
                }
            }
        }

        active.ForEach(item => WordIndex.Remove(connection, item.Id, item.Length));
    }

    // What another message still says may be learned from it again.
    private void NoteRecords(string derived)
    {
        var versions = RecordRow.ReadAll(connection, connection.Prepare(Texts).Bind(derived), [.. records.Select(static id => id.Cube).Distinct()]);
        foreach (var version in versions.Where(version => version.Sources.All(messages.Contains)))
        {
            tombstones.AddRecord(version.Id.Cube, version);
        }
    }

    private void RemoveRecords(string derived)
    {
        var current = new List<(MemoryId Id, int Length)>();
        using (var row = connection.Prepare(Current).Bind(derived))
        {
            while (row.Step())
            {
                current.Add((new(row.Int64(0)), row.Int32(1)));
            }
        }

        current.ForEach(item => WordIndex.Remove(connection, item.Id, item.Length));
        connection.Prepare(DropSources).Bind(derived).Run();
        connection.Prepare(DropVersions).Bind(derived).Run();
        connection.Prepare(Unlink).Bind(derived).Run();
        connection.Prepare(DropReasons).Bind(derived).Run();
    }

    private void RemoveMessages(string gone)
    {
        connection.Prepare(ReleaseJobs).Bind(gone).Run();
        connection.Prepare(DropReasons).Bind(gone).Run();
        connection.Prepare(DropTasks).Bind(gone).Run();
        connection.Prepare(DropSkipped).Bind(gone).Run();
        connection.Prepare(Unsegment).Bind(gone).Run();
        RemoveSkills(gone);
        connection.Prepare(Blank).Bind(gone).Run();
        if (keepPlaces)
        {
            marks.ForEach(mark => connection.Prepare(Mark).Bind(mark.Id.Value).Bind(mark.Hash).Run());
        }
    }

    private void RemoveSkills(string gone)
    {
        var found = new List<(long Id, string Name, Skill? Left)>();
        using (var row = connection.Prepare(FindSkills).Bind(gone))
        {
            while (row.Step())
            {
                found.Add((row.Int64(0), row.Text(1), Skill.FromJson(row.Text(2)).WithoutEvidence(messages.Contains)));
            }
        }

        foreach (var (id, name, left) in found)
        {
            if (left is null)
            {
                skills.Add(name);
                connection.Prepare(DropSkill).Bind(id).Run();
                RemoveCopies(id);
            }
            else
            {
                connection.Prepare(ChangeSkill).Bind(id).Bind(left.ToJson()).Run();
                connection.Prepare(UnlinkSkill).Bind(id).Bind(JsonList.Of(left.Sources)).Run();
            }
        }
    }

    private void RemoveCopies(long source)
    {
        var copies = new List<long>();
        using (var row = connection.Prepare(FindCopies).Bind(new MemoryId(source).ToString()))
        {
            while (row.Step())
            {
                copies.Add(row.Int64(0));
                skills.Add($"{row.Text(1)} in {row.Text(2)}");
            }
        }

        copies.ForEach(copy => connection.Prepare(DropSkill).Bind(copy).Run());
    }

    private static IEnumerable<MemoryId> ReadIds(Statement statement) => statement.ReadIds().Select(static id => new MemoryId(id));
}
