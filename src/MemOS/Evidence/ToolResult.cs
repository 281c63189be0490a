using System.Text.Json;

namespace MemOS.Evidence;

/// <summary>What a tool answered.</summary>
/// <param name="CallId">The id of the call.</param>
/// <param name="Result">The result as JSON; <see langword="null"/> when the call failed.</param>
/// <param name="Error">The error's text; <see langword="null"/> when the call succeeded.</param>
public sealed record ToolResult(string CallId, JsonElement? Result, string? Error);
