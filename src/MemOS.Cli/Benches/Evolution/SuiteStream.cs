namespace MemOS.Cli.Benches.Evolution;

/// <summary>A stream of the evolution suite: what happened, and what should be found in it.</summary>
internal sealed record SuiteStream
{
    public required string Id { get; init; }

    public string? Language { get; init; }

    public IReadOnlyList<SuiteTool> Tools { get => field ?? []; init; }

    public required IReadOnlyList<SuiteMessage> Messages { get; init; }

    public IReadOnlyList<SuiteTask> Tasks { get => field ?? []; init; }

    public IReadOnlyList<SuiteSkill> Skills { get => field ?? []; init; }
}
