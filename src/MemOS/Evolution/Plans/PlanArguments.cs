using System.Text.Json;
using MemOS.Evolution.Json;

namespace MemOS.Evolution.Plans;

/// <summary>Builds the arguments of a planned call from parameters and earlier results.</summary>
internal static class PlanArguments
{
    /// <summary>Builds the arguments, or says why it cannot.</summary>
    public static bool TryBuild(
        PlanValue value, IReadOnlyDictionary<string, JsonElement> parameters, IReadOnlyList<JsonElement?> results,
        out JsonElement arguments, out string? problem)
    {
        string? found = null;
        var text = JsonValues.Write(writer => found = Write(writer, value, parameters, results));
        problem = found;
        arguments = problem is null ? JsonValues.Parse(text) : default;
        return problem is null;
    }

    private static string? Write(
        Utf8JsonWriter writer, PlanValue value, IReadOnlyDictionary<string, JsonElement> parameters, IReadOnlyList<JsonElement?> results)
    {
        switch (value)
        {
            case ParameterValue parameter:
                if (!parameters.TryGetValue(parameter.Name, out var given))
                {
                    return $"The parameter '{parameter.Name}' was not given.";
                }

                given.WriteTo(writer);
                return null;
            case ResultBinding binding:
                if (binding.Step >= results.Count || results[binding.Step] is not { } result)
                {
                    return $"Step {binding.Step} has no result.";
                }

                if (!JsonPointer.TryResolve(result, binding.Path, out var part))
                {
                    return $"The result of step {binding.Step} has nothing at '{binding.Path}'.";
                }

                part.WriteTo(writer);
                return null;
            case ConstantValue constant:
                constant.Value.WriteTo(writer);
                return null;
            case PersonValue person:
                return person.Reason;
            case ArrayValue array:
                writer.WriteStartArray();
                foreach (var item in array.Items)
                {
                    if (Write(writer, item, parameters, results) is { } problem)
                    {
                        return problem;
                    }
                }

                writer.WriteEndArray();
                return null;
            case ObjectValue node:
                writer.WriteStartObject();
                foreach (var (name, member) in node.Members)
                {
                    writer.WritePropertyName(name);
                    if (Write(writer, member, parameters, results) is { } problem)
                    {
                        return problem;
                    }
                }

                writer.WriteEndObject();
                return null;
            default:
                return $"The plan holds a value of an unknown kind, {value.GetType().Name}.";
        }
    }
}
