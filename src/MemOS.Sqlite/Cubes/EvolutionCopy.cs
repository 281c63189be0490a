using MemOS.Evolution.Skills;
using MemOS.Evolution.Tasks;
using MemOS.Sqlite.Storage;

namespace MemOS.Sqlite.Cubes;

/// <summary>Copies tasks, what is in none, and skills with a cube: they name evidence, whose ids move along.</summary>
internal static class EvolutionCopy
{
    private const string Tasks = "SELECT id, session, started_at, body FROM source.tasks WHERE id BETWEEN ?1 AND ?2 ORDER BY id";
    private const string InsertTask = "INSERT INTO main.tasks (id, session, started_at, body) VALUES (?1, ?2, ?3, ?4)";
    private const string TaskSources = """
        INSERT INTO main.task_sources (task, evidence)
        SELECT task + ?3, evidence + ?3 FROM source.task_sources WHERE task BETWEEN ?1 AND ?2 AND evidence BETWEEN ?1 AND ?2
        """;

    private const string Skipped = """
        INSERT INTO main.skipped (first, session, reason, skipped_at)
        SELECT first + ?3, session, reason, skipped_at FROM source.skipped WHERE first BETWEEN ?1 AND ?2
        """;

    private const string SkippedSources = """
        INSERT INTO main.skipped_sources (span, evidence)
        SELECT span + ?3, evidence + ?3 FROM source.skipped_sources WHERE span BETWEEN ?1 AND ?2 AND evidence BETWEEN ?1 AND ?2
        """;

    private const string Skills = "SELECT id, name, revision, body FROM source.skills WHERE id BETWEEN ?1 AND ?2 ORDER BY id";
    private const string InsertSkill = "INSERT INTO main.skills (id, cube, name, revision, body) VALUES (?1, ?2, ?3, ?4, ?5)";
    private const string SkillSources = """
        INSERT INTO main.skill_sources (skill, evidence)
        SELECT skill + ?3, evidence + ?3 FROM source.skill_sources WHERE skill BETWEEN ?1 AND ?2 AND evidence BETWEEN ?1 AND ?2
        """;

    /// <summary>Copies what a cube learned. A skill that comes from elsewhere waits for approval.</summary>
    public static void Run(Connection connection, int from, int to, bool isImport)
    {
        var (first, last) = CubeRange.Of(from);
        var distance = ((long)to - from) << 32;
        using (var row = connection.Prepare(Tasks).Bind(first).Bind(last))
        {
            while (row.Step())
            {
                var body = MemoryTask.FromJson(row.Text(3)).WithEvidence(Move).ToJson();
                connection.Prepare(InsertTask).Bind(row.Int64(0) + distance).Bind(row.Text(1)).Bind(row.Int64(2)).Bind(body).Run();
            }
        }

        // What did not come along has an id there that is somebody else's.
        using (var row = connection.Prepare(Skills).Bind(first).Bind(last))
        {
            while (row.Step())
            {
                var skill = Skill.FromJson(row.Text(3)).WithEvidence(id => id.Cube == from ? Move(id) : null) with { PublishedFrom = null };
                var body = (isImport ? SkillLife.Import(skill) : skill).ToJson();
                connection.Prepare(InsertSkill).Bind(row.Int64(0) + distance).Bind(to).Bind(row.Text(1)).Bind(row.Int64(2)).Bind(body).Run();
            }
        }

        connection.Prepare(Skipped).Bind(first).Bind(last).Bind(distance).Run();
        connection.Prepare(SkippedSources).Bind(first).Bind(last).Bind(distance).Run();
        connection.Prepare(TaskSources).Bind(first).Bind(last).Bind(distance).Run();
        connection.Prepare(SkillSources).Bind(first).Bind(last).Bind(distance).Run();

        MemoryId Move(MemoryId id) => id.Cube == from ? new(id.Value + distance) : id;
    }
}
