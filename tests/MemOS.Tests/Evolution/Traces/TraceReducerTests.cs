using MemOS.Evolution;
using static MemOS.Tests.Evolution.Conversation;

namespace MemOS.Tests.Evolution.Traces;

public sealed class TraceReducerTests
{
    [Fact]
    public void Trace_FailedCallTriedAgain_IsDropped() => Assert.Equal("deploy", Signature(
        new Conversation().User("deploy").Call("deploy", """{"id":"gateway"}""", "!no such build").Call("deploy", """{"id":"b-1"}""")));

    [Fact]
    public void Trace_FailedCallNeverTriedAgain_Stays() => Assert.Equal("deploy → notify", Signature(
        new Conversation().User("deploy").Call("deploy", """{"id":"b-1"}""", "!broken").Call("notify", "{}")));

    [Fact]
    public void Trace_ReadOnlyCallWhoseResultIsUsed_Stays() => Assert.Equal("find → cancel", Signature(
        new Conversation().User("cancel Ada's order").Call("find", """{"name":"Ada"}""", """{"order":"O-1"}""").Call("cancel", """{"order":"O-1"}"""), Reader("find")));

    [Fact]
    public void Trace_ReadOnlyCallWhoseResultTheUserSaid_IsDropped() => Assert.Equal("cancel", Signature(
        new Conversation().User("cancel O-1 of Ada").Call("find", """{"name":"Ada"}""", """{"order":"O-1"}""").Call("cancel", """{"order":"O-1"}"""), Reader("find")));

    [Fact]
    public void Trace_Echo_IsNoUse() => Assert.Equal("find → upgrade", Signature(
        new Conversation().User("upgrade Ada").Call("find", """{"name":"Ada"}""", """{"id":"C-31"}""").Call("profile", """{"id":"C-31"}""", """{"id":"C-31","since":2019}""")
            .Call("upgrade", """{"id":"C-31"}"""), Reader("find"), Reader("profile")));

    [Fact]
    public void Trace_LookUpForADroppedLookUp_IsDroppedToo() => Assert.Equal("order", Signature(
        new Conversation().User("order MUG-1").Call("find", """{"name":"x"}""", """{"shop":"S-9"}""").Call("stock", """{"shop":"S-9"}""", """{"left":3}""").Call("order", """{"sku":"MUG-1"}"""),
        Reader("find"), Reader("stock")));

    [Fact]
    public void Trace_UnusedEffect_IsNeverDropped() => Assert.Equal("log → order", Signature(
        new Conversation().User("order MUG-1").Call("log", "{}", """{"id":"L-1"}""").Call("order", """{"sku":"MUG-1"}""")));

    [Fact]
    public void Trace_FlagInAResult_IsNoUse() => Assert.Equal("order", Signature(
        new Conversation().User("order MUG-1").Call("stock", """{"sku":"MUG-1"}""", """{"available":true}""").Call("order", """{"sku":"MUG-1","express":true}"""), Reader("stock")));

    [Fact]
    public void Trace_ReadOnlyTasks_HaveNoEffectiveCall()
    {
        var trace = Trace(new Conversation().User("How many MUG-1?").Call("stock", """{"sku":"MUG-1"}""", """{"left":4}"""), Reader("stock"));
        Assert.Empty(trace.Calls);
        Assert.NotEmpty(Assert.Single(trace.Dropped).Reason);
    }

    [Fact]
    public void Trace_RevisionBeforeTheEffect_TheFinalValuesStay()
    {
        var trace = Trace(new Conversation().User("room on the 2025-05-10").Call("slot", """{"day":"2025-05-10"}""", """{"slot":"S-1"}""").Assistant("Shall I?")
            .User("make it 2025-05-12").Call("slot", """{"day":"2025-05-12"}""", """{"slot":"S-2"}""").Call("book", """{"slot":"S-2"}"""), Reader("slot"));
        Assert.Equal("slot → book", trace.Signature);
        Assert.Contains("2025-05-12", trace.Calls[0].Arguments.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Trace_RevisionAfterTheEffect_IsLonger() => Assert.Equal("book → move", Signature(
        new Conversation().User("book S-1").Call("book", """{"slot":"S-1"}""", """{"event":"E-1"}""").Assistant("Booked.").User("no, S-2 please").Call("move", """{"event":"E-1","slot":"S-2"}""")));

    private static MemOS.Evolution.Traces.EffectiveTrace Trace(Conversation talk, params ToolDefinition[] tools) => EvolutionEngine.Trace(talk.Items, tools);

    private static string Signature(Conversation talk, params ToolDefinition[] tools) => Trace(talk, tools).Signature;
}
