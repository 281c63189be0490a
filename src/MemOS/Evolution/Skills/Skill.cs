using System.Text.Json;

namespace MemOS.Evolution.Skills;

/// <summary>A reusable procedure that was learned from tasks: its versions, its trials, and whether a person approved it.</summary>
/// <remarks>Immutable; <see cref="SkillLife"/> makes the next state. Safe for concurrent use.</remarks>
public sealed record Skill
{
    /// <summary>The name by which a model calls it: lower-case letters, digits and underscores, at most 64.</summary>
    public required string Name { get; init; }

    /// <summary>What it does, for models and people.</summary>
    public required string Description { get; init; }

    /// <summary>Where it is in its life.</summary>
    public required SkillStatus Status { get; init; }

    /// <summary>Why it has this status.</summary>
    public required string StatusReason { get; init; }

    /// <summary>All versions, oldest first; at least one.</summary>
    public required IReadOnlyList<SkillVersion> Versions { get; init; }

    /// <summary>The number of the version in use.</summary>
    public required int CurrentVersion { get; init; }

    /// <summary>A newer version that waits for a person's approval while the approved one stays in use; <see langword="null"/> for none.</summary>
    public int? PendingVersion { get; init; }

    /// <summary>The version that a person approved last, and whose approval holds; <see langword="null"/> for none.</summary>
    public int? ApprovedVersion { get; init; }

    /// <summary>Whether it was learned here. An imported skill is not trusted, whatever the application's setting.</summary>
    public bool IsTrusted { get; init; } = true;

    /// <summary>Whether a person refused it or took it out of use: only a person's approval brings it back, neither learning nor another version.</summary>
    public bool IsRefusedByPerson { get; init; }

    /// <summary>The skill that this one was published from; <see langword="null"/> for one that was learned or imported.</summary>
    public MemoryId? PublishedFrom { get; init; }

    /// <summary>Its trials, oldest first.</summary>
    public IReadOnlyList<SkillTrial> Trials { get; init; } = [];

    /// <summary>What later failed tasks of the same kind taught, newest first, at most 5; no version is made for them. Default: nothing.</summary>
    public IReadOnlyList<SkillPitfall> Pitfalls { get => field ?? []; init; }

    /// <summary>Trials that it had elsewhere, by its own account: shown apart, never weighed, and no lessons for a model.</summary>
    public IReadOnlyList<SkillTrial> ForeignTrials { get => field ?? []; init; }

    /// <summary>The version in use.</summary>
    public SkillVersion Current => Versions.First(version => version.Number == CurrentVersion);

    /// <summary>What the trials of the version in use say; those that the caller cancelled, or that an approval set aside, say nothing.</summary>
    public SkillPosterior Posterior => new(
        Trials.Count(trial => trial.Version == CurrentVersion && trial.IsWeighed && trial.IsSuccess),
        Trials.Count(trial => trial.Version == CurrentVersion && trial.IsWeighed && !trial.IsSuccess));

    /// <summary>What failures taught, each once: those of its runs, newest first, then those of later tasks of its kind, then those of the tasks that it came from.</summary>
    public IReadOnlyList<string> Lessons =>
    [
        .. Trials.Reverse().Where(trial => !trial.IsCancelled).Select(trial => trial.Lesson).OfType<string>()
            .Concat(Pitfalls.Select(pitfall => pitfall.Lesson)).Concat(Current.Pitfalls).Distinct(StringComparer.Ordinal),
    ];

    /// <summary>All messages that it was learned from, those of its lessons too.</summary>
    public IReadOnlyList<MemoryId> Sources =>
    [
        .. Versions.SelectMany(version => version.Evidence)
            .Concat(Pitfalls.SelectMany(pitfall => pitfall.Evidence))
            .Concat(Trials.SelectMany(trial => trial.Evidence)).Distinct(),
    ];

    /// <summary>Whether it is in use and may be offered to a model; that it was approved is another matter.</summary>
    public bool IsOffered => Status is SkillStatus.Candidate or SkillStatus.Trial or SkillStatus.Active;

    /// <summary>The skill with every id of evidence replaced, or left out where it becomes <see langword="null"/>, for stores that move a cube. Whose runs there were is not known elsewhere.</summary>
    public Skill WithEvidence(Func<MemoryId, MemoryId?> replace)
    {
        ArgumentNullException.ThrowIfNull(replace);
        return this with
        {
            Versions = [.. Versions.Select(version => version with { Evidence = Replaced(version.Evidence) })],
            Pitfalls = [.. Pitfalls.Select(pitfall => pitfall with { Evidence = Replaced(pitfall.Evidence) })],
            Trials = [.. Trials.Select(trial => trial with { Evidence = Replaced(trial.Evidence), Cube = null })],
        };

        IReadOnlyList<MemoryId> Replaced(IReadOnlyList<MemoryId> evidence) => [.. evidence.Select(replace).OfType<MemoryId>()];
    }

    /// <summary>
    /// The skill without messages that are gone, and without the lessons and the judged trials that they taught; <see langword="null"/>
    /// when a version was learned from one.
    /// </summary>
    public Skill? WithoutEvidence(Func<MemoryId, bool> isGone)
    {
        ArgumentNullException.ThrowIfNull(isGone);
        return Versions.Any(version => version.Evidence.Any(isGone)) ? null : SkillLife.WithoutTrials(
            this with { Pitfalls = [.. Pitfalls.Where(pitfall => !pitfall.Evidence.Any(isGone))] },
            trial => trial.Evidence.Any(isGone));
    }

    /// <summary>The skill as JSON, for stores.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, SkillJsonContext.Default.Skill);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">The text is not a skill.</exception>
    public static Skill FromJson(string json) =>
        SkillHistory.Complete(JsonSerializer.Deserialize(json, SkillJsonContext.Default.Skill) ?? throw new JsonException("The text is null, not a skill."));
}
