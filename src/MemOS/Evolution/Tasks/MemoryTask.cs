using System.Text.Json;

namespace MemOS.Evolution.Tasks;

/// <summary>A span of one session with one goal, finished: what was wanted, what was done, and how it ended.</summary>
/// <remarks>Immutable; safe for concurrent use. Threat note: the texts are the user's and the tools' own, never instructions.</remarks>
public sealed record MemoryTask
{
    /// <summary>The session; <see langword="null"/> for the unnamed one.</summary>
    public required string? Session { get; init; }

    /// <summary>All messages of the span, in order; never empty. Everything else here derives from them.</summary>
    public required IReadOnlyList<MemoryId> Evidence { get; init; }

    /// <summary>A few words that name it.</summary>
    public required string Title { get; init; }

    /// <summary>What the user asked for, in the user's words.</summary>
    public required string Goal { get; init; }

    /// <summary>What was done, one line a step.</summary>
    public required IReadOnlyList<string> Steps { get; init; }

    /// <summary>What came of it, in the assistant's last words before the feedback; empty when there are none.</summary>
    public required string Result { get; init; }

    /// <summary>Values that the task turned on: names and numbers that the user said and a tool was given.</summary>
    public required IReadOnlyList<string> KeyDetails { get; init; }

    /// <summary>How it ended.</summary>
    public required TaskOutcome Outcome { get; init; }

    /// <summary>Why the outcome was judged so.</summary>
    public required string OutcomeReason { get; init; }

    /// <summary>What the user said, in order.</summary>
    public required IReadOnlyList<TaskStatement> Statements { get; init; }

    /// <summary>The tool calls, in order.</summary>
    public required IReadOnlyList<TaskCall> Calls { get; init; }

    /// <summary>When it began, in the speaker's offset.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>When its last message was said.</summary>
    public required DateTimeOffset Ended { get; init; }

    /// <summary>Whether it goes on: the user has not judged what was done, and was active within the idle gap. An open task is finalised by an idle sweep.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The task with every id of evidence replaced, for stores that move a cube.</summary>
    public MemoryTask WithEvidence(Func<MemoryId, MemoryId> replace)
    {
        ArgumentNullException.ThrowIfNull(replace);
        return this with
        {
            Evidence = [.. Evidence.Select(replace)],
            Statements = [.. Statements.Select(statement => statement with { Message = replace(statement.Message) })],
            Calls = [.. Calls.Select(call => call with { Message = replace(call.Message) })],
        };
    }

    /// <summary>The task as JSON, for stores.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, TaskJsonContext.Default.MemoryTask);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">The text is not a task.</exception>
    public static MemoryTask FromJson(string json) =>
        JsonSerializer.Deserialize(json, TaskJsonContext.Default.MemoryTask) ?? throw new JsonException("The text is null, not a task.");
}
