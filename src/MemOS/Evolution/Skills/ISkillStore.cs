using MemOS.Cubes;

namespace MemOS.Evolution.Skills;

/// <summary>The skills of a store. All members are safe for concurrent use; every statement is bound to the access's cubes.</summary>
public interface ISkillStore
{
    /// <summary>The skills that the access may read, by name.</summary>
    Task<IReadOnlyList<StoredSkill>> ListAsync(CubeAccess access, CancellationToken cancellationToken = default);

    /// <summary>Writes a skill of the home cube.</summary>
    /// <param name="access">Whose memory; the home cube is written.</param>
    /// <param name="skill">The next state.</param>
    /// <param name="basis">What it was made from; <see langword="null"/> for a new skill.</param>
    /// <param name="cancellationToken">Cancels before anything is written.</param>
    /// <returns>The skill as it is stored now.</returns>
    /// <exception cref="MemoryConflictException">Somebody else wrote it first, or a new skill has the name of another: read again and repeat.</exception>
    Task<StoredSkill> SaveAsync(CubeAccess access, Skill skill, StoredSkill? basis, CancellationToken cancellationToken = default);
}
