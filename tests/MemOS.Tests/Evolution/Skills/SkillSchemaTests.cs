using System.Text.Json;
using MemOS.Evolution.Json;
using MemOS.Evolution.Plans;
using MemOS.Evolution.Skills;
using Microsoft.Extensions.AI;

namespace MemOS.Tests.Evolution.Skills;

public sealed class SkillSchemaTests
{
    private const string Reason = """{"type":"string","enum":["damaged","late","broken"],"description":"Why."}""";
    private readonly List<string> called = [];

    [Fact]
    public void JsonSchema_HasAllThatTheToolSaysOfAnArgument()
    {
        var properties = Function("""
            {"type":"object","properties":{"reason":{"$ref":"#/$defs/Reason","default":"late"},"amount":{"type":["number","null"],"exclusiveMinimum":0,"maximum":500},
             "code":{"type":"string","pattern":"^[A-Z]{3}$","minLength":3,"format":"code"},"tags":{"type":"array","items":{"$ref":"#/$defs/Reason"},"maxItems":2}},
             "$defs":{"Reason":{"type":"string","enum":["damaged","late","broken"]}}}
            """, "reason", "amount", "code", "tags").JsonSchema.GetProperty("properties");
        Assert.Equal("""{"type":"string","enum":["damaged","late","broken"]}""", properties.GetProperty("reason").GetRawText());
        Assert.Equal("""{"type":["number","null"],"exclusiveMinimum":0,"maximum":500}""", properties.GetProperty("amount").GetRawText());
        Assert.Equal("""{"type":"string","pattern":"^[A-Z]{3}$","minLength":3,"format":"code"}""", properties.GetProperty("code").GetRawText());
        Assert.Equal("""{"type":"array","items":{"type":"string","enum":["damaged","late","broken"]},"maxItems":2}""", properties.GetProperty("tags").GetRawText());
    }

    [Theory]
    [InlineData(Reason, "\"nonsense\"", "'value' must be one of \"damaged\", \"late\", \"broken\".")]
    [InlineData("""{"type":"integer","minimum":1,"maximum":9}""", "0", "'value' must be at least 1.")]
    [InlineData("""{"type":"integer","minimum":1,"maximum":9}""", "10", "'value' must be at most 9.")]
    [InlineData("""{"type":"number","exclusiveMinimum":0}""", "0", "'value' must be more than 0.")]
    [InlineData("""{"type":"number","multipleOf":0.01}""", "1.005", "'value' must be a multiple of 0.01.")]
    [InlineData("""{"type":"string","minLength":2}""", "\"😀\"", "'value' must have at least 2 characters.")]
    [InlineData("""{"type":"string","pattern":"^[A-Z]{3}$"}""", "\"eur\"", "'value' must match the pattern ^[A-Z]{3}$.")]
    [InlineData("""{"type":"string","format":"date"}""", "\"tomorrow\"", "'value' must be of the format date, such as 2026-03-02.")]
    [InlineData("""{"type":["string","null"]}""", "5", "'value' must be of type string or null.")]
    [InlineData("""{"type":"array","items":{"type":"object","properties":{"sku":{"type":"string","maxLength":4}}}}""", """[{"sku":"MUG"},{"sku":"SCARF"}]""", "'value' at /1/sku must have at most 4 characters.")]
    [InlineData("""{"type":"object","required":["street"]}""", "{}", "'value' must have 'street'.")]
    [InlineData("""{"anyOf":[{"type":"integer"},{"const":"all"}]}""", "\"some\"", "'value' must be of one of 2 forms, and is of none: 'value' must be of type integer. Or: 'value' must be \"all\".")]
    public async Task RunAsync_ValueThatTheToolDoesNotAllow_IsRefusedBeforeTheFirstCall(string schema, string value, string expected)
    {
        var report = await Function($$"""{"type":"object","properties":{"value":{{schema}} } }""", "value").RunAsync(Given("value", value));
        Assert.Equal((SkillRunStatus.Refused, expected), (report.Status, report.Error));
        Assert.Empty(called);
    }

