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
        var first = Version(1, null, "learned", candidate, tools, now);
        var (status, reason) = StateOf(first);
        return new()
        {
            Name = NameOf(candidate.Pattern),
            Description = Describe(candidate.Pattern),
            Status = status,
            StatusReason = reason,
            Versions = [first],
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
        Versions = [Version(1, null, "learned", induced, now)],
        CurrentVersion = 1,
    };

    /// <summary>Adds a version of an instruction skill, which waits for approval of its own; the versions before it stay.</summary>
    internal static Skill Upgrade(Skill skill, InducedInstructions induced, DateTimeOffset now)
    {
        var number = skill.Versions.Max(version => version.Number) + 1;
        return skill with
        {
            Versions = [.. skill.Versions, Version(number, skill.CurrentVersion, "learned again from more tasks", induced, now)],
            CurrentVersion = number,
            Status = SkillStatus.Candidate,
            StatusReason = $"Version {number} waits for approval: learned again from more tasks",
        };
    }

    /// <summary>A person approves the version in use: a candidate goes on trial, and what a person refused or retired comes back.</summary>
    /// <exception cref="InvalidOperationException">The version was not verified, or a schema changed since, or who published it took it back.</exception>
    public static Skill Approve(Skill skill)
    {
        ArgumentNullException.ThrowIfNull(skill);
        var isOut = skill.Status == SkillStatus.Rejected && !skill.IsRefusedByPerson;
        if (isOut || skill.Current.Check is not (SkillCheck.Verified or SkillCheck.Imported or SkillCheck.Advice))
        {
            throw new InvalidOperationException($"The skill '{skill.Name}' is {skill.Status}: only a verified one can be approved. {skill.Current.CheckReason}".TrimEnd());
        }

        if (skill is { Status: SkillStatus.Retired, PublishedFrom: not null, IsRefusedByPerson: true })
        {
            throw new InvalidOperationException($"The skill '{skill.Name}' was taken out of use in its cube: {skill.StatusReason} Publishing it again brings it back.");
        }

        return skill with
        {
            Versions = [.. skill.Versions.Select(version => version.Number == skill.CurrentVersion ? version with { IsApproved = true } : version)],
            ApprovedVersion = skill.CurrentVersion,
            IsRefusedByPerson = false,
            Status = skill.Status is SkillStatus.Trial or SkillStatus.Active ? skill.Status : SkillStatus.Trial,
            StatusReason = skill.Status is SkillStatus.Trial or SkillStatus.Active ? skill.StatusReason : "Approved.",
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
            Versions = [.. SkillHistory.Complete(skill).Versions.Select(Imported)],
            IsTrusted = false,
            ApprovedVersion = null,
            Status = wasInUse ? SkillStatus.Candidate : skill.Status,
            StatusReason = wasInUse ? "Imported; waits for approval." : skill.StatusReason,
        };
    }

    // What failed elsewhere may not run here either; what passed there proves nothing here.
    private static SkillVersion Imported(SkillVersion version) => version.Check is SkillCheck.TooFew or SkillCheck.Failed
        ? version with { IsApproved = false }
        : version with { IsApproved = false, Check = SkillCheck.Imported, CheckReason = "Imported, not verified here" };

    /// <summary>A person refuses it, with all of its versions: no approval of before holds any more.</summary>
    public static Skill Reject(Skill skill, string reason)
    {
        ArgumentNullException.ThrowIfNull(skill);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return skill with
        {
            Versions = [.. skill.Versions.Select(version => version with { IsApproved = false })],
            Status = SkillStatus.Rejected,
            StatusReason = reason,
            ApprovedVersion = null,
            IsRefusedByPerson = true,
        };
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
        var versions = skill.Versions.Select(version => version.Number == skill.CurrentVersion ? version with { Check = SkillCheck.Verified } : version);
        return Settle(skill with { Versions = [.. versions] }, skill.Current.IsApproved ? "Verified again." : "Verified again; waits for approval.");
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

    /// <summary>
    /// Goes back to a version, as it was: on trial or active if a person approved it, otherwise waiting for approval, or a mere
    /// suggestion, or rejected by its check. What a person refused or retired stays so until a person approves it. Later versions stay in the history.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such version.</exception>
    public static Skill Rollback(Skill skill, int version)
    {
        ArgumentNullException.ThrowIfNull(skill);
        var target = skill.Versions.FirstOrDefault(known => known.Number == version)
            ?? throw new ArgumentOutOfRangeException(nameof(version), version, $"'{skill.Name}' has no version {version}.");
        var back = skill with { CurrentVersion = version, ApprovedVersion = target.IsApproved ? version : null };
        return skill.IsRefusedByPerson
            ? back with { StatusReason = $"Rolled back to version {version}, and still waits for a person's approval." }
            : Settle(back, $"Rolled back to version {version}.{(target.IsApproved ? "" : $" {StateOf(target).Reason}")}");
    }

    // The version in use gets the place that it had; nothing but a person's approval puts it on trial.
    private static Skill Settle(Skill skill, string reason)
    {
        var settled = skill with { Status = StateOf(skill.Current).Status, StatusReason = reason };
        return Weigh(settled) is { Status: SkillStatus.Active } active ? active with { StatusReason = $"{reason} {active.StatusReason}" } : settled;
    }

    private static (SkillStatus Status, string Reason) StateOf(SkillVersion version) => version switch
    {
        { IsApproved: true } => (SkillStatus.Trial, "Approved."),
        { Check: SkillCheck.TooFew } => (SkillStatus.Suggestion, version.CheckReason ?? "Too few successes."),
        { Check: SkillCheck.Failed } => (SkillStatus.Rejected, version.CheckReason ?? "Replay did not issue what was done."),
        { Check: SkillCheck.Unknown } => (SkillStatus.Rejected, "It is not known whether this version was verified."),
        _ => (SkillStatus.Candidate, $"{version.CheckReason ?? "Verified"}; waits for approval."),
    };

    private static SkillVersion Version(int number, int? parent, string reason, SkillCandidate candidate, IReadOnlyList<ToolDefinition> tools, DateTimeOffset now) => new()
    {
        Number = number,
        Parent = parent,
        Reason = reason,
        Created = now,
        Check = candidate.Status switch { CandidateStatus.Verified => SkillCheck.Verified, CandidateStatus.Suggestion => SkillCheck.TooFew, _ => SkillCheck.Failed },
        CheckReason = candidate.Status == CandidateStatus.Verified && candidate.Replay is { } replay ? $"Replayed {replay.Exact} of {replay.Instances} tasks exactly" : candidate.Reason,
        Plan = candidate.Plan,
        Tools = [.. candidate.Pattern.Tools.Distinct(StringComparer.Ordinal).Select(name => new SkillTool(name, SchemaOf(tools, name)))],
        Pitfalls = SkillLesson.OfTasks(candidate.Pattern.Traces),
        TaskTokens = (long)candidate.Pattern.Successes.Select(trace => SkillCost.OfTask(trace.Task, EstimatingTokenCounter.Instance)).DefaultIfEmpty(0).Average(),
        Evidence = [.. candidate.Pattern.Successes.SelectMany(trace => trace.Task.Evidence)],
    };

    private static SkillVersion Version(int number, int? parent, string reason, InducedInstructions induced, DateTimeOffset now) => new()
    {
        Number = number,
        Parent = parent,
        Reason = reason,
        Created = now,
        Check = SkillCheck.Advice,
        CheckReason = "Learned from advice that worked",
        Instructions = induced.Instructions,
        Evidence = induced.Evidence,
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
