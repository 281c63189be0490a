using MemOS.Cubes;
using MemOS.Evolution.Skills;

namespace MemOS.Sqlite.Cubes;

/// <summary>The skills of the main file and of attached cubes as one.</summary>
internal sealed class AttachedSkillStore(ISkillStore main, AttachedCubes cubes) : ISkillStore
{
    private readonly AttachedItems<ISkillStore, StoredSkill> items = new(main, cubes, static file => file.Skills, static (file, skill) => file.FromFile(skill));

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoredSkill>> ListAsync(CubeAccess access, CancellationToken cancellationToken = default)
    {
        var all = await items.AllAsync(access, (store, part) => store.ListAsync(part, cancellationToken)).ConfigureAwait(false);
        return [.. all.OrderBy(static stored => stored.Skill.Name, StringComparer.Ordinal).ThenBy(static stored => stored.Id)];
    }

    /// <inheritdoc/>
    public Task<StoredSkill> SaveAsync(CubeAccess access, Skill skill, StoredSkill? basis, CancellationToken cancellationToken = default) =>
        main.SaveAsync(access, skill, basis, cancellationToken);
}
