using System.Text.Json;

namespace MemOS.Evolution.Skills;

/// <summary>What a run of a skill did and did not do.</summary>
public sealed record SkillReport
{
    /// <summary>The skill.</summary>
    public required string Skill { get; init; }

    /// <summary>Its version.</summary>
    public required int Version { get; init; }

    /// <summary>How it ended.</summary>
    public required SkillRunStatus Status { get; init; }

    /// <summary>The calls that were made, with their results.</summary>
    public required IReadOnlyList<SkillCall> Done { get; init; }

    /// <summary>The tools whose calls were not made, in order; the first is the one that failed, if one did.</summary>
    public required IReadOnlyList<string> NotDone { get; init; }

    /// <summary>Why it stopped; <see langword="null"/> when all was done.</summary>
    public string? Error { get; init; }

    /// <summary>The last call's result.</summary>
    public JsonElement? Result => Done.Count > 0 ? Done[^1].Result : null;

    /// <summary>The report as JSON, as a model gets it.</summary>
    public JsonElement ToJson() => JsonSerializer.SerializeToElement(this, SkillJsonContext.Default.SkillReport);

    internal static SkillReport Of(Skill skill, SkillRunStatus status, IReadOnlyList<SkillCall> done, string? error) => new()
    {
        Skill = skill.Name,
        Version = skill.CurrentVersion,
        Status = status,
        Done = done,
        NotDone = [.. skill.Current.Plan!.Steps.Skip(done.Count).Select(step => step.Tool)],
        Error = error,
    };
}
