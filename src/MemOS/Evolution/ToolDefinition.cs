using System.Text.Json;
using Microsoft.Extensions.AI;

namespace MemOS.Evolution;

/// <summary>What the application says about one of its tools.</summary>
/// <param name="Name">The name by which it is called; tools are told apart by it alone.</param>
/// <param name="Description">What it does.</param>
/// <param name="Schema">The JSON schema of its arguments; an undefined element when there is none.</param>
/// <param name="IsReadOnly">
/// Whether a call changes nothing in the world. Default: <see langword="false"/>, since an unknown tool may have effects, and
/// effects are never dropped from a trace.
/// </param>
public sealed record ToolDefinition(string Name, string Description, JsonElement Schema, bool IsReadOnly = false)
{
    /// <summary>The tool as JSON, for stores.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, EvolutionJsonContext.Default.ToolDefinition);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">The text is not a tool.</exception>
    public static ToolDefinition FromJson(string json) =>
        JsonSerializer.Deserialize(json, EvolutionJsonContext.Default.ToolDefinition) ?? throw new JsonException("The text is null, not a tool.");

    /// <summary>What a function says about itself. It is read-only when it is marked so, see <see cref="EvolutionOptions.IsReadOnly"/>.</summary>
    /// <param name="function">The function.</param>
    /// <param name="isReadOnly">Whether a call changes nothing in the world.</param>
    public static ToolDefinition Of(AIFunctionDeclaration function, bool isReadOnly = false)
    {
        ArgumentNullException.ThrowIfNull(function);
        return new(function.Name, function.Description, function.JsonSchema, isReadOnly);
    }
}