    [Theory]
    [InlineData(Reason, "\"late\"")]
    [InlineData("""{"type":"integer","minimum":1,"maximum":9}""", "9")]
    [InlineData("""{"type":["string","null"],"minLength":2}""", "null")]
    [InlineData("""{"type":"string","format":"date-time"}""", "\"2026-03-02T09:30:00+01:00\"")]
    [InlineData("""{"type":"string","format":"of-our-own"}""", "\"x\"")]
    [InlineData("""{"type":"string","pattern":"(?<unclosed"}""", "\"x\"")]
    [InlineData("""{"not":{"type":"string"},"if":{},"then":false}""", "\"x\"")]
    [InlineData("""{"$ref":"#/properties/value"}""", "\"x\"")]
    [InlineData("true", "\"x\"")]
    public async Task RunAsync_ValueThatTheToolAllowsOrThatCannotBeJudged_Runs(string schema, string value)
    {
        var report = await Function($$"""{"type":"object","properties":{"value":{{schema}} } }""", "value").RunAsync(Given("value", value));
        Assert.Equal((SkillRunStatus.Completed, null), (report.Status, report.Error));
    }

    [Theory]
    [InlineData("""{"type":"string","enum":["a","b"]}""", """{"type":"string","enum":["b","c"],"description":"x"}""", """{"type":"string","enum":["b"]}""")]
    [InlineData("""{"type":"integer","minimum":1}""", """{"type":"number","minimum":3,"maximum":9}""", """{"type":"integer","minimum":3,"maximum":9}""")]
    [InlineData("""{"type":"string","pattern":"a"}""", """{"type":"string","pattern":"b"}""", """{"type":"string"}""")]
    [InlineData("""{"type":"string","enum":["a"]}""", """{"type":"string","enum":["b"]}""", """{"type":"string"}""")]
    [InlineData("""{"type":"integer","minimum":5}""", """{"type":"integer","maximum":4}""", """{"type":"string"}""")]
    public void JsonSchema_OneParameterOfTwoArguments_SuitsBothOrIsFree(string first, string second, string expected)
    {
        var skill = SkillOf($$"""{"type":"object","properties":{"a":{{first}} } }""", $$"""{"type":"object","properties":{"b":{{second}} } }""");
        var property = new SkillFunction(skill, () => []).JsonSchema.GetProperty("properties").GetProperty("value");
        Assert.True(JsonValues.AreEqual(JsonElement.Parse(expected), WithoutDescription(property)), property.GetRawText());
    }

    [Fact]
    public void JsonSchema_OfASkillWhoseToolsHadNone_IsTheTypeThatWasSeen()
    {
        var skill = SkillOf(null, null);
        Assert.Equal("""{"type":"string"}""", new SkillFunction(skill, () => []).JsonSchema.GetProperty("properties").GetProperty("value").GetRawText());
    }

    private static JsonElement WithoutDescription(JsonElement property)
    {
        var members = property.EnumerateObject().Where(member => member.Name != "description").Select(member => $"\"{member.Name}\":{member.Value.GetRawText()}");
        return JsonElement.Parse($"{{{string.Join(',', members)}}}");
    }

    private static Skill SkillOf(string? first, string? second) => Skill(
        [("value", "string")],
        [("one", first, "a", "value"), ("two", second, "b", "value")]);

    private static Skill Skill(IEnumerable<(string Name, string Type)> parameters, IReadOnlyList<(string Tool, string? Schema, string Argument, string Parameter)> steps) => new()
    {
        Name = "one_then_two",
        Description = "d",
        Status = SkillStatus.Trial,
        StatusReason = "r",
        CurrentVersion = 1,
        ApprovedVersion = 1,
        Versions =
        [
            new()
            {
                Number = 1,
                Reason = "r",
                Created = LearnedSkill.Now,
                Plan = new()
                {
                    Parameters = [.. parameters.Select(parameter => new PlanParameter { Name = parameter.Name, JsonType = parameter.Type })],
                    Steps = [.. steps.GroupBy(step => step.Tool).Select(step => new PlanStep(step.Key, new ObjectValue(step.ToDictionary(argument => argument.Argument, argument => (PlanValue)new ParameterValue(argument.Parameter)))))],
                },
                Tools = [.. steps.Select(step => new SkillTool(step.Tool, step.Schema is { } schema ? JsonElement.Parse(schema) : null)).DistinctBy(tool => tool.Name)],
            },
        ],
    };

    private SkillFunction Function(string schema, params string[] names)
    {
        var tool = new AnyFunction(JsonElement.Parse(schema), called);
        return new(Skill(names.Select(name => (name, "string")), [.. names.Select(name => (tool.Name, (string?)schema, name, name))]), () => [tool]);
    }

    private static AIFunctionArguments Given(string name, string value) => new(new Dictionary<string, object?> { [name] = JsonElement.Parse(value) });

    private sealed class AnyFunction(JsonElement schema, List<string> called) : AIFunction
    {
        public override string Name => "tool";

        public override JsonElement JsonSchema => schema;

        protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
        {
            called.Add(Name);
            return ValueTask.FromResult<object?>("ok");
        }
    }
}
