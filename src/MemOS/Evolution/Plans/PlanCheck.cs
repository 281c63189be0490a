using System.Text.Json;

namespace MemOS.Evolution.Plans;

/// <summary>Whether a plan holds together: names are unique, and every value refers to a parameter it has or an earlier result.</summary>
internal static class PlanCheck
{
    private static readonly string[] JsonTypes = ["string", "integer", "number", "boolean", "object", "array", "null"];

    /// <summary>The first thing that is wrong, in words; <see langword="null"/> when the plan is sound.</summary>
    public static string? FirstProblem(SkillPlan plan)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var parameter in plan.Parameters)
        {
            if (parameter.Name.Length == 0 || parameter.Name.Any(static letter => char.IsControl(letter)))
            {
                return $"A parameter is named \"{JsonEncodedText.Encode(parameter.Name)}\"; a name has no control characters and is not empty.";
            }

            if (!JsonTypes.Contains(parameter.JsonType))
            {
                return $"The parameter '{parameter.Name}' is of the type \"{JsonEncodedText.Encode(parameter.JsonType)}\", which JSON does not have.";
            }

            if (!names.Add(parameter.Name))
            {
                return $"The parameter '{parameter.Name}' occurs twice.";
            }
        }

        for (var step = 0; step < plan.Steps.Count; step++)
        {
            if (plan.Steps[step].Arguments is not (ObjectValue or ResultBinding))
            {
                return $"The arguments of step {step} are not an object.";
            }

            foreach (var value in Walk(plan.Steps[step].Arguments))
            {
                switch (value)
                {
                    case ParameterValue parameter when !names.Contains(parameter.Name):
                        return $"Step {step} uses a parameter '{parameter.Name}' that the plan does not have.";
                    case ResultBinding binding when binding.Step < 0 || binding.Step >= step:
                        return $"Step {step} uses the result of step {binding.Step}, which it cannot have.";
                    case ResultBinding { Path: var path } when path.Length > 0 && path[0] != '/':
                        return $"'{path}' is not a JSON pointer.";
                    default:
                        break;
                }
            }
        }

        return null;
    }

    /// <summary>A value with all values inside it.</summary>
    public static IEnumerable<PlanValue> Walk(PlanValue value)
    {
        IEnumerable<PlanValue> children = value switch
        {
            ObjectValue node => node.Members.Values,
            ArrayValue node => node.Items,
            _ => [],
        };
        return children.SelectMany(Walk).Prepend(value);
    }
}
