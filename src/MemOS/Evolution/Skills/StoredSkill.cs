namespace MemOS.Evolution.Skills;

/// <summary>A skill as the store holds it.</summary>
/// <param name="Id">The id.</param>
/// <param name="Revision">Grows with every write, so that two writers notice each other.</param>
/// <param name="Skill">The skill.</param>
public sealed record StoredSkill(MemoryId Id, int Revision, Skill Skill);
