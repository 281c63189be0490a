using MemOS.Evolution;
using MemOS.Evolution.Induction;
using MemOS.Evolution.Plans;
using MemOS.Evolution.Traces;
using static MemOS.Tests.Evolution.Conversation;

namespace MemOS.Tests.Evolution.Induction;

public sealed class PlanInductorTests
{
    [Fact]
    public void Induce_SaidEverywhere_IsAParameterEvenIfEqual()
    {
        var plan = Induce(Many(i => new Conversation().User($"order {i}0 mugs in blue").Call("order", $$"""{"count":{{i}}0,"colour":"blue"}"""))).Plan;
        Assert.Equal(["count", "colour"], plan.Parameters.Select(parameter => parameter.Name));
        Assert.Null(plan.Parameters[0].Default);
        Assert.Equal("blue", plan.Parameters[1].Default!.Value.GetString());
    }

    [Fact]
    public void Induce_EqualToAnEarlierResult_IsABinding()
    {
        var plan = Induce(Many(i => new Conversation().User($"cancel for A{i}").Call("find", $$"""{"name":"A{{i}}"}""", $$"""{"orders":[{"id":"O-{{i}}"}]}""").Call("cancel", $$"""{"order":"O-{{i}}"}"""))).Plan;
        Assert.Equal(new ResultBinding(0, "/orders/0/id"), Argument(plan, 1, "order"));
    }

    [Fact]
    public void Induce_EqualEverywhere_IsAConstant()
    {
        var plan = Induce(Many(i => new Conversation().User($"refund R{i}").Call("refund", $$"""{"id":"R{{i}}","channel":"card"}"""))).Plan;
        Assert.Equal("card", Assert.IsType<ConstantValue>(Argument(plan, 0, "channel")).Value.GetString());
    }

    [Fact]
    public void Induce_AnythingElse_IsLeftToAPersonWithTheReason()
    {
        var induced = Induce(Many(i => new Conversation().User($"deliver D{i} soon").Call("schedule", $$"""{"id":"D{{i}}","day":"2025-03-0{{i}}"}""")));
        var left = Assert.Single(induced.Unexplained);
        Assert.Equal(("schedule", "/day"), (left.Tool, left.Path));
        Assert.NotEmpty(left.Reason);
    }

    [Fact]
    public void Induce_DifferentPlacesOfAList_AreNoBinding()
    {
        var induced = Induce(Many(i => new Conversation().User($"a seat for P{i}").Call("seats", "{}", """["1A","2B","3C","4D"]""").Call("take", $$"""{"seat":"{{i}}{{(char)('A' + i - 1)}}","who":"P{{i}}"}""")));
        Assert.Equal("/seat", Assert.Single(induced.Unexplained).Path);
    }

    [Fact]
    public void Induce_ArrayEqualToAPartOfAResult_IsOneBinding()
    {
        var plan = Induce(Many(i =>
        {
            var items = string.Join(',', Enumerable.Range(1, i).Select(n => $$"""{"sku":"S{{i}}{{n}}","qty":{{n}}}"""));
            return new Conversation().User($"buy the list of W{i}").Call("list", $$"""{"owner":"W{{i}}"}""", $$"""{"items":[{{items}}]}""").Call("cart", $$"""{"items":[{{items}}]}""");
        })).Plan;
        Assert.Equal(new ResultBinding(0, "/items"), Argument(plan, 1, "items"));
    }

    [Fact]
    public void Induce_SameValueEverywhere_IsOneParameter()
    {
        var plan = Induce(Many(i => new Conversation().User($"onboard u{i}").Call("user", $$"""{"login":"u{{i}}"}""").Call("mailbox", $$"""{"owner":"u{{i}}"}"""))).Plan;
        Assert.Single(plan.Parameters);
        Assert.Equal(Argument(plan, 0, "login"), Argument(plan, 1, "owner"));
    }

    [Fact]
    public void Induce_TypesOfTheSchema_AreTheParameters()
    {
        var tool = Tool("order", """{"type":"object","properties":{"amount":{"type":["null","number"],"description":"In euros."}}}""");
        var parameter = Assert.Single(Induce(Many(i => new Conversation().User($"pay {i}00").Call("order", $$"""{"amount":{{i}}00}""")), tool).Plan.Parameters);
        Assert.Equal(("number", "In euros."), (parameter.JsonType, parameter.Description));
    }

    [Theory]
    [InlineData("api_token", "abc")]
    [InlineData("password", "hunter2")]
    [InlineData("code", "sk-aa81723hdkaX")]
    [InlineData("account", "4111111111111111")]
    [InlineData("to", "ada.king@mail.test")]
    public void Induce_SecretThatNobodySaid_IsLeftToAPerson(string name, string value) => Assert.Single(Induce(Many(i =>
        new Conversation().User($"print P{i}").Call("print", $$"""{"who":"P{{i}}","{{name}}":"{{value}}"}"""))).Unexplained);

    [Fact]
    public void Induce_SecretThatWasSaid_IsAParameterWithoutDefault()
    {
        var parameter = Assert.Single(Induce(Many(_ => new Conversation().User("connect with hunter2").Call("connect", """{"password":"hunter2"}"""))).Plan.Parameters);
        Assert.True(parameter.IsSensitive);
        Assert.Null(parameter.Default);
    }

    [Fact]
    public void Induce_SecretFromAResult_IsABinding()
    {
        var plan = Induce(Many(i => new Conversation().User($"key for T{i}").Call("issue", $$"""{"team":"T{{i}}"}""", $$"""{"key":"sk-{{i}}{{i}}81723hdka"}""").Call("store", $$"""{"api_key":"sk-{{i}}{{i}}81723hdka"}"""))).Plan;
        Assert.Equal(new ResultBinding(0, "/key"), Argument(plan, 1, "api_key"));
    }

    [Fact]
    public void Induce_SaidOnlyAfterTheCall_IsNotSaid()
    {
        var induced = Induce(Many(i => new Conversation().User("print it").Call("print", $$"""{"copies":1{{i}}}""").User($"ah, 1{i}")));
        Assert.Single(induced.Unexplained);
    }

    [Fact]
    public void Induce_FlagAndAnotherFlag_AreNotBound()
    {
        var plan = Induce(Many(i => new Conversation().User($"ship S{i}").Call("check", $$"""{"id":"S{{i}}"}""", """{"ok":true}""").Call("ship", $$"""{"id":"S{{i}}","express":true}"""))).Plan;
        Assert.IsType<ConstantValue>(Argument(plan, 1, "express"));
    }

    private static InducedPlan Induce(IReadOnlyList<EffectiveTrace> traces, params ToolDefinition[] tools) =>
        new PlanInductor(tools.ToDictionary(tool => tool.Name)).Induce(traces);

    private static List<EffectiveTrace> Many(Func<int, Conversation> make) => [.. Enumerable.Range(1, 3).Select(i => EvolutionEngine.Trace(make(i).Items, []))];

    private static PlanValue Argument(SkillPlan plan, int step, string name) => Assert.IsType<ObjectValue>(plan.Steps[step].Arguments).Members[name];
}
