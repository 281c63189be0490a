using MemOS.Evolution.Tasks;

namespace MemOS.Cli.Output;

/// <summary>A task as <c>--json</c> prints it.</summary>
internal sealed record TaskOutput(string Id, string? Session, string Title, string Outcome, string Reason, string Result, IReadOnlyList<string> Steps, IReadOnlyList<string> Details, DateTimeOffset Started, DateTimeOffset Ended, IReadOnlyList<string> Sources)
{
    public static TaskOutput Of(StoredTask stored) => new(
        stored.Id.ToString(), stored.Task.Session, stored.Task.Title, CliText.Lower(stored.Task.Outcome), stored.Task.OutcomeReason, stored.Task.Result,
        stored.Task.Steps, stored.Task.KeyDetails, stored.Task.Started, stored.Task.Ended, [.. stored.Task.Evidence.Select(id => id.ToString())]);
}
