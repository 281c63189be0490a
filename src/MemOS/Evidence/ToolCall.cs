using System.Text.Json;

namespace MemOS.Evidence;

/// <summary>A tool call that a message holds.</summary>
/// <param name="CallId">The id that ties the call to its result.</param>
/// <param name="Name">The tool's name.</param>
/// <param name="Arguments">The arguments as a JSON object.</param>
public sealed record ToolCall(string CallId, string Name, JsonElement Arguments);
