using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace MemOS.Evolution;

/// <summary>How a tool says that a call changes nothing in the world.</summary>
internal static class ReadOnlyTools
{
    private static readonly string[] Keys = ["read_only", "readOnly", "readOnlyHint"];

    public static bool IsMarked(AITool tool) =>
        Keys.Any(key => tool.AdditionalProperties.TryGetValue(key, out var value) && value is true or JsonElement { ValueKind: JsonValueKind.True }) ||
        tool.GetService<AIFunction>()?.UnderlyingMethod?.GetCustomAttribute<ReadOnlyAttribute>() is { IsReadOnly: true };
}
