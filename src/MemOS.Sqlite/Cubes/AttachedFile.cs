using MemOS.Cubes;
using MemOS.Evidence;
using MemOS.Evolution.Skills;
using MemOS.Evolution.Tasks;
using MemOS.Reading;
using MemOS.Recall;
using MemOS.Sqlite.Evidence;
using MemOS.Sqlite.Evolution;
using MemOS.Sqlite.Reading;
using MemOS.Sqlite.Recall;
using MemOS.Sqlite.Recall.Cache;
using MemOS.Sqlite.Storage;

namespace MemOS.Sqlite.Cubes;

/// <summary>An attached cube: the stores over its file, and the way between its ids and ours.</summary>
internal sealed class AttachedFile : IDisposable
{
    private readonly Database database;
    private readonly RecallCache cache;
    private readonly int cube;

    /// <summary>Opens the file of a cube.</summary>
    public AttachedFile(int cube, string path, SqliteStoreOptions options, RecallCache cache)
    {
        this.cube = cube;
        this.cache = cache;
        database = new(OpenFile.Enter(path), options, null, CubeFile.Open(path, options.BusyTimeout));
        Evidence = new SqliteEvidenceStore(database);
        Records = new SqliteRecordStore(database);
        Recall = new SqliteRecallIndex(database, cache);
        Tasks = new SqliteTaskStore(database);
        Skills = new SqliteSkillStore(database);
    }

    /// <summary>The file.</summary>
    public string Path => database.Path;

    /// <summary>The messages, under the file's ids.</summary>
    public IEvidenceStore Evidence { get; }

    /// <summary>The records, under the file's ids.</summary>
    public IRecordStore Records { get; }

    /// <summary>The search side, under the file's ids.</summary>
    public IRecallIndex Recall { get; }

    /// <summary>The tasks, under the file's ids.</summary>
    public ITaskStore Tasks { get; }

    /// <summary>The skills, under the file's ids.</summary>
    public ISkillStore Skills { get; }

    /// <summary>The access to the file's one cube.</summary>
    public static CubeAccess Inside(CubeAccess access) => new(access.Scope, [CubeFile.Number], [CubeFile.Number]);

    /// <summary>An id of ours as the file knows it.</summary>
    public long ToFile(long id) => id - (((long)cube - CubeFile.Number) << 32);

    /// <inheritdoc cref="ToFile(long)"/>
    public MemoryId ToFile(MemoryId id) => new(ToFile(id.Value));

    /// <summary>An id of the file as we know it.</summary>
    public long FromFile(long id) => id + (((long)cube - CubeFile.Number) << 32);

    /// <inheritdoc cref="FromFile(long)"/>
    public MemoryId FromFile(MemoryId id) => new(FromFile(id.Value));

    /// <summary>A message under our id.</summary>
    public EvidenceItem FromFile(EvidenceItem item) => item with { Id = FromFile(item.Id) };

    /// <summary>A record under our ids.</summary>
    public MemoryRecord FromFile(MemoryRecord record) => record with
    {
        Id = FromFile(record.Id),
        Sources = [.. record.Sources.Select(FromFile)],
        SupersededBy = record.SupersededBy is { } next ? FromFile(next) : null,
    };

    /// <summary>A task under our ids.</summary>
    public StoredTask FromFile(StoredTask stored) => new(FromFile(stored.Id), stored.Task.WithEvidence(FromFile));

    /// <summary>A span that is in no task, under our ids.</summary>
    public StoredSkippedSpan FromFile(StoredSkippedSpan stored) => stored with { Span = stored.Span with { Evidence = [.. stored.Span.Evidence.Select(FromFile)] } };

    /// <summary>A skill under our ids; nobody here has approved it.</summary>
    public StoredSkill FromFile(StoredSkill stored) => stored with { Id = FromFile(stored.Id), Skill = SkillLife.Import(stored.Skill.WithEvidence(id => FromFile(id))) };

    /// <summary>A candidate under our ids.</summary>
    public RecallDocument FromFile(RecallDocument document) => document with
    {
        Id = FromFile(document.Id),
        Sources = [.. document.Sources.Select(FromFile)],
    };

    /// <inheritdoc/>
    public void Dispose()
    {
        database.Dispose();
        cache.Forget(database);
    }
}
