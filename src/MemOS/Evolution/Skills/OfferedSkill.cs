using Microsoft.Extensions.AI;

namespace MemOS.Evolution.Skills;

/// <summary>A skill that is offered for a request, as hosts take it.</summary>
/// <param name="Stored">The skill.</param>
/// <param name="Tool">
/// What to add to the model's tools: an <see cref="ApprovalRequiredAIFunction"/> where a person has to be asked first. Its result
/// is the report of the run, see <see cref="SkillReport.ToModelJson"/>, or for an instruction skill the instructions as text.
/// </param>
/// <param name="Tokens">Estimated tokens of its name, description and schema.</param>
public sealed record OfferedSkill(StoredSkill Stored, AIFunction Tool, int Tokens);
