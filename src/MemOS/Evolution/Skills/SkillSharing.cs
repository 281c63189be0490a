using System.Text.Json;
using MemOS.Evolution.Plans;

namespace MemOS.Evolution.Skills;

/// <summary>A skill as others get it: how something is done, without whose it was.</summary>
public static class SkillSharing
{
    /// <summary>
    /// The skill without trials, lessons, pitfalls, examples, the form of requests, references to evidence and earlier versions; usual texts and numbers, which may
    /// be a person's, become values that the caller gives. Why it is out of use, in a person's words, stays here. Names, addresses and what has digits are taken out of the name and the
    /// description of instructions, which come from what the user asked; their steps are without them from the start. It is not trusted and not approved.
    /// </summary>
    /// <param name="skill">The skill.</param>
    /// <param name="source">Where it is published from; <see langword="null"/> for none.</param>
    public static Skill ForOthers(Skill skill, MemoryId? source = null)
    {
        ArgumentNullException.ThrowIfNull(skill);
        var version = skill.Current;
        return skill with
        {
            Name = version.Instructions is { } advice ? WithoutPrivateWords(skill.Name, $"{skill.Description} {advice.WhenToUse}") : skill.Name,
            Description = version.Plan is { } plan
                ? $"Does in one call what took {plan.Steps.Count}: {string.Join(", ", plan.Steps.Select(step => step.Tool))}."
                : SkillLesson.WithoutPrivateWords(skill.Description),
            Status = skill.IsOffered ? SkillStatus.Candidate : skill.Status,
            StatusReason = skill.IsOffered ? "Published; waits for approval here." : "It is out of use where it comes from.",
            CurrentVersion = 1,
            ApprovedVersion = null,
            PendingVersion = null,
            IsTrusted = false,
            Trials = [],
            ForeignTrials = [],
            Pitfalls = [],
            PublishedFrom = source,
            Versions =
            [
                version with
                {
                    Number = 1,
                    Parent = null,
                    Reason = "published",
                    IsApproved = false,
                    IsWithdrawn = false,
                    Evidence = [],
                    Pitfalls = [],
                    Plan = version.Plan is null ? null : version.Plan with { Parameters = [.. version.Plan.Parameters.Select(WithoutUsualValue)] },
                    Instructions = version.Instructions is { } guide ? WithoutWhatWasSaid(guide) : null,
                },
            ],
        };
    }

    /// <summary>
    /// What is published once more, under the name that it has there: a version of its own, made from the one before, if it does something else. An approved version stays
    /// in use until the newer one is approved; what was taken back waits for approval again, and what was rejected there stays rejected.
    /// </summary>
    internal static Skill Again(Skill published, Skill copy)
    {
        var known = published with { Description = copy.Description, PublishedFrom = copy.PublishedFrom };
        if (known.Status == SkillStatus.Retired && copy.IsOffered)
        {
            known = known with
            {
                Versions = [.. known.Versions.Select(version => version with { IsApproved = false })],
                Status = SkillStatus.Candidate,
                StatusReason = "Published again; waits for approval here.",
                ApprovedVersion = null,
                IsRefusedByPerson = false,
            };
        }

        var same = known.Versions.LastOrDefault(version => SkillLearner.HasSameContent(version, copy.Current));
        var next = same is null
            ? SkillLife.Add(known, copy.Current with { Number = SkillLife.NextNumber(known), Parent = known.CurrentVersion, Reason = "published again" })
            : same.IsWithdrawn || known.IsRefusedByPerson ? known : SkillLife.Propose(known, same.Number) ?? known;
        return copy.IsOffered ? next : next with { Status = copy.Status, StatusReason = copy.StatusReason, PendingVersion = null };
    }

    // A name is made of the words that the texts have too; there one sees which of them are private.
    private static string WithoutPrivateWords(string name, string texts)
    {
        var isPrivate = SkillLesson.PrivateWordsOf(texts).SelectMany(word => SkillLife.Named(word).Split('_')).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var words = name.Split('_', '-');
        var left = words.Where(word => !isPrivate.Contains(word)).ToList();

        // The last word of a name of the full length may be cut, and then is not recognised.
        if (name.Length >= SkillLife.LongestName && left.Count > 1 && isPrivate.Any(word => word.StartsWith(left[^1], StringComparison.OrdinalIgnoreCase)))
        {
            left.RemoveAt(left.Count - 1);
        }

        return left.Count == words.Length ? name : SkillLife.Named(string.Join('_', left));
    }

    private static SkillInstructions WithoutWhatWasSaid(SkillInstructions guide) => guide with
    {
        WhenToUse = SkillLesson.WithoutPrivateWords(guide.WhenToUse),
        Pitfalls = [],
        Examples = [],
        Parameters = [.. guide.Parameters.Select(parameter => parameter with { Description = SkillLesson.WithoutPrivateWords(parameter.Description), Example = null })],
        RequestForm = null,
    };

    // A yes or no is nobody's; a number may be a client's.
    private static PlanParameter WithoutUsualValue(PlanParameter parameter) =>
        parameter.IsSensitive || parameter.Default is { ValueKind: not (JsonValueKind.True or JsonValueKind.False) } ? parameter with { Default = null } : parameter;
}
