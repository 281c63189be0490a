using System.Text.Json;
using MemOS.Evolution.Json;
using MemOS.Evolution.Tasks;

namespace MemOS.Evolution.Plans;

/// <summary>Reads off what the parameters of a plan were in a task that the plan describes.</summary>
public static class PlanParameters
{
    /// <summary>The value of each parameter, taken from the first argument that it fills.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="calls">The effective calls of the task, one for each step.</param>
    /// <returns>The values by name; a parameter that the calls do not hold is left out.</returns>
    public static IReadOnlyDictionary<string, JsonElement> Read(SkillPlan plan, IReadOnlyList<TaskCall> calls)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(calls);
        var values = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        for (var step = 0; step < Math.Min(plan.Steps.Count, calls.Count); step++)
        {
            foreach (var (name, pointer) in Places(plan.Steps[step].Arguments, ""))
            {
                if (JsonPointer.TryResolve(calls[step].Arguments, pointer, out var value))
                {
                    values.TryAdd(name, value);
                }
            }
        }

        return values;
    }

    /// <summary>Where parameters stand in the arguments of a call, by the JSON pointer to each.</summary>
    internal static IEnumerable<(string Name, string Pointer)> Places(PlanValue value, string pointer) => value switch
    {
        ParameterValue parameter => [(parameter.Name, pointer)],
        ObjectValue node => node.Members.SelectMany(member => Places(member.Value, JsonPointer.Append(pointer, member.Key))),
        ArrayValue node => node.Items.SelectMany((item, index) => Places(item, JsonPointer.Append(pointer, index))),
        _ => [],
    };
}
