using MemOS.Evolution.Induction;
using MemOS.Evolution.Patterns;
using MemOS.Evolution.Tasks.Language;
using MemOS.Tokens;

namespace MemOS.Evolution.Skills;

/// <summary>The steps of a skill's life. Each returns the next state and changes nothing.</summary>
public static class SkillLife
{
    private const int TrialsToJudge = 3;
    private const double GoodShare = 0.7;
    private const double BadShare = 0.4;
    internal const int LongestName = 64;

    /// <summary>Makes a skill of what was induced from a pattern.</summary>
    /// <param name="candidate">What was induced.</param>
    /// <param name="tools">The tools with their schemas as they are now.</param>
    /// <param name="now">The time.</param>
    public static Skill Begin(SkillCandidate candidate, IReadOnlyList<ToolDefinition> tools, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        ArgumentNullException.ThrowIfNull(tools);
        var (status, reason) = candidate.Status switch
        {
            CandidateStatus.Verified => (SkillStatus.Candidate, $"Replayed {candidate.Replay!.Exact} of {candidate.Replay.Instances} tasks exactly; waits for approval."),
            CandidateStatus.Suggestion => (SkillStatus.Suggestion, candidate.Reason!),
            _ => (SkillStatus.Rejected, candidate.Reason ?? "Replay did not issue what was done."),
        };
        return new()
        {
            Name = NameOf(candidate.Pattern),
            Description = Describe(candidate.Pattern),
            Status = status,
            StatusReason = reason,
            Versions = [Version(1, null, "learned", candidate, tools, now)],
            CurrentVersion = 1,
        };
    }

    /// <summary>Makes an instruction skill of advice that worked; it waits for a person's approval.</summary>
    internal static Skill Begin(InducedInstructions induced, DateTimeOffset now) => new()
    {
        Name = Named($"how_to_{induced.Topic}"),
        Description = $"Advice that worked before. {induced.Instructions.WhenToUse}",
        Status = SkillStatus.Candidate,
        StatusReason = "Learned from advice that worked; waits for approval.",
        Versions = [new() { Number = 1, Reason = "learned", Created = now, Instructions = induced.Instructions, Evidence = induced.Evidence }],
        CurrentVersion = 1,
    };

    /// <summary>Adds a version of an instruction skill, which waits for approval of its own; the versions before it stay.</summary>
    internal static Skill Upgrade(Skill skill, InducedInstructions induced, DateTimeOffset now)
    {
        var number = skill.Versions.Max(version => version.Number) + 1;
        return skill with
        {
            Versions = [.. skill.Versions, new() { Number = number, Parent = skill.CurrentVersion, Reason = "learned again from more tasks", Created = now, Instructions = induced.Instructions, Evidence = induced.Evidence }],
            CurrentVersion = number,
            Status = SkillStatus.Candidate,
            StatusReason = $"Version {number} waits for approval: learned again from more tasks",
        };
    }

    /// <summary>A person approves the version in use: a candidate goes on trial.</summary>
    /// <exception cref="InvalidOperationException">The skill was not verified, or is out of use.</exception>
    public static Skill Approve(Skill skill)
    {
        ArgumentNullException.ThrowIfNull(skill);
        return skill.Status switch
        {
            SkillStatus.Candidate => skill with { Status = SkillStatus.Trial, StatusReason = "Approved.", ApprovedVersion = skill.CurrentVersion },
            SkillStatus.Trial or SkillStatus.Active => skill with { ApprovedVersion = skill.CurrentVersion },
            _ => throw new InvalidOperationException($"The skill '{skill.Name}' is {skill.Status}: only a verified one can be approved."),
        };
    }

    /// <summary>It comes from elsewhere: whatever it says of itself, it is not trusted, and waits for approval before it is used.</summary>
    /// <param name="skill">The skill as it was elsewhere.</param>
    public static Skill Import(Skill skill)
    {
        ArgumentNullException.ThrowIfNull(skill);
        var wasInUse = skill.Status is SkillStatus.Trial or SkillStatus.Active;
        return skill with
        {
            IsTrusted = false,
            ApprovedVersion = null,
            Status = wasInUse ? SkillStatus.Candidate : skill.Status,
            StatusReason = wasInUse ? "Imported; waits for approval." : skill.StatusReason,
        };
    }

    /// <summary>A person refuses it.</summary>
    public static Skill Reject(Skill skill, string reason)
    {
        ArgumentNullException.ThrowIfNull(skill);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return skill with { Status = SkillStatus.Rejected, StatusReason = reason, ApprovedVersion = null, IsRefusedByPerson = true };
    }

    /// <summary>The check failed that is made again when a tool's schema changes: out of use with the reason, until it passes again.</summary>
    public static Skill Suspend(Skill skill, string reason)
    {
        ArgumentNullException.ThrowIfNull(skill);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return skill with { Status = SkillStatus.Rejected, StatusReason = reason };
    }

    /// <summary>The check passed again with the schemas that the version was learned with: a person's approval of it still holds.</summary>
    public static Skill Resume(Skill skill)
    {
        ArgumentNullException.ThrowIfNull(skill);
        return skill.ApprovedVersion == skill.CurrentVersion
            ? skill with { Status = SkillStatus.Trial, StatusReason = "Verified again." }
            : skill with { Status = SkillStatus.Candidate, StatusReason = "Verified again; waits for approval." };
    }

