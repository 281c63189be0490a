using MemOS.Cubes;
using MemOS.Evolution.Skills;
using MemOS.Sqlite.Cubes;
using MemOS.Sqlite.Storage;

namespace MemOS.Sqlite.Evolution;

/// <inheritdoc cref="ISkillStore"/>
internal sealed class SqliteSkillStore(Database database) : ISkillStore
{
    private const string List = "SELECT id, revision, body FROM skills WHERE id BETWEEN ?1 AND ?2";
    private const string Known = "SELECT id FROM skills WHERE cube = ?1 AND name = ?2";
    private const string Insert = "INSERT INTO skills (id, cube, name, revision, body) VALUES (?1, ?2, ?3, 1, ?4)";
    private const string Update = "UPDATE skills SET revision = revision + 1, name = ?4, body = ?5 WHERE id = ?1 AND cube = ?2 AND revision = ?3 RETURNING revision";
    private const string Unlink = "DELETE FROM skill_sources WHERE skill = ?1 AND skill >> 32 = ?2";
    private const string Link = "INSERT OR IGNORE INTO skill_sources (skill, evidence) VALUES (?1, ?2)";

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredSkill>> ListAsync(CubeAccess access, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        return database.ReadAsync<IReadOnlyList<StoredSkill>>(
            connection =>
            {
                var skills = new List<StoredSkill>();
                foreach (var cube in access.Readable)
                {
                    var (first, last) = CubeRange.Of(cube, MemoryItemKind.Skill);
                    using var row = connection.Prepare(List).Bind(first).Bind(last);
                    while (row.Step())
                    {
                        skills.Add(new(new(row.Int64(0)), row.Int32(1), Skill.FromJson(row.Text(2))));
                    }
                }

                return [.. skills.OrderBy(stored => stored.Skill.Name, StringComparer.Ordinal).ThenBy(stored => stored.Id)];
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<StoredSkill> SaveAsync(CubeAccess access, Skill skill, StoredSkill? basis, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentNullException.ThrowIfNull(skill);
        return database.WriteAsync(
            connection =>
            {
                var holder = connection.Prepare(Known).Bind(access.Home).Bind(skill.Name).Scalar();
                if (holder is { } other && other != basis?.Id.Value)
                {
                    throw new MemoryConflictException($"There is a skill '{skill.Name}' already. Give the new one another name.");
                }

                var body = skill.ToJson();
                var id = basis?.Id ?? Sequences.Take(connection, access.Home, MemoryItemKind.Skill, 1);
                long? revision = 1;
                if (basis is null)
                {
                    connection.Prepare(Insert).Bind(id.Value).Bind(access.Home).Bind(skill.Name).Bind(body).Run();
                }
                else
                {
                    revision = connection.Prepare(Update).Bind(id.Value).Bind(access.Home).Bind(basis.Revision).Bind(skill.Name).Bind(body).Scalar();
                }

                if (revision is not { } written)
                {
                    throw new MemoryConflictException($"The skill '{skill.Name}' was changed meanwhile. Read it again and repeat.");
                }

                connection.Prepare(Unlink).Bind(id.Value).Bind(access.Home).Run();

                // A complaint about a shared skill lies in the memory of who complained.
                foreach (var source in skill.Sources)
                {
                    connection.Prepare(Link).Bind(id.Value).Bind(source.Value).Run();
                }

                return new StoredSkill(id, (int)written, skill);
            },
            cancellationToken);
    }
}
