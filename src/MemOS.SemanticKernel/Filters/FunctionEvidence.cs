using System.Text.Json;
using MemOS.Evidence;
using Microsoft.Extensions.AI;
using FunctionInvocationContext = Microsoft.SemanticKernel.FunctionInvocationContext;

namespace MemOS.SemanticKernel.Filters;

/// <summary>The call of a kernel function as evidence: what was asked for when, and what came of it when.</summary>
internal static class FunctionEvidence
{
    public static IReadOnlyList<EvidenceDraft> Of(FunctionInvocationContext context, DateTimeOffset started, DateTimeOffset ended, Exception? error)
    {
        var id = Guid.NewGuid().ToString("N");
        var function = context.Function;
        var name = string.IsNullOrEmpty(function.PluginName) ? function.Name : $"{function.PluginName}_{function.Name}";
        var arguments = context.Arguments.ToDictionary(argument => argument.Key, argument => argument.Value, StringComparer.Ordinal);
        return
        [
            new() { Role = EvidenceRole.Assistant, Text = "", Time = started, ToolCalls = [new(id, name, ToJson(arguments))] },
            new()
            {
                Role = EvidenceRole.Tool,
                Text = "",
                Time = ended,
                ToolResults = [new(id, error is null ? ToJson(context.Result.GetValue<object>()) : null, error?.Message)],
            },
        ];
    }

    // Functions may take and return whatever they like: what has no JSON form is kept as the text that it prints.
    private static JsonElement ToJson(object? value)
    {
        try
        {
            return value is JsonElement element ? element.Clone() : JsonSerializer.SerializeToElement(value, AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(object)));
        }
        catch (Exception error) when (error is NotSupportedException or JsonException or InvalidOperationException)
        {
            return JsonSerializer.SerializeToElement(value?.ToString() ?? "", AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(string)));
        }
    }
}
