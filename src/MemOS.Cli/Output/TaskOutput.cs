using MemOS.Evolution.Tasks;

namespace MemOS.Cli.Output;

/// <summary>A task as <c>--json</c> prints it; one that goes on has no id yet.</summary>
internal sealed record TaskOutput(
    string? Id, string? Session, string Title, string Goal, string Outcome, string Reason, string Result, IReadOnlyList<string> Steps, IReadOnlyList<string> Details,
    DateTimeOffset Started, DateTimeOffset Ended, IReadOnlyList<string> Sources)
{
    public static TaskOutput Of(MemoryTask task, MemoryId? id) => new(
        id?.ToString(), task.Session, task.Title, task.Goal, OutcomeOf(task), task.OutcomeReason, task.Result,
        task.Steps, task.KeyDetails, task.Started, task.Ended, [.. task.Evidence.Select(source => source.ToString())]);

    /// <summary>How it ended, or that it goes on.</summary>
    public static string OutcomeOf(MemoryTask task) => task.IsOpen ? "open" : CliText.Lower(task.Outcome);
}