    /// <summary>Takes it out of use; its history stays.</summary>
    public static Skill Retire(Skill skill, string reason)
    {
        ArgumentNullException.ThrowIfNull(skill);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return skill with { Status = SkillStatus.Retired, StatusReason = reason, IsRefusedByPerson = true };
    }

    /// <summary>Notes a trial. Three trials of a version suffice to make it active, or to retire it.</summary>
    public static Skill Record(Skill skill, SkillTrial trial)
    {
        ArgumentNullException.ThrowIfNull(skill);
        ArgumentNullException.ThrowIfNull(trial);
        return Weigh(skill with { Trials = [.. skill.Trials, trial] });
    }

    /// <summary>Turns a trial that made all of its calls into a failure, with what it teaches: the user was not content.</summary>
    internal static Skill Fail(Skill skill, SkillTrial trial, string lesson) =>
        Weigh(skill with { Trials = [.. skill.Trials.Select(known => ReferenceEquals(known, trial) ? known with { IsSuccess = false, Lesson = lesson } : known)] });

    private static Skill Weigh(Skill next)
    {
        var posterior = next.Posterior;
        if (next.Status is not (SkillStatus.Trial or SkillStatus.Active) || posterior.Trials < TrialsToJudge)
        {
            return next;
        }

        var figures = $"{posterior.Successes} of {posterior.Trials} trials succeeded.";
        return posterior.Mean < BadShare ? next with { Status = SkillStatus.Retired, StatusReason = figures }
            : posterior.Mean >= GoodShare ? next with { Status = SkillStatus.Active, StatusReason = figures }
            : next;
    }

    /// <summary>Adds a version, which waits for approval of its own; the versions before it stay.</summary>
    public static Skill Upgrade(Skill skill, SkillCandidate candidate, IReadOnlyList<ToolDefinition> tools, string reason, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(skill);
        ArgumentNullException.ThrowIfNull(candidate);
        ArgumentNullException.ThrowIfNull(tools);
        if (candidate.Status != CandidateStatus.Verified)
        {
            throw new InvalidOperationException($"'{skill.Name}' keeps version {skill.CurrentVersion}: {candidate.Reason}");
        }

        var number = skill.Versions.Max(version => version.Number) + 1;
        return skill with
        {
            Versions = [.. skill.Versions, Version(number, skill.CurrentVersion, reason, candidate, tools, now)],
            CurrentVersion = number,
            Status = SkillStatus.Candidate,
            StatusReason = $"Version {number} waits for approval: {reason}",
        };
    }

    /// <summary>Goes back to a version; the later ones stay in the history.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such version.</exception>
    public static Skill Rollback(Skill skill, int version)
    {
        ArgumentNullException.ThrowIfNull(skill);
        if (skill.Versions.All(known => known.Number != version))
        {
            throw new ArgumentOutOfRangeException(nameof(version), version, $"'{skill.Name}' has no version {version}.");
        }

        var wasApproved = skill.ApprovedVersion == version || skill.Trials.Any(trial => trial.Version == version);
        return skill with
        {
            CurrentVersion = version,
            IsRefusedByPerson = false,
            ApprovedVersion = wasApproved ? version : null,
            Status = wasApproved ? SkillStatus.Trial : SkillStatus.Candidate,
            StatusReason = $"Rolled back to version {version}.",
        };
    }

    private static SkillVersion Version(int number, int? parent, string reason, SkillCandidate candidate, IReadOnlyList<ToolDefinition> tools, DateTimeOffset now) => new()
    {
        Number = number,
        Parent = parent,
        Reason = reason,
        Created = now,
        Plan = candidate.Plan,
        Tools = [.. candidate.Pattern.Tools.Distinct(StringComparer.Ordinal).Select(name => new SkillTool(name, SchemaOf(tools, name)))],
        Pitfalls = SkillLesson.OfTasks(candidate.Pattern.Traces),
        TaskTokens = (long)candidate.Pattern.Successes.Select(trace => SkillCost.OfTask(trace.Task, EstimatingTokenCounter.Instance)).DefaultIfEmpty(0).Average(),
        Evidence = [.. candidate.Pattern.Successes.SelectMany(trace => trace.Task.Evidence)],
    };

    private static System.Text.Json.JsonElement? SchemaOf(IReadOnlyList<ToolDefinition> tools, string name) =>
        tools.LastOrDefault(tool => tool.Name == name) is { Schema: { ValueKind: System.Text.Json.JsonValueKind.Object } schema } ? schema : null;

    // What the plan ends with says best what it is for.
    private static string NameOf(TaskPattern pattern)
    {
        return Named(string.Join("_then_", pattern.Tools.Distinct(StringComparer.Ordinal).TakeLast(2)));
    }

    internal static string Named(string text)
    {
        var name = new string([.. text.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_')]).Trim('_');
        return name.Length == 0 ? "learned_skill" : name.Length > LongestName ? name[..LongestName] : name;
    }

    // Words that all requests share name no person and no value.
    private static string Describe(TaskPattern pattern)
    {
        var shared = UtteranceReader.Topics(pattern.Traces[0].Task.Goal);
        foreach (var trace in pattern.Successes)
        {
            shared.IntersectWith(GoalWords.Of(trace));
        }

        var about = shared.Count == 0 ? "" : $" For requests about: {string.Join(", ", shared.Order(StringComparer.Ordinal))}.";
        return $"Does in one call what took {pattern.Tools.Count}: {string.Join(", ", pattern.Tools)}.{about}";
    }
}
