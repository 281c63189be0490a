using System.Text.Json;

namespace MemOS.Evolution.Plans;

/// <summary>A procedure: typed parameters, and tool calls whose arguments come from them, from earlier results, or are constant.</summary>
/// <remarks>Immutable; safe for concurrent use. Read one from outside with <see cref="FromJson"/>, which checks its references.</remarks>
public sealed record SkillPlan
{
    /// <summary>What the caller gives.</summary>
    public required IReadOnlyList<PlanParameter> Parameters { get; init; }

    /// <summary>The calls, in order.</summary>
    public required IReadOnlyList<PlanStep> Steps { get; init; }

    /// <summary>The plan as JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, PlanJsonContext.Default.SkillPlan);

    /// <summary>Reads a plan and checks that every reference has a target.</summary>
    /// <exception cref="JsonException">The text is not a plan, or a value refers to a parameter or result that the plan does not have.</exception>
    public static SkillPlan FromJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var plan = JsonSerializer.Deserialize(json, PlanJsonContext.Default.SkillPlan)
            ?? throw new JsonException("The text is null, not a plan.");
        return PlanCheck.FirstProblem(plan) is { } problem ? throw new JsonException(problem) : plan;
    }
}
