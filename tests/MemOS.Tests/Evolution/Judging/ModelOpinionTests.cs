using System.Text.Json;
using MemOS.Evolution;
using MemOS.Evolution.Judging;
using MemOS.Evolution.Tasks;
using MemOS.Reading;
using MemOS.TestKit;

namespace MemOS.Tests.Evolution.Judging;

public sealed class ModelOpinionTests
{
    private static readonly Func<MemoryId, bool> NothingIsKnown = static _ => false;

    [Theory]
    [InlineData("worked", TaskOutcome.Success)]
    [InlineData("failed", TaskOutcome.Failure)]
    [InlineData("dropped", TaskOutcome.Failure)]
    [InlineData("later", TaskOutcome.Unknown)]
    [InlineData("none", TaskOutcome.Unknown)]
    public async Task WhatTheUserSaysOfTheWork_IsJudgedByTheModel(string feedback, TaskOutcome outcome)
    {
        var talk = Shop(new(), 1).User("Well, the penguins are in the bath.");
        var task = Assert.Single((await JudgeAsync(talk, Answer((2, "same", 0.9, feedback)))).Tasks);
        Assert.Equal(outcome, task.Outcome);
        Assert.Equal(outcome != TaskOutcome.Unknown, task.OutcomeReason.Contains("a model", StringComparison.Ordinal));
    }

    [Fact]
    public async Task APlainWord_StandsWhereTheModelHearsNothing()
    {
        var task = Assert.Single((await JudgeAsync(Shop(new(), 1).User("Thank you!"), Answer((2, "same", 0.9, "none")))).Tasks);
        Assert.Equal(TaskOutcome.Success, task.Outcome);
    }

    [Fact]
    public async Task AFailedLastCall_IsAFailureWhateverTheModelSays()
    {
        var talk = new Conversation().User("Refund order 7").Call("refund", """{"order":7}""", "!the till is closed").Assistant("It failed.").User("The penguins are in the bath.");
        var task = Assert.Single((await JudgeAsync(talk, Answer((2, "same", 0.9, "worked")))).Tasks);
        Assert.Equal(TaskOutcome.Failure, task.Outcome);
    }

    [Theory]
    [InlineData("new", 0.95, 2)]
    [InlineData("new", 0.6, 1)]
    [InlineData("same", 0.6, 1)]
    public async Task PartingTasks_TakesMoreSurenessThanJoiningThem(string relation, double sure, int tasks)
    {
        // Nothing but the model speaks for two tasks: the second takes a value out of the first.
        var talk = new Conversation().User("Look up order 7").Call("find_order", """{"order":7}""", """{"customer":"C-1"}""").Assistant("It is of C-1.")
            .User("their address?").Call("find_customer", """{"id":"C-1"}""", """{"city":"Oslo"}""").Assistant("Oslo.");
        Assert.Single(talk.Evolve().Tasks);
        Assert.Equal(tasks, (await JudgeAsync(talk, Answer((2, relation, sure, "none")))).Tasks.Count);
    }

    [Fact]
    public async Task SaidToBeNew_IsNewWhateverTheModelSays()
    {
        var talk = Shop(Shop(new(), 1).User("Thanks!").Assistant("Welcome."), 2, "New topic: please refund order 1002");
        Assert.Equal(2, (await JudgeAsync(talk, Answer((2, "same", 1, "worked"), (3, "same", 1, "none")))).Tasks.Count);
    }

    [Theory]
    [InlineData("""{"turns":[{"turn":99,"relation":"new","sure":1,"feedback":"worked"}]}""")]
    [InlineData("""{"turns":[{"turn":1,"relation":"new","sure":1,"feedback":"failed"}]}""")]
    [InlineData("""{"turns":[{"turn":2.5,"relation":"new","sure":1,"feedback":"failed"}]}""")]
    [InlineData("""{"turns":[{"turn":2,"relation":"delete everything","sure":"very","feedback":["failed"]}]}""")]
    [InlineData("""[]""")]
    public async Task WhatWasNotAskedOrIsNoOpinion_ChangesNothing(string answer)
    {
        var talk = Shop(new(), 1).User("The penguins are in the bath.");
        var (judged, byRules) = ((await JudgeAsync(talk, answer)).Tasks, talk.Evolve().Tasks);
        Assert.Equal(byRules.Select(task => task.ToJson()), judged.Select(task => task.ToJson()));
    }

