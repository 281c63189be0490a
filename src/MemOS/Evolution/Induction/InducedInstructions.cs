using MemOS.Evolution.Skills;
using MemOS.Evolution.Tasks;

namespace MemOS.Evolution.Induction;

/// <summary>What was induced from like tasks without tool calls.</summary>
/// <param name="Topic">The words that all requests share.</param>
/// <param name="Instructions">The instructions.</param>
/// <param name="Evidence">The messages of the tasks that succeeded.</param>
/// <param name="Tasks">All tasks of the kind, whatever their outcome.</param>
internal sealed record InducedInstructions(string Topic, SkillInstructions Instructions, IReadOnlyList<MemoryId> Evidence, IReadOnlyList<MemoryTask> Tasks);
