using System.Text.Json;
using MemOS.Evolution.Json;
using MemOS.Evolution.Plans;
using MemOS.Evolution.Sensitivity;
using MemOS.Evolution.Traces;

namespace MemOS.Evolution.Induction;

/// <summary>Explains every argument of like traces, and so turns them into one plan.</summary>
/// <remarks>
/// An array or object that equals a part of an earlier result in all instances is one binding. Every other leaf, in this
/// order: said by the user in all instances → parameter; equal to a part of an earlier result in all → binding; equal
/// everywhere → constant, unless it is secret or personal; said in all instances in another spelling → parameter; anything
/// else is left to a person, with the reason.
/// </remarks>
internal sealed class PlanInductor(IReadOnlyDictionary<string, ToolDefinition> tools)
{
    /// <summary>Induces a plan.</summary>
    /// <param name="traces">Traces with equal signatures, at least one.</param>
    /// <param name="mergeEqual">Whether arguments with the same value in every instance become one parameter.</param>
    /// <param name="parameters">Arguments that are parameters whatever these instances say. Default: none.</param>
    public InducedPlan Induce(IReadOnlyList<EffectiveTrace> traces, bool mergeEqual = true, IReadOnlySet<(int Step, string Pointer)>? parameters = null)
    {
        ArgumentOutOfRangeException.ThrowIfZero(traces.Count);
        var run = new Run(tools, traces, mergeEqual, parameters);
        var steps = Enumerable.Range(0, traces[0].Calls.Count).Select(run.Step).ToList();
        return new(new SkillPlan { Parameters = run.Parameters, Steps = steps }, run.Unexplained) { SaidByMeaning = run.SaidByMeaning };
    }

    private sealed class Run(IReadOnlyDictionary<string, ToolDefinition> tools, IReadOnlyList<EffectiveTrace> traces, bool mergeEqual, IReadOnlySet<(int Step, string Pointer)>? known)
    {
        private readonly ParameterTable table = new(mergeEqual);
        private readonly List<SaidValues> said = [.. traces.Select(trace => new SaidValues(trace.Task.Statements))];

        public IReadOnlyList<PlanParameter> Parameters => table.Parameters;

        public List<UnexplainedArgument> Unexplained { get; } = [];

        public HashSet<(int Step, string Pointer)> SaidByMeaning { get; } = [];

        public PlanStep Step(int step)
        {
            var arguments = traces.Select(trace => Normalized(trace.Calls[step].Arguments)).ToList();
            return new(traces[0].Calls[step].Tool, Explain(step, "", arguments));
        }

        private PlanValue Explain(int step, string pointer, List<JsonElement> values)
        {
            if (values.TrueForAll(JsonValues.IsLeaf) && !IsRoot(pointer))
            {
                return ExplainLeaf(step, pointer, values);
            }

            if (!IsRoot(pointer) && values.TrueForAll(JsonValues.IsContainer) && BindingFinder.Find(traces, step, pointer, values) is { } whole)
            {
                return whole;
            }

            if (values.TrueForAll(value => value.ValueKind == JsonValueKind.Object))
            {
                return ExplainObject(step, pointer, values);
            }

            if (values.TrueForAll(value => value.ValueKind == JsonValueKind.Array) && values.TrueForAll(value => value.GetArrayLength() == values[0].GetArrayLength()))
            {
                return new ArrayValue([.. Enumerable.Range(0, values[0].GetArrayLength())
                    .Select(index => Explain(step, JsonPointer.Append(pointer, index), values.ConvertAll(value => value[index])))]);
            }

            return LeaveToPerson(step, pointer, "its form is not the same every time");
        }

        private ObjectValue ExplainObject(int step, string pointer, List<JsonElement> values)
        {
            var members = new Dictionary<string, PlanValue>(StringComparer.Ordinal);
            foreach (var name in values.SelectMany(value => value.EnumerateObject()).Select(member => member.Name).Distinct(StringComparer.Ordinal))
            {
                var inner = JsonPointer.Append(pointer, name);
                members[name] = values.TrueForAll(value => value.TryGetProperty(name, out _))
                    ? Explain(step, inner, values.ConvertAll(value => value.GetProperty(name)))
                    : LeaveToPerson(step, inner, "it is not given every time");
            }

            return new(members);
        }

        private PlanValue ExplainLeaf(int step, string pointer, List<JsonElement> values)
        {
            var tool = tools.GetValueOrDefault(traces[0].Calls[step].Tool);
            if (known?.Contains((step, pointer)) == true || IsSaidEverywhere(step, values))
            {
                return new ParameterValue(table.Add(tool, traces[0].Calls[step].Tool, pointer, values));
            }

            var isEverywhereEqual = values.TrueForAll(value => JsonValues.AreEqual(value, values[0]));
            var binding = BindingFinder.Find(traces, step, pointer, values);
            if (binding is not null && !(isEverywhereEqual && IsChance(pointer, binding, values[0])))
            {
                return binding;
            }

            // "34.90" for 34.9 and "Express" for express: said all the same, where nothing else explains it.
            if (!isEverywhereEqual && IsSaidEverywhere(step, values, isByMeaning: true))
            {
                SaidByMeaning.Add((step, pointer));
                return new ParameterValue(table.Add(tool, traces[0].Calls[step].Tool, pointer, values));
            }

            if (!isEverywhereEqual)
            {
                return LeaveToPerson(step, pointer, "it differs, and neither the user nor an earlier result says it every time");
            }

            return SensitiveValues.IsSensitive(pointer, values[0])
                ? LeaveToPerson(step, pointer, "it is secret or personal, and neither the user nor an earlier result says it every time")
                : new ConstantValue(values[0]);
        }

        private bool IsSaidEverywhere(int step, List<JsonElement> values, bool isByMeaning = false)
        {
            for (var i = 0; i < traces.Count; i++)
            {
                if (!said[i].IsSaidBefore(values[i], traces[i].Calls[step].Position, isByMeaning))
                {
                    return false;
                }
            }

            return true;
        }

        private PersonValue LeaveToPerson(int step, string pointer, string reason)
        {
            Unexplained.Add(new(step, traces[0].Calls[step].Tool, pointer, reason));
            return new(reason);
        }

        // A flag that is always on and another result's "ok": true are equal by chance, unless their names say otherwise.
        private static bool IsChance(string pointer, ResultBinding binding, JsonElement value) =>
            BindingFinder.NameRank(pointer, binding.Path) == 2 && value.ValueKind switch
            {
                JsonValueKind.String => value.GetString()!.Length == 0,
                JsonValueKind.Number => value.TryGetInt32(out var number) && number is > -10 and < 10,
                _ => true,
            };

        private static JsonElement Normalized(JsonElement arguments) =>
            arguments.ValueKind == JsonValueKind.Object ? arguments : JsonValues.EmptyObject;

        private static bool IsRoot(string pointer) => pointer.Length == 0;
    }
}
