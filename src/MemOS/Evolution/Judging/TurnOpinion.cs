using MemOS.Evolution.Tasks;
using MemOS.Evolution.Tasks.Language;

namespace MemOS.Evolution.Judging;

/// <summary>What a model thinks of a turn.</summary>
/// <param name="Relation">How it relates to the task before it; <see cref="TurnRelation.Unknown"/> leaves that to the rules.</param>
/// <param name="Feedback">What the user says of the work before it; <see langword="null"/> leaves that to the rules.</param>
internal sealed record TurnOpinion(TurnRelation Relation, Verdict? Feedback)
{
    /// <summary>No opinion.</summary>
    public static TurnOpinion None { get; } = new(TurnRelation.Unknown, null);

    /// <summary>No opinion on anything.</summary>
    public static IReadOnlyDictionary<MemoryId, TurnOpinion> Nothing { get; } = new Dictionary<MemoryId, TurnOpinion>();
}
