using System.Text.Json;
using MemOS.Evolution.Json;
using MemOS.Evolution.Plans;

namespace MemOS.Evolution.Skills;

/// <summary>The calls that a run would make, as a person is shown them: what is known as it is, and of the rest where it will come from.</summary>
internal static class SkillPreview
{
    public static List<SkillCall> Of(SkillPlan plan, IReadOnlyDictionary<string, JsonElement> values) => [.. plan.Steps.Select(step =>
    {
        var waiting = Waiting(step.Arguments, "").ToList();
        return new SkillCall(step.Tool, PlanArguments.TryBuild(Shown(step.Arguments, plan), values, [], out var arguments, out _) ? arguments : null)
        {
            Waiting = waiting.Count == 0 ? null : waiting,
        };
    })];

    private static PlanValue Shown(PlanValue value, SkillPlan plan) => value switch
    {
        ResultBinding binding => new ConstantValue(JsonValues.Parse(JsonValues.Write(writer => writer.WriteStringValue(SourceOf(binding, plan))))),
        ObjectValue node => new ObjectValue(node.Members.ToDictionary(member => member.Key, member => Shown(member.Value, plan), StringComparer.Ordinal)),
        ArrayValue node => new ArrayValue([.. node.Items.Select(item => Shown(item, plan))]),
        _ => value,
    };

    private static string SourceOf(ResultBinding binding, SkillPlan plan)
    {
        var tool = plan.Steps[binding.Step].Tool;
        var isOneOfSeveral = plan.Steps.Count(step => step.Tool == tool) > 1;
        return $"‹from {(isOneOfSeveral ? $"call {binding.Step + 1}, " : "")}{tool}{(binding.Path.Length == 0 ? "" : $": {binding.Path}")}›";
    }

    private static IEnumerable<string> Waiting(PlanValue value, string pointer) => value switch
    {
        ResultBinding => [pointer],
        ObjectValue node => node.Members.SelectMany(member => Waiting(member.Value, JsonPointer.Append(pointer, member.Key))),
        ArrayValue node => node.Items.SelectMany((item, index) => Waiting(item, JsonPointer.Append(pointer, index))),
        _ => [],
    };
}
