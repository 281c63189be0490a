namespace MemOS.Cli.Benches.Evolution;

internal sealed record SuiteSkill
{
    public required IReadOnlyList<int> Tasks { get; init; }

    public required IReadOnlyList<string> Plan { get; init; }

    public IReadOnlyList<SuiteParameter> Parameters { get => field ?? []; init; }
}
