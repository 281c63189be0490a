using System.Text.Json;
using MemOS.Evolution.Induction;
using MemOS.Tokens;

namespace MemOS.Evolution.Skills;

public static partial class SkillLife
{
    /// <summary>
    /// Adds a version, which waits for approval of its own; the versions before it stay. One that is approved and at work stays in use
    /// meanwhile, unless its tools demand something else now.
    /// </summary>
    /// <exception cref="InvalidOperationException">The plan was not verified.</exception>
    public static Skill Upgrade(Skill skill, SkillCandidate candidate, IReadOnlyList<ToolDefinition> tools, string reason, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(skill);
        ArgumentNullException.ThrowIfNull(candidate);
        ArgumentNullException.ThrowIfNull(tools);
        return candidate.Status == CandidateStatus.Verified
            ? Add(skill, Version(NextNumber(skill), skill.CurrentVersion, reason, candidate, tools, now))
            : throw new InvalidOperationException($"'{skill.Name}' keeps version {skill.CurrentVersion}: {candidate.Reason}");
    }

    /// <summary>Adds a version of an instruction skill, which waits for approval of its own; the versions before it stay.</summary>
    internal static Skill Upgrade(Skill skill, InducedInstructions induced, DateTimeOffset now) =>
        Add(skill, Version(NextNumber(skill), skill.CurrentVersion, "learned again from more tasks", induced, now));

    /// <summary>Adds a version and proposes it.</summary>
    internal static Skill Add(Skill skill, SkillVersion version)
    {
        var next = skill with { Versions = [.. skill.Versions, version] };
        return skill.IsRefusedByPerson ? next : Propose(next, version.Number) ?? next;
    }

    /// <summary>The number of the version that is added next.</summary>
    internal static int NextNumber(Skill skill) => skill.Versions.Max(version => version.Number) + 1;

    /// <summary>What one of its versions does was learned again.</summary>
    /// <returns>The next state; <see langword="null"/> when nothing changes.</returns>
    internal static Skill? Propose(Skill skill, int number)
    {
        var target = Find(skill, number);
        if (number == skill.CurrentVersion)
        {
            return skill.Status == SkillStatus.Rejected ? Resume(skill) : skill.PendingVersion is null ? null : skill with { PendingVersion = null };
        }

        if (IsAtWork(skill) && skill.Current.IsApproved && SkillContract.AreSame(skill.Current.Tools, target.Tools))
        {
            return target.IsApproved || skill.PendingVersion == number ? null : skill with
            {
                PendingVersion = number,
                StatusReason = $"Version {skill.CurrentVersion} stays in use; version {number} waits for approval: {target.Reason}",
            };
        }

        var next = skill with { CurrentVersion = number, PendingVersion = null, ApprovedVersion = target.IsApproved ? number : skill.ApprovedVersion };
        return Settle(next, target.IsApproved ? "Verified again." : $"Version {number} waits for approval: {target.Reason}");
    }

    /// <summary>
    /// Goes back to a version, as it was: on trial or active if a person approved it, otherwise waiting for approval, or a mere
    /// suggestion, or rejected by its check. What a person refused or retired stays so until a person approves it. Later versions stay
    /// in the history, and what they do is not proposed again.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such version.</exception>
    /// <exception cref="InvalidOperationException">The version waits for approval.</exception>
    public static Skill Rollback(Skill skill, int version)
    {
        ArgumentNullException.ThrowIfNull(skill);
        var target = Find(skill, version);
        if (version == skill.PendingVersion)
        {
            throw new InvalidOperationException($"Version {version} of '{skill.Name}' was not in use yet; it waits for approval: memos skills approve {skill.Name}");
        }

        var back = Change(skill, _ => true, known => known with { IsWithdrawn = known.Number != version && (known.IsWithdrawn || known.Number > version || known.Number == skill.CurrentVersion) }) with
        {
            CurrentVersion = version,
            ApprovedVersion = target.IsApproved ? version : null,
            PendingVersion = null,
        };
        return skill.IsRefusedByPerson
            ? back with { StatusReason = $"{skill.StatusReason} (Rolled back to version {version}, which waits for a person's approval.)" }
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
        Pitfalls = SkillLesson.OfTasks([.. candidate.Pattern.Successes.Select(trace => trace.Task)]),
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

    private static JsonElement? SchemaOf(IReadOnlyList<ToolDefinition> tools, string name) =>
        tools.LastOrDefault(tool => tool.Name == name) is { Schema: { ValueKind: JsonValueKind.Object } schema } ? schema : null;
}
