using System.Globalization;
using System.Text.Json.Nodes;
using MemOS.Evolution.Json;
using MemOS.Evolution.Plans;

namespace MemOS.Tests.Evolution.Replay;

/// <summary>A random plan, and conversations in which it was carried out on random results.</summary>
internal sealed class RandomPlan
{
    private readonly Random random;
    private readonly List<string> parameters = [];
    private readonly List<(string Tool, JsonObject Shape)> results = [];
    private int values;

    public RandomPlan(int seed)
    {
        random = new(seed);
        var steps = new List<PlanStep>();
        for (var i = random.Next(1, 5); i > 0; i--)
        {
            var members = new Dictionary<string, PlanValue>(StringComparer.Ordinal);
            for (var m = random.Next(0, 4); m >= 0; m--)
            {
                members[$"arg{m}"] = Value(2);
            }

            steps.Add(new($"tool{steps.Count}", new ObjectValue(members)));
            results.Add((steps[^1].Tool, Shape(2)));
        }

        Steps = steps;
    }

    public IReadOnlyList<PlanStep> Steps { get; }

    public Conversation CarryOut()
    {
        var given = parameters.ToDictionary(name => name, _ => JsonValues.Parse(random.Next(2) == 0 ? Fresh() : $"\"w{Fresh()}\""));
        var talk = new Conversation().User("please do it with " + string.Join(" and ", given.Values.Select(JsonValues.Spoken)));
        var done = new List<System.Text.Json.JsonElement?>();
        foreach (var (step, result) in Steps.Zip(results))
        {
            Assert.True(PlanArguments.TryBuild(step.Arguments, given, done, out var arguments, out var problem), problem);
            var answer = Fill(result.Shape).ToJsonString();
            done.Add(JsonValues.Parse(answer));
            talk.Call(step.Tool, arguments.GetRawText(), answer);
        }

        return talk.Assistant("Done.").User("thanks, that worked");
    }

    private PlanValue Value(int depth)
    {
        switch (random.Next(depth > 0 ? 6 : 4))
        {
            case 0:
                if (parameters.Count == 0 || random.Next(2) == 0)
                {
                    parameters.Add($"p{parameters.Count}");
                }

                return new ParameterValue(parameters[random.Next(parameters.Count)]);
            case 1 or 2 when results.Count > 0:
                var step = random.Next(results.Count);
                var parts = JsonValues.Parts(JsonValues.Parse(results[step].Shape.ToJsonString())).Where(part => part.Pointer.Length > 0).ToList();
                return new ResultBinding(step, parts[random.Next(parts.Count)].Pointer);
            case 4:
                return new ArrayValue([.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => Value(depth - 1))]);
            case 5:
                return new ObjectValue(Enumerable.Range(0, random.Next(1, 3)).ToDictionary(i => $"m{i}", _ => Value(depth - 1)));
            default:
                string[] constants = ["true", "null", "\"fixed\"", "3", "[]", "\"\""];
                return new ConstantValue(JsonValues.Parse(constants[random.Next(constants.Length)]));
        }
    }

    private JsonObject Shape(int depth)
    {
        var shape = new JsonObject();
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            shape[$"r{i}"] = depth == 0 || random.Next(2) == 0 ? JsonValue.Create(0)
                : random.Next(2) == 0 ? Shape(depth - 1)
                : new JsonArray(Shape(depth - 1), Shape(depth - 1));
        }

        return shape;
    }

    private JsonNode Fill(JsonNode shape) => shape switch
    {
        JsonObject node => new JsonObject(node.Select(member => KeyValuePair.Create(member.Key, (JsonNode?)Fill(member.Value!)))),
        JsonArray list => new JsonArray([.. list.Select(item => Fill(item!))]),
        _ => random.Next(3) == 0 ? JsonValue.Create(int.Parse(Fresh(), CultureInfo.InvariantCulture)) : JsonValue.Create($"v{Fresh()}"),
    };

    // Never the same value twice, so that only the plan relates them.
    private string Fresh() => (100_000 + (++values * 7)).ToString(CultureInfo.InvariantCulture);
}
