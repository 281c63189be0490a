using MemOS.Evolution.Tasks;

namespace MemOS.Tests.Evolution.Tasks;

public sealed class OutcomeJudgeTests
{
    [Theory]
    [InlineData("thanks, that worked", TaskOutcome.Success)]
    [InlineData("still broken", TaskOutcome.Failure)]
    [InlineData("It came up while I was still in the cellar.", TaskOutcome.Success)]
    [InlineData("\u73B0\u5728\u8FDE\u5F97\u4E0A\u4E86\uFF0C\u9EBB\u70E6\u4F60\u4EEC\u4E86", TaskOutcome.Success)]
    [InlineData("never mind", TaskOutcome.Failure)]
    [InlineData("The date is wrong.", TaskOutcome.Failure)]
    [InlineData("\u65E5\u671F\u4E0D\u5BF9\u554A", TaskOutcome.Failure)]
    [InlineData("\u7B97\u4E86", TaskOutcome.Failure)]
    [InlineData("I'll check later", TaskOutcome.Unknown)]
    [InlineData("Thanks, I'll check later", TaskOutcome.Unknown)]
    [InlineData("ok", TaskOutcome.Unknown)]
    [InlineData("", TaskOutcome.Unknown)]
    public void Evolve_Feedback_DecidesTheOutcome(string feedback, TaskOutcome expected)
    {
        var talk = new Conversation().User("Reset router R-10").Call("reset", """{"router":"R-10"}""").Assistant("Done.");
        var task = Assert.Single((feedback.Length == 0 ? talk : talk.User(feedback)).Evolve().Tasks);
        Assert.Equal(expected, task.Outcome);
        Assert.NotEmpty(task.OutcomeReason);
    }

    [Fact]
    public void Evolve_MarksAloneAfterAQuestion_JudgeNothing()
    {
        var task = Assert.Single(new Conversation().User("Reset R-10").Call("reset", """{"router":"R-10"}""").Assistant("Done. Does it work now?").User("?!").Evolve().Tasks);
        Assert.Equal(TaskOutcome.Unknown, task.Outcome);
    }

    [Fact]
    public void Evolve_LastCallFailed_IsFailureDespiteThanks()
    {
        var task = Assert.Single(new Conversation().User("Reset R-10").Call("reset", """{"router":"R-10"}""", "!offline").Assistant("It is offline.").User("ok, thanks").Evolve().Tasks);
        Assert.Equal(TaskOutcome.Failure, task.Outcome);
    }

    [Fact]
    public void Evolve_FailedCallTriedAgain_IsNoFailure()
    {
        var task = Assert.Single(new Conversation().User("Reset R-10").Call("reset", """{"router":"R-10"}""", "!busy").Call("reset", """{"router":"R-10"}""").Assistant("Done.").User("great").Evolve().Tasks);
        Assert.Equal(TaskOutcome.Success, task.Outcome);
    }

    [Fact]
    public void Evolve_DropOpeningTheNextRequest_CountsForTheTaskBefore()
    {
        var tasks = new Conversation().User("Book a flight to Oslo").Call("search", """{"to":"Oslo"}""").Assistant("It is 400 euros. Shall I book?")
            .User("Forget that. Water the roses instead").Call("water", """{"zone":"roses"}""").Assistant("Watering.").Evolve().Tasks;
        Assert.Equal([TaskOutcome.Failure, TaskOutcome.Unknown], tasks.Select(task => task.Outcome));
    }

    [Fact]
    public void Evolve_ComplaintThenRepair_TheLastWordHolds()
    {
        var task = Assert.Single(new Conversation().User("Restart Teams").Call("restart", """{"app":"Teams"}""").Assistant("Restarted.")
            .User("nope, same problem").Call("clear_cache", """{"app":"Teams"}""").Assistant("Cleared.").User("works now, thanks").Evolve().Tasks);
        Assert.Equal(TaskOutcome.Success, task.Outcome);
    }

