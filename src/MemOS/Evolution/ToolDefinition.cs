using System.Text.Json;

namespace MemOS.Evolution;

/// <summary>What the application says about one of its tools.</summary>
/// <param name="Name">The name by which it is called; tools are told apart by it alone.</param>
/// <param name="Description">What it does.</param>
/// <param name="Schema">The JSON schema of its arguments; an undefined element when there is none.</param>
/// <param name="IsReadOnly">
/// Whether a call changes nothing in the world. Default: <see langword="false"/>, since an unknown tool may have effects, and
/// effects are never dropped from a trace.
/// </param>
public sealed record ToolDefinition(string Name, string Description, JsonElement Schema, bool IsReadOnly = false);