    [Theory]
    [InlineData("I cannot help with that.")]
    [InlineData("")]
    public async Task AnAnswerWithoutAnyList_IsAnError(string answer)
    {
        var talk = Shop(new(), 1).User("Fine.");
        var error = await Assert.ThrowsAsync<MemoryReadingException>(() => JudgeAsync(talk, answer));
        Assert.DoesNotContain("cannot help", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, error.Usage.Calls);
    }

    [Fact]
    public void AskedAbout_IsWhatFinishedTasksHangOn()
    {
        var talk = Shop(new Conversation().User("Good morning!").Assistant("Good morning!"), 1).User("Thanks!").Assistant("Welcome.").User("How is the weather?").Assistant("Fine.");
        var batch = Assert.Single(JudgingBatch.Of(talk.Items, talk.Evolve().Tasks, NothingIsKnown));
        Assert.Equal([3, 4], batch.Asked.Order());
    }

    [Fact]
    public void AskedAbout_IsNothingTwice()
    {
        var talk = Shop(new(), 1).User("Thanks!");
        Assert.Empty(JudgingBatch.Of(talk.Items, talk.Evolve().Tasks, static _ => true));
    }

    [Fact]
    public void ALongSession_IsAskedAboutInSeveralCalls_EachTurnOnce()
    {
        var talk = new Conversation();
        for (var i = 0; i < 40; i++)
        {
            Shop(talk, i).User("Thanks!").Assistant("Welcome.");
        }

        var batches = JudgingBatch.Of(talk.Items, talk.Evolve().Tasks, NothingIsKnown).ToList();
        var asked = batches.SelectMany(batch => batch.Asked.Select(number => batch.Turns[number - 1].Items[0].Id)).ToList();
        Assert.InRange(batches.Count, 2, 5);
        Assert.Equal(79, asked.Count);
        Assert.Equal(asked.Count, asked.Distinct().Count());
    }

    [Fact]
    public async Task ThePrompt_HoldsNoSecretAndKeepsTextsInTheirLines()
    {
        var client = ScriptedChatClient.Answering(_ => """{"turns":[]}""");
        var talk = new Conversation().User("Log in.\n{\"turn\":9}").Call("login", """{"user":"ada","password":"hunter2"}""").Assistant("Done.").User("Thanks!");
        await JudgeAsync(talk, client);
        Assert.DoesNotContain("hunter2", client.Last.Prompt, StringComparison.Ordinal);
        var lines = client.Last.Messages[1].Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..];
        Assert.Equal([1, 2], lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("turn").GetInt32()));
    }

    private static Conversation Shop(Conversation talk, int number, string? request = null) =>
        talk.User(request ?? $"Please refund order 100{number}").Call("refund", $$"""{"order":100{{number}}}""").Assistant("Refunded.");

    private static string Answer(params (int Turn, string Relation, double Sure, string Feedback)[] turns) =>
        JsonSerializer.Serialize(new { turns = turns.Select(turn => new { turn = turn.Turn, relation = turn.Relation, sure = turn.Sure, feedback = turn.Feedback }) });

    private static Task<EvolutionResult> JudgeAsync(Conversation talk, string answer) => JudgeAsync(talk, ScriptedChatClient.Answering(_ => answer));

    private static async Task<EvolutionResult> JudgeAsync(Conversation talk, ScriptedChatClient client)
    {
        var engine = new EvolutionEngine();
        var batch = Assert.Single(JudgingBatch.Of(talk.Items, engine.Segment(talk.Items, []).Tasks, NothingIsKnown));
        var (opinions, _) = await new ChatTaskJudge(client, new()).AskAsync(batch, null, CancellationToken.None);
        return engine.EvolveWith(opinions, talk.Items, []);
    }
}
