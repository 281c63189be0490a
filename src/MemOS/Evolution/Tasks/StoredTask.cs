namespace MemOS.Evolution.Tasks;

/// <summary>A task as the store holds it.</summary>
/// <param name="Id">The id.</param>
/// <param name="Task">The task.</param>
public sealed record StoredTask(MemoryId Id, MemoryTask Task);
