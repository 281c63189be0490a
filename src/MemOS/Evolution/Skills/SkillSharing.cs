using System.Text.Json;
using MemOS.Evolution.Plans;

namespace MemOS.Evolution.Skills;

/// <summary>A skill as others get it: how something is done, without whose it was.</summary>
public static class SkillSharing
{
    /// <summary>
    /// The skill without trials, lessons, examples, references to evidence and earlier versions; usual values of texts, which may
    /// be a person's, become values that the caller gives. It is not trusted and not approved.
    /// </summary>
    /// <param name="skill">The skill.</param>
    /// <param name="source">Where it is published from; <see langword="null"/> for none.</param>
    public static Skill ForOthers(Skill skill, MemoryId? source = null)
    {
        ArgumentNullException.ThrowIfNull(skill);
        var version = skill.Current;
        return skill with
        {
            Description = version.Plan is { } plan ? $"Does in one call what took {plan.Steps.Count}: {string.Join(", ", plan.Steps.Select(step => step.Tool))}." : skill.Description,
            Status = skill.IsOffered ? SkillStatus.Candidate : skill.Status,
            StatusReason = skill.IsOffered ? "Published; waits for approval here." : skill.StatusReason,
            CurrentVersion = 1,
            ApprovedVersion = null,
            IsTrusted = false,
            Trials = [],
            PublishedFrom = source,
            Versions =
            [
                version with
                {
                    Number = 1,
                    Parent = null,
                    Reason = "published",
                    Evidence = [],
                    Pitfalls = [],
                    Plan = version.Plan is null ? null : version.Plan with { Parameters = [.. version.Plan.Parameters.Select(WithoutUsualText)] },
                    Instructions = version.Instructions is { } guide ? guide with { Examples = [] } : null,
                },
            ],
        };
    }

    private static PlanParameter WithoutUsualText(PlanParameter parameter) =>
        parameter.IsSensitive || parameter.Default is { ValueKind: JsonValueKind.String or JsonValueKind.Array or JsonValueKind.Object } ? parameter with { Default = null } : parameter;
}
