using System.Text.Json;
using MemOS.Evolution.Json;
using MemOS.Evolution.Plans;

namespace MemOS.Tests.Evolution.Plans;

public sealed class SkillPlanTests
{
    private static readonly SkillPlan Plan = new()
    {
        Parameters = [new() { Name = "order", JsonType = "integer", Default = JsonValues.Parse("1002") }],
        Steps =
        [
            new("find", new ObjectValue(new Dictionary<string, PlanValue> { ["id"] = new ParameterValue("order") })),
            new("refund", new ObjectValue(new Dictionary<string, PlanValue>
            {
                ["lines"] = new ArrayValue([new ResultBinding(0, "/lines/0"), new ConstantValue(JsonValues.Parse("""{"a":[1,null]}"""))]),
                ["reason"] = new PersonValue("it differs"),
            })),
        ],
    };

    [Fact]
    public void ToJson_RoundTrip_IsTheSamePlan()
    {
        var json = Plan.ToJson();
        Assert.Equal(json, SkillPlan.FromJson(json).ToJson());
        Assert.Contains("\"result\"", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"step\": 0", "\"step\": 1")]
    [InlineData("\"step\": 0", "\"step\": -1")]
    [InlineData("\"path\": \"/lines/0\"", "\"path\": \"lines\"")]
    [InlineData("\"name\": \"order\",\n      \"jsonType\"", "\"name\": \"other\",\n      \"jsonType\"")]
    [InlineData("{", "[")]
    public void FromJson_ReferenceWithoutTarget_IsRefused(string good, string bad)
    {
        var json = Plan.ToJson().ReplaceLineEndings("\n");
        Assert.Contains(good, json, StringComparison.Ordinal);
        Assert.Throws<JsonException>(() => SkillPlan.FromJson(json.Replace(good, bad, StringComparison.Ordinal)));
    }

    [Fact]
    public void TryBuild_EveryKindOfValue_IsIssued()
    {
        var parameters = new Dictionary<string, JsonElement> { ["order"] = JsonValues.Parse("7") };
        Assert.True(PlanArguments.TryBuild(Plan.Steps[0].Arguments, parameters, [], out var first, out _));
        Assert.Equal("""{"id":7}""", first.GetRawText());
        Assert.False(PlanArguments.TryBuild(Plan.Steps[1].Arguments, parameters, [JsonValues.Parse("""{"lines":[1]}""")], out _, out var problem));
        Assert.Equal("it differs", problem);
        Assert.False(PlanArguments.TryBuild(Plan.Steps[1].Arguments, parameters, [JsonValues.Parse("{}")], out _, out var missing));
        Assert.Contains("/lines/0", missing, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1", "1.0", true)]
    [InlineData("100", "1e2", true)]
    [InlineData("""{"a":1,"b":2}""", """{"b":2,"a":1}""", true)]
    [InlineData("[1,2]", "[2,1]", false)]
    [InlineData("\"1\"", "1", false)]
    [InlineData("null", "false", false)]
    public void AreEqual_JsonValues_NotTheirSpelling(string left, string right, bool expected) =>
        Assert.Equal(expected, JsonValues.AreEqual(JsonValues.Parse(left), JsonValues.Parse(right)));

    [Fact]
    public void TryResolve_Pointers_FollowRfc6901()
    {
        var value = JsonValues.Parse("""{"a/b":{"m~n":[10,20]},"0":"zero"}""");
        var pointer = JsonPointer.Append(JsonPointer.Append(JsonPointer.Append("", "a/b"), "m~n"), 1);
        Assert.Equal("/a~1b/m~0n/1", pointer);
        Assert.True(JsonPointer.TryResolve(value, pointer, out var found));
        Assert.Equal(20, found.GetInt32());
        Assert.True(JsonPointer.TryResolve(value, "/0", out _));
        Assert.False(JsonPointer.TryResolve(value, "/a~1b/m~0n/2", out _));
    }
}
