using System.Text.Json;
using MemOS.Evolution.Json;
using MemOS.Evolution.Plans;
using MemOS.Evolution.Sensitivity;

namespace MemOS.Evolution.Induction;

/// <summary>The parameters of a plan in the making. Arguments with the same value in every instance share one.</summary>
internal sealed class ParameterTable(bool mergeEqual)
{
    private readonly List<PlanParameter> parameters = [];
    private readonly Dictionary<string, string> nameByValues = new(StringComparer.Ordinal);

    public IReadOnlyList<PlanParameter> Parameters => parameters;

    /// <summary>The name of the parameter with these values, one for each instance; adds it when it is new.</summary>
    public string Add(ToolDefinition? tool, string toolName, string pointer, IReadOnlyList<JsonElement> values)
    {
        var key = string.Join('\n', values.Select(JsonValues.Key));
        if (mergeEqual && nameByValues.TryGetValue(key, out var known))
        {
            return known;
        }

        var isSensitive = values.Any(value => SensitiveValues.IsSensitive(pointer, value));
        var isEverywhereEqual = values.All(value => JsonValues.AreEqual(value, values[0]));
        var name = NewName(pointer, toolName);
        nameByValues[key] = name;
        parameters.Add(new()
        {
            Name = name,
            JsonType = SchemaTypes.TypeOf(tool, pointer, values[0]),
            Description = SchemaTypes.DescriptionOf(tool, pointer),
            Default = isEverywhereEqual && values.Count > 1 && !isSensitive ? values[0] : null,
            IsSensitive = isSensitive,
        });
        return name;
    }

    private string NewName(string pointer, string toolName)
    {
        var leaf = JsonPointer.LastName(pointer) is { Length: > 0 } last ? last : "value";
        var whole = string.Join('_', JsonPointer.Segments(pointer));
        foreach (var candidate in new[] { leaf, whole, $"{toolName}_{whole}" })
        {
            if (IsFree(candidate))
            {
                return candidate;
            }
        }

        var number = 2;
        while (!IsFree($"{leaf}_{number}"))
        {
            number++;
        }

        return $"{leaf}_{number}";
    }

    private bool IsFree(string name) => parameters.TrueForAll(parameter => parameter.Name != name);
}
