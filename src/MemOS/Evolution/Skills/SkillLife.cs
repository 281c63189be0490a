using MemOS.Evolution.Induction;
using MemOS.Evolution.Patterns;
using MemOS.Evolution.Tasks.Language;

namespace MemOS.Evolution.Skills;

/// <summary>The steps of a skill's life. Each returns the next state and changes nothing.</summary>
public static partial class SkillLife
{
    private const int TrialsToJudge = 3;
    private const double GoodShare = 0.7;
    private const double BadShare = 0.4;
    private const string NotVerified = "Imported, not verified here";
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
            Name = NameOf(candidate.Pattern, tools),
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

    /// <summary>
    /// A person approves the version that waits, or else the one in use: it goes on trial, and what a person refused or retired comes back.
    /// </summary>
    /// <exception cref="InvalidOperationException">The version was not verified, or a schema changed since, or who published it took it back.</exception>
    public static Skill Approve(Skill skill)
    {
        ArgumentNullException.ThrowIfNull(skill);
        return Approve(skill, skill.PendingVersion ?? skill.CurrentVersion);
    }

    /// <summary>A person approves a version; one that is neither in use nor waits any more is only noted as approved.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such version.</exception>
    /// <exception cref="InvalidOperationException">The version was not verified, or a schema changed since, or who published it took it back.</exception>
    public static Skill Approve(Skill skill, int version)
    {
        ArgumentNullException.ThrowIfNull(skill);
        var target = Find(skill, version);
        if (skill is { Status: SkillStatus.Rejected, IsRefusedByPerson: false } || target.Check is not (SkillCheck.Verified or SkillCheck.Imported or SkillCheck.Advice))
        {
            // Of the version in use the status says why it stands where it does: a person's reason, or the check that was made last.
            var why = version == skill.CurrentVersion ? skill.StatusReason : target.CheckReason;
            throw new InvalidOperationException($"The skill '{skill.Name}' is {skill.Status.ToString().ToLowerInvariant()}: only a verified one can be approved. {AsSentence(why)}".TrimEnd());
        }

        if (skill is { Status: SkillStatus.Retired, PublishedFrom: not null, IsRefusedByPerson: true })
        {
            throw new InvalidOperationException($"The skill '{skill.Name}' was taken out of use in its cube: {AsSentence(skill.StatusReason)} Publishing it again brings it back.");
        }

        var approved = Change(skill, known => known.Number == version, known => known with { IsApproved = true, IsWithdrawn = false });
        if (version != skill.CurrentVersion && version != skill.PendingVersion)
        {
            return approved;
        }

        var isInUse = version == skill.CurrentVersion && IsAtWork(skill);
        return approved with
        {
            CurrentVersion = version,
            ApprovedVersion = version,
            PendingVersion = version == skill.PendingVersion ? null : skill.PendingVersion,
            IsRefusedByPerson = false,
            Status = isInUse ? skill.Status : SkillStatus.Trial,
            StatusReason = isInUse ? skill.StatusReason : "Approved.",

            // Who approves what its trials retired wants it tried again: those trials would retire it with the next run, however it ends.
            Trials = skill is { Status: SkillStatus.Retired, IsRefusedByPerson: false }
                ? [.. skill.Trials.Select(trial => trial.Version == version ? trial with { IsSetAside = true } : trial)]
                : skill.Trials,
        };
    }

    /// <summary>
    /// It comes from elsewhere: whatever it says of itself, it is neither verified nor trusted here, its trials do not count, and it waits
    /// for approval before it is used.
    /// </summary>
    /// <param name="skill">The skill as it was elsewhere.</param>
    public static Skill Import(Skill skill)
    {
        ArgumentNullException.ThrowIfNull(skill);
        return Change(SkillHistory.Complete(skill), _ => true, Imported) with
        {
            IsTrusted = false,
            ApprovedVersion = null,
            PendingVersion = null,
            Trials = [],
            ForeignTrials = [.. skill.ForeignTrials, .. skill.Trials.Select(trial => trial with { Cube = null, Evidence = [] })],
            Status = skill.IsOffered ? SkillStatus.Candidate : skill.Status,
            StatusReason = skill.IsOffered ? $"{NotVerified}; waits for approval."
                : skill.StatusReason.StartsWith(NotVerified, StringComparison.Ordinal) ? skill.StatusReason
                : $"{NotVerified}. Elsewhere it was out of use: {skill.StatusReason}",
        };
    }

    // What failed elsewhere may not run here either; what passed there proves nothing here.
    private static SkillVersion Imported(SkillVersion version) => version with
    {
        IsApproved = false,
        Reason = version.Reason.StartsWith("imported", StringComparison.Ordinal) ? version.Reason : $"imported: {version.Reason}",
        Check = version.Check is SkillCheck.TooFew or SkillCheck.Failed ? version.Check : SkillCheck.Imported,
        CheckReason = version.Check is SkillCheck.TooFew or SkillCheck.Failed ? version.CheckReason : NotVerified,
    };

