using System.Text.Json;
using MemOS.Evolution.Induction;
using MemOS.Evolution.Json;
using MemOS.Evolution.Plans;

namespace MemOS.Evolution.Skills;

/// <summary>Decides what newly induced plans mean for the skills that are there already.</summary>
internal static class SkillLearner
{
    /// <summary>The next states: new skills, hints that became skills, and new versions of plans that changed.</summary>
    public static IEnumerable<(Skill Next, StoredSkill? Basis)> Plan(
        IReadOnlyList<SkillCandidate> candidates, IReadOnlyList<StoredSkill> known, IReadOnlyList<ToolDefinition> tools, DateTimeOffset now)
    {
        var taken = known.Select(stored => stored.Skill.Name).Concat(tools.Select(tool => tool.Name)).ToHashSet(StringComparer.Ordinal);
        var left = known.Where(stored => stored.Skill.Current.Plan is not null).ToList();
        foreach (var candidate in candidates)
        {
            var fresh = SkillLife.Begin(candidate, tools, now);
            var isOnlyOne = candidates.Count(other => other.Pattern.Tools.SequenceEqual(candidate.Pattern.Tools)) == 1;
            var basis = left.Where(stored => IsSame(stored.Skill, fresh)).Select(stored => (Stored: stored, Shared: Shared(stored.Skill, fresh)))
                .Where(pair => isOnlyOne || pair.Shared > 0).OrderByDescending(pair => pair.Shared).FirstOrDefault().Stored;
            Skill Noted(Skill skill) => SkillPitfalls.Note(skill, candidate.Pattern.Traces.Select(trace => trace.Task), task => SkillLesson.OfTasks([task]));
            if (basis is null)
            {
                yield return (Noted(fresh with { Name = Unused(fresh.Name, taken) }), null);
            }
            else if (left.Remove(basis))
            {
                var next = Noted(Next(basis.Skill, fresh, candidate, tools, now) ?? basis.Skill);
                if (next != basis.Skill)
                {
                    yield return (next, basis);
                }
            }
        }
    }

    /// <summary>The next states of instruction skills: new ones, and new versions where the steps changed.</summary>
    public static IEnumerable<(Skill Next, StoredSkill? Basis)> Plan(IReadOnlyList<InducedInstructions> induced, IReadOnlyList<StoredSkill> known, DateTimeOffset now)
    {
        var taken = known.Select(stored => stored.Skill.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var instructions in induced)
        {
            var fresh = SkillLife.Begin(instructions, now);
            var basis = known.FirstOrDefault(stored => stored.Skill.Versions.Any(version =>
                string.Equals(version.Instructions?.WhenToUse, instructions.Instructions.WhenToUse, StringComparison.OrdinalIgnoreCase)));
            if (basis is null)
            {
                yield return (SkillPitfalls.Note(fresh with { Name = Unused(fresh.Name, taken) }, instructions.Tasks, SkillLesson.OfAdvice), null);
            }
            else if (SkillPitfalls.Note(Next(basis.Skill, instructions, now) ?? basis.Skill, instructions.Tasks, SkillLesson.OfAdvice) is var next && next != basis.Skill)
            {
                yield return (next, basis);
            }
        }
    }

    /// <summary>The skills of a file that have the name of a tool, as older files may, under names of their own.</summary>
    public static IEnumerable<(Skill Next, StoredSkill Basis)> Rename(IReadOnlyList<StoredSkill> known, IReadOnlyList<ToolDefinition> tools)
    {
        var names = tools.Select(tool => tool.Name).ToHashSet(StringComparer.Ordinal);
        var taken = known.Select(stored => stored.Skill.Name).Concat(names).ToHashSet(StringComparer.Ordinal);
        foreach (var stored in known.Where(stored => names.Contains(stored.Skill.Name)))
        {
            yield return (stored.Skill with { Name = Unused(SkillLife.NameBeside(stored.Skill.Name, names), taken) }, stored);
        }
    }

    // The same tools in the same order: a pattern that was seen before, perhaps with more tasks or other schemas now.
    private static bool IsSame(Skill known, Skill fresh) =>
        known.Current.Plan is { } plan && plan.Steps.Select(step => step.Tool).SequenceEqual(fresh.Current.Plan!.Steps.Select(step => step.Tool));

    // Of two patterns with the same tools, a skill goes on with the one whose tasks it came from.
    private static int Shared(Skill known, Skill fresh) => known.Current.Evidence.Intersect(fresh.Current.Evidence).Count();

