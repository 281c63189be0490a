using MemOS.Cubes;

namespace MemOS.Evolution.Skills;

/// <summary>The skills of a store. All members are safe for concurrent use; every statement is bound to the access's cubes.</summary>
public interface ISkillStore
{
    /// <summary>The skills that the access may read, by name.</summary>
    Task<IReadOnlyList<Skill>> ListAsync(CubeAccess access, CancellationToken cancellationToken = default);

    /// <summary>The skill of a name in the home cube; <see langword="null"/> when there is none.</summary>
    Task<Skill?> FindAsync(CubeAccess access, string name, CancellationToken cancellationToken = default);

    /// <summary>Writes the next state of a skill of the home cube, if its state is still the one that it was made from.</summary>
    /// <param name="access">Whose memory; the home cube is written.</param>
    /// <param name="skill">The next state.</param>
    /// <param name="basis">The state that it was made from; <see langword="null"/> for a new skill.</param>
    /// <param name="cancellationToken">Cancels before anything is written.</param>
    /// <exception cref="MemoryConflictException">Somebody else wrote it first; read it again and repeat.</exception>
    Task SaveAsync(CubeAccess access, Skill skill, Skill? basis, CancellationToken cancellationToken = default);
}