    [Fact]
    public void Evolve_ThanksForAnAnswerToSomethingElse_JudgesNothing()
    {
        var task = Assert.Single(new Conversation().User("Reset R-10").Call("reset", """{"router":"R-10"}""").Assistant("Done.")
            .User("Tell me, what is the capital of Peru?").Assistant("Lima.").User("thanks").Evolve().Tasks);
        Assert.Equal(TaskOutcome.Unknown, task.Outcome);
    }

    [Fact]
    public void Evolve_ThanksAfterAComplaint_DoNotTakeItBack()
    {
        var task = Assert.Single(new Conversation().User("Reset R-10").Call("reset", """{"router":"R-10"}""").Assistant("Done.")
            .User("It still doesn't work.").Assistant("I am sorry, I can do no more.").User("ok thank you").Evolve().Tasks);
        Assert.Equal(TaskOutcome.Failure, task.Outcome);
    }

    [Theory]
    [InlineData("The scanner in the attic can't be found by anyone, restart it")]
    [InlineData("Next: the scanner is down again, please have a look at it")]
    [InlineData("The scanner isn't working either")]
    public void Evolve_TroubleOfTheNextRequest_TakesNoPraiseBack(string next)
    {
        var tasks = new Conversation().User("Reset R-10").Call("reset", """{"router":"R-10"}""").Assistant("Done.").User("Perfect, we are online, thank you.").Assistant("Good.")
            .User(next).Call("restart", """{"device":"scanner"}""").Assistant("Restarted.").Evolve().Tasks;
        Assert.Equal([TaskOutcome.Success, TaskOutcome.Unknown], tasks.Select(task => task.Outcome));
    }

    [Theory]
    [InlineData("What a pity about the weather, my holidays start on Monday.")]
    [InlineData("今天下雨，可惜去不了公园")]
    public void Evolve_SighAboutSomethingElse_TakesNoPraiseBack(string sigh)
    {
        var task = Assert.Single(new Conversation().User("Reset R-10").Call("reset", """{"router":"R-10"}""").Assistant("Done.").User("Perfect, we are online, thank you.").Assistant("Good.")
            .User(sigh).Assistant("Oh dear.").Evolve().Tasks);
        Assert.Equal(TaskOutcome.Success, task.Outcome);
    }

    [Fact]
    public void Evolve_TroubleOfTheSameWork_TakesPraiseBack()
    {
        var task = Assert.Single(new Conversation().User("Reset R-10").Call("reset", """{"router":"R-10"}""").Assistant("Done.").User("Perfect, thank you.").Assistant("Good.")
            .User("Oh no, it is down again.").Assistant("I am sorry.").Evolve().Tasks);
        Assert.Equal(TaskOutcome.Failure, task.Outcome);
    }

    [Fact]
    public void Evolve_WhatTheUserMendedAfterAFailure_IsNoPraise()
    {
        var task = Assert.Single(new Conversation().User("Print the badge of Ola Berg").Call("print", """{"name":"Ola Berg"}""", "!out of ink").Assistant("The printer is out of ink.")
            .User("I've put new ink in, go on.").Call("print", """{"name":"Ola Berg"}""").Assistant("Printed.").User("It's round her neck, thanks.").Evolve().Tasks);
        Assert.Equal(TaskOutcome.Success, task.Outcome);
        Assert.Equal(2, task.Calls.Count);
    }

    [Theory]
    [InlineData("R-11 as well, it hums")]
    [InlineData("Now R-11, it hums")]
    public void Evolve_NextRequestAfterAComplaint_DoesNotTakeItBack(string next)
    {
        var tasks = new Conversation().User("Reset R-10").Call("reset", """{"router":"R-10"}""").Assistant("Done.").User("She says there is still nothing and she is losing patience.").Assistant("I am sorry.")
            .User(next).Call("reset", """{"router":"R-11"}""").Assistant("Done.").Evolve().Tasks;
        Assert.Equal([TaskOutcome.Failure, TaskOutcome.Unknown], tasks.Select(task => task.Outcome));
    }
}