    private static Skill? Next(Skill known, Skill fresh, SkillCandidate candidate, IReadOnlyList<ToolDefinition> tools, DateTimeOffset now)
    {
        if (known.IsRefusedByPerson)
        {
            return null;
        }

        if (FindMisfit(known, candidate, tools) is { } misfit)
        {
            return known.Status == SkillStatus.Rejected && known.StatusReason == misfit ? null : SkillLife.Suspend(known, misfit);
        }

        if (IsUntouched(known) && (known.IsTrusted || candidate.Status == CandidateStatus.Verified))
        {
            if (HasSameContent(known.Current, fresh.Current))
            {
                // What it does is judged anew with what is known now; so is an import, once it can be verified here.
                return known.StatusReason == fresh.StatusReason ? null : fresh with { Name = known.Name, ForeignTrials = known.ForeignTrials };
            }

            if (known.IsTrusted && known.Current.Check is SkillCheck.TooFew or SkillCheck.Failed)
            {
                // A hint, or what its check refused, was never more than a guess: the better guess takes its place.
                return known.StatusReason == fresh.StatusReason && known.Current.Plan!.ToJson() == fresh.Current.Plan!.ToJson() ? null : fresh with { Name = known.Name };
            }

            if (candidate.Status != CandidateStatus.Verified)
            {
                return known.StatusReason == fresh.StatusReason ? null : SkillLife.Suspend(known, fresh.StatusReason);
            }
        }
        else if (candidate.Status != CandidateStatus.Verified || known.Status is SkillStatus.Retired or SkillStatus.Suggestion)
        {
            return null;
        }

        // What a person went back from is not proposed again, however often it is learned.
        return known.Versions.LastOrDefault(version => HasSameContent(version, fresh.Current)) is not { } same
            ? SkillLife.Upgrade(known, candidate, tools, "learned again with other arguments or schemas", now)
            : same.IsWithdrawn ? null : SkillLife.Propose(known, same.Number);
    }

    private static Skill? Next(Skill known, InducedInstructions instructions, DateTimeOffset now)
    {
        if (known.IsRefusedByPerson)
        {
            return null;
        }

        var same = known.Versions.LastOrDefault(version => version.Instructions is { } guide && guide.Steps.SequenceEqual(instructions.Instructions.Steps) && HasSameParameters(guide, instructions.Instructions));
        return same is not null ? same.IsWithdrawn ? null : SkillLife.Propose(known, same.Number)
            : SkillLife.Upgrade(known, instructions, now);
    }

    private static bool IsUntouched(Skill known) => known.ApprovedVersion is null && known.Trials.Count == 0 && known.Versions.Count == 1;

    // A schema that is not the one the skill was learned with must still take the calls that were recorded.
    private static string? FindMisfit(Skill known, SkillCandidate candidate, IReadOnlyList<ToolDefinition> tools)
    {
        foreach (var tool in known.Current.Tools)
        {
            if (tool.Schema is { } schema && tools.LastOrDefault(now => now.Name == tool.Name) is { Schema.ValueKind: JsonValueKind.Object } now && !SkillContract.AreSame(schema, now.Schema))
            {
                var problem = candidate.Pattern.Successes.SelectMany(trace => trace.Calls).Where(call => call.Tool == tool.Name)
                    .Select(call => SchemaFit.FirstProblem(now.Schema, call.Arguments)).FirstOrDefault(found => found is not null);
                if (problem is not null)
                {
                    return $"The schema of {tool.Name} has changed, and the recorded calls do not fit it: {problem}.";
                }
            }
        }

        return null;
    }

    /// <summary>Whether two versions do the same, whatever words explain their parameters.</summary>
    internal static bool HasSameContent(SkillVersion known, SkillVersion fresh) => fresh.Plan is { } plan
        ? known.Plan is { } before && Wordless(before) == Wordless(plan) && known.Tools.Select(Key).SequenceEqual(fresh.Tools.Select(Key))
        : known.Instructions is { } guide && fresh.Instructions is { } advice && guide.WhenToUse == advice.WhenToUse && guide.Steps.SequenceEqual(advice.Steps) && HasSameParameters(guide, advice);

    // Which example stands for a parameter is nothing that a person has to approve again.
    private static bool HasSameParameters(SkillInstructions known, SkillInstructions fresh) =>
        known.RequestForm == fresh.RequestForm && known.Parameters.Select(parameter => (parameter.Name, parameter.Description)).SequenceEqual(fresh.Parameters.Select(parameter => (parameter.Name, parameter.Description)));

    private static string Wordless(SkillPlan plan) => (plan with { Parameters = [.. plan.Parameters.Select(parameter => parameter with { Description = null })] }).ToJson();

    private static string Key(SkillTool tool) => $"{tool.Name} {(tool.Schema is { } schema ? SkillContract.Key(schema) : "")}";

    private static string Unused(string name, HashSet<string> taken)
    {
        var unused = name;
        for (var number = 2; !taken.Add(unused); number++)
        {
            var ending = $"_{number}";
            unused = name[..Math.Min(name.Length, SkillLife.LongestName - ending.Length)] + ending;
        }

        return unused;
    }
}
