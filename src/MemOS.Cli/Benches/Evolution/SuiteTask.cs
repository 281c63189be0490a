namespace MemOS.Cli.Benches.Evolution;

internal sealed record SuiteTask
{
    public required string FirstMessage { get; init; }

    public required string LastMessage { get; init; }

    public string? Goal { get; init; }

    public required string Outcome { get; init; }
}