    /// <summary>
    /// A person refuses it, with all of its versions: no approval of before holds any more. Where a newer version waits while an approved
    /// one is in use, the newer one alone is refused.
    /// </summary>
    public static Skill Reject(Skill skill, string reason)
    {
        ArgumentNullException.ThrowIfNull(skill);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (skill.PendingVersion is { } waiting && IsAtWork(skill))
        {
            return Change(skill, version => version.Number == waiting, version => version with { IsWithdrawn = true }) with
            {
                PendingVersion = null,
                StatusReason = $"Version {waiting} was refused: {reason}",
            };
        }

        return Change(skill, _ => true, version => version with { IsApproved = false }) with
        {
            Status = SkillStatus.Rejected,
            StatusReason = reason,
            ApprovedVersion = null,
            PendingVersion = null,
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
        var verified = Change(skill, version => version.Number == skill.CurrentVersion, version => version with { Check = SkillCheck.Verified });
        var settled = Settle(verified, skill.Current.IsApproved ? "Verified again." : "Verified again; waits for approval.");

        // What its trials retired before is no better for it.
        return Weigh(settled) is { Status: SkillStatus.Retired } retired ? retired : settled;
    }

    /// <summary>The skill under another name, by which models call it from now on; nothing else changes.</summary>
    /// <param name="skill">The skill.</param>
    /// <param name="name">Lower-case letters, digits, and underscores or hyphens, which become underscores; at most 64.</param>
    /// <exception cref="FormatException">It is no name of a skill; the message says what is one.</exception>
    public static Skill Rename(Skill skill, string name)
    {
        ArgumentNullException.ThrowIfNull(skill);
        ArgumentNullException.ThrowIfNull(name);
        return skill with { Name = SkillName.Read(name) };
    }

    /// <summary>Takes it out of use; its history stays.</summary>
    public static Skill Retire(Skill skill, string reason)
    {
        ArgumentNullException.ThrowIfNull(skill);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return skill with { Status = SkillStatus.Retired, StatusReason = reason, PendingVersion = null, IsRefusedByPerson = true };
    }

    /// <summary>Notes a trial. Three trials of a version suffice to make it active, or to retire it.</summary>
    public static Skill Record(Skill skill, SkillTrial trial)
    {
        ArgumentNullException.ThrowIfNull(skill);
        ArgumentNullException.ThrowIfNull(trial);
        return Weigh(skill with { Trials = [.. skill.Trials, trial] });
    }

    /// <summary>Turns a trial that made all of its calls into a failure, with what it teaches: the user was not content.</summary>
    internal static Skill Fail(Skill skill, SkillTrial trial, string lesson, IReadOnlyList<MemoryId> evidence) =>
        Weigh(skill with { Trials = [.. skill.Trials.Select(known => ReferenceEquals(known, trial) ? known with { IsSuccess = false, Lesson = lesson, Evidence = evidence } : known)] });

    /// <summary>The skill without some of its trials; what they alone made it is taken back, and what is left is weighed again.</summary>
    internal static Skill WithoutTrials(Skill skill, Func<SkillTrial, bool> isGone)
    {
        var left = skill with { Trials = [.. skill.Trials.Where(trial => !isGone(trial))] };
        var isByTrials = skill.Status is SkillStatus.Active or SkillStatus.Retired && !skill.IsRefusedByPerson && skill.StatusReason.EndsWith(OfTrials, StringComparison.Ordinal);
        return isByTrials && left.Trials.Count < skill.Trials.Count
            ? Weigh(left with { Status = SkillStatus.Trial, StatusReason = "Trials that were judged by erased messages do not count any more." })
            : left;
    }

    private static string FiguresOf(SkillPosterior posterior) => $"{posterior.Successes} of {posterior.Trials}{OfTrials}";

    private const string OfTrials = " trials succeeded.";

    private static Skill Weigh(Skill next)
    {
        var posterior = next.Posterior;
        if (!IsAtWork(next) || posterior.Trials < TrialsToJudge)
        {
            return next;
        }

        var figures = FiguresOf(posterior);
        return posterior.Mean < BadShare ? next with { Status = SkillStatus.Retired, StatusReason = figures }
            : posterior.Mean >= GoodShare || next.StatusReason.EndsWith(OfTrials, StringComparison.Ordinal) ? next with { Status = posterior.Mean >= GoodShare ? SkillStatus.Active : next.Status, StatusReason = figures }
            : next;
    }

    /// <summary>A reason with the mark that ends a sentence: people write theirs with one or without.</summary>
    internal static string AsSentence(string? reason) =>
        reason?.Trim() is not { Length: > 0 } text ? "" : text[^1] is '.' or '!' or '?' or '…' or '。' or '！' or '？' ? text : $"{text}.";

    private static bool IsAtWork(Skill skill) => skill.Status is SkillStatus.Trial or SkillStatus.Active;

    private static Skill Change(Skill skill, Func<SkillVersion, bool> isMeant, Func<SkillVersion, SkillVersion> change) =>
        skill with { Versions = [.. skill.Versions.Select(version => isMeant(version) ? change(version) : version)] };

    private static SkillVersion Find(Skill skill, int number) => skill.Versions.FirstOrDefault(known => known.Number == number)
        ?? throw new ArgumentOutOfRangeException(nameof(number), number, $"'{skill.Name}' has no version {number}.");

    // What the plan ends with says best what it is for.
    private static string NameOf(TaskPattern pattern, IReadOnlyList<ToolDefinition> tools) =>
        NameBeside(Named(string.Join("_then_", pattern.Tools.Distinct(StringComparer.Ordinal).TakeLast(2))), [.. pattern.Tools, .. tools.Select(tool => tool.Name)]);

    /// <summary>A name that no tool has: a skill of a tool's name could not be told from it, nor stand beside it in a request.</summary>
    internal static string NameBeside(string name, IEnumerable<string> tools)
    {
        var taken = tools.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var free = name;
        while (taken.Contains(free))
        {
            free = Named($"do_{free}");
        }

        return free;
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

        var words = string.Join(", ", GoalWords.Written(pattern.Traces[0].Task.Goal, shared));
        var about = words.Length == 0 ? "" : $" For requests about: {words}.";
        return $"Does in one call what took {pattern.Tools.Count}: {string.Join(", ", pattern.Tools)}.{about}";
    }
}
