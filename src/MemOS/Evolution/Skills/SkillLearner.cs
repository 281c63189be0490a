namespace MemOS.Evolution.Skills;

/// <summary>Decides what newly induced plans mean for the skills that are there already.</summary>
internal static class SkillLearner
{
    /// <summary>The next states: new skills, hints that became skills, and new versions of plans that changed.</summary>
    public static IEnumerable<(Skill Next, StoredSkill? Basis)> Plan(
        IReadOnlyList<SkillCandidate> candidates, IReadOnlyList<StoredSkill> known, IReadOnlyList<ToolDefinition> tools, DateTimeOffset now)
    {
        var taken = known.Select(stored => stored.Skill.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var candidate in candidates)
        {
            var fresh = SkillLife.Begin(candidate, tools, now);
            var basis = known.FirstOrDefault(stored => IsSame(stored.Skill, fresh));
            if (basis is null)
            {
                yield return (fresh with { Name = Unused(fresh.Name, taken) }, null);
            }
            else if (Next(basis.Skill, fresh, candidate, tools, now) is { } next)
            {
                yield return (next, basis);
            }
        }
    }

    // The same tools in the same order: a pattern that was seen before, perhaps with more tasks or other schemas now.
    private static bool IsSame(Skill known, Skill fresh) =>
        known.Current.Plan is { } plan && plan.Steps.Select(step => step.Tool).SequenceEqual(fresh.Current.Plan!.Steps.Select(step => step.Tool));

    private static Skill? Next(Skill known, Skill fresh, SkillCandidate candidate, IReadOnlyList<ToolDefinition> tools, DateTimeOffset now)
    {
        var isUnproven = known.ApprovedVersion is null && known.Trials.Count == 0 && known.Versions.Count == 1;
        if (isUnproven)
        {
            // A person's refusal stands; a check that failed or a hint is judged anew with what is known now.
            var isRefusedByPerson = known.Status == SkillStatus.Rejected && known.Current.Plan is { } plan &&
                plan.ToJson() == fresh.Current.Plan!.ToJson() && fresh.Status == SkillStatus.Candidate;
            return isRefusedByPerson || known.StatusReason == fresh.StatusReason && HasSameContent(known, fresh) ? null : fresh with { Name = known.Name };
        }

        return candidate.Status == CandidateStatus.Verified && known.Status is SkillStatus.Candidate or SkillStatus.Trial or SkillStatus.Active && !HasSameContent(known, fresh)
            ? SkillLife.Upgrade(known, candidate, tools, "learned again with other arguments or schemas", now)
            : null;
    }

    private static bool HasSameContent(Skill known, Skill fresh) =>
        known.Current.Plan!.ToJson() == fresh.Current.Plan!.ToJson() &&
        known.Current.Tools.Select(Key).SequenceEqual(fresh.Current.Tools.Select(Key));

    private static string Key(SkillTool tool) => $"{tool.Name} {(tool.Schema is { } schema ? Json.JsonValues.Key(schema) : "")}";

    private static string Unused(string name, HashSet<string> taken)
    {
        var unused = name;
        for (var number = 2; !taken.Add(unused); number++)
        {
            unused = $"{name}_{number}";
        }

        return unused;
    }
}
