using System.Text.Json;

namespace MemOS.Evolution.Tasks;

/// <summary>A tool call of a task with what came of it.</summary>
public sealed record TaskCall
{
    /// <summary>The place among the task's calls, from 0.</summary>
    public required int Order { get; init; }

    /// <summary>The evidence that holds the call.</summary>
    public required MemoryId Message { get; init; }

    /// <summary>The place of that message in its session: what the user said before it may explain the arguments.</summary>
    public required int Position { get; init; }

    /// <summary>The id that ties the call to its result.</summary>
    public required string CallId { get; init; }

    /// <summary>The tool's name.</summary>
    public required string Tool { get; init; }

    /// <summary>The arguments as a JSON object.</summary>
    public required JsonElement Arguments { get; init; }

    /// <summary>The result; <see langword="null"/> when the call failed or its result is missing.</summary>
    public JsonElement? Result { get; init; }

    /// <summary>The error's text; <see langword="null"/> when the call did not fail.</summary>
    public string? Error { get; init; }

    /// <summary>Whether a tool reported an error.</summary>
    public bool IsFailed => Error is not null;
}
