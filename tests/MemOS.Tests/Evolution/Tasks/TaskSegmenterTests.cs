using MemOS.Evolution;
using MemOS.Evolution.Tasks;
using static MemOS.Tests.Evolution.Conversation;

namespace MemOS.Tests.Evolution.Tasks;

public sealed class TaskSegmenterTests
{
    [Fact]
    public void Evolve_ThanksOpeningTheNextRequest_AreTwoTasks()
    {
        var tasks = Return(Return(new(), "Please return order 1001", 1001), "Thanks! Now please return order 1002", 1002).Evolve().Tasks;
        Assert.Equal([TaskOutcome.Success, TaskOutcome.Unknown], tasks.Select(task => task.Outcome));
        Assert.StartsWith("Now please return", tasks[1].Goal, StringComparison.Ordinal);
    }

    [Fact]
    public void Evolve_PauseOfTwoHours_OpensAnother()
    {
        var tasks = Return(Return(new(), "Return order 1001", 1001).Pause(2), "And 1002", 1002).Evolve().Tasks;
        Assert.Equal(2, tasks.Count);
    }

    [Fact]
    public void Evolve_FeedbackAfterAPause_CountsForTheTaskBefore()
    {
        var task = Assert.Single(Return(new(), "Return order 1001", 1001).Pause(5).User("The refund arrived, thanks!").Evolve().Tasks);
        Assert.Equal(TaskOutcome.Success, task.Outcome);
    }

    [Fact]
    public void Evolve_SmallTalkAndQuestions_AreSkippedWithAReason()
    {
        var result = Return(new Conversation().User("Good morning!").Assistant("Good morning! How can I help?"), "Return order 1001", 1001)
            .User("Thanks!").Assistant("You're welcome.").User("What are your opening hours?").Assistant("From nine to five.").Evolve();
        Assert.Single(result.Tasks);
        Assert.Equal(2, result.Skipped.Count);
        Assert.All(result.Skipped, span => Assert.NotEmpty(span.Reason));
    }

    [Theory]
    [InlineData("No wait, make it the 12th")]
    [InlineData("sorry, I meant the 12th")]
    [InlineData("\u4E0D\u5BF9\uFF0C\u6539\u6210 12th")]
    public void Evolve_Correction_IsARevisionOfTheSameTask(string correction)
    {
        var result = new Conversation().User("Book room A for the 10th").Call("find_slot", """{"room":"A","day":"10"}""", """{"slot":"S1"}""")
            .Assistant("Free at ten. Shall I book?").User(correction).Call("find_slot", """{"room":"A","day":"12"}""", """{"slot":"S2"}""")
            .Call("book", """{"slot":"S2"}""").Assistant("Booked.").User("Perfect").Evolve(Reader("find_slot"));
        var task = Assert.Single(result.Tasks);
        Assert.Equal(TaskOutcome.Success, task.Outcome);
        Assert.Contains(result.Judgements, judgement => judgement.Relation == TurnRelation.Revision && judgement.Confidence > 0.5 && judgement.Reasons.Count > 0);
    }

    [Theory]
    [InlineData("sweet, thanks. So there's this lady who is after the floor sander", "Happy to. For how many days?")]
    [InlineData("Cheers! and then a rental for Hattie Osborne, the post hole auger", "Until which day does she want it?")]
    [InlineData("谢了兄弟。东岗村要一台旋耕机", "行。给谁家用，哪天去？")]
    public void Evolve_RequestThatIsTold_AndAskedMoreAbout_OpensATask(string told, string asked)
    {
        var tasks = Return(new(), "Please return order 1001", 1001).User(told).Assistant(asked).User("5 days")
            .Call("create_rental", """{"days":5}""").Assistant("R-1204 is open.").User("beautiful, thanks").Evolve().Tasks;
        Assert.Equal([TaskOutcome.Success, TaskOutcome.Success], tasks.Select(task => task.Outcome));
        Assert.Equal(2, tasks[1].Statements.Count(statement => told.EndsWith(statement.Text, StringComparison.Ordinal) || statement.Text == "5 days"));
    }

    [Theory]
    [InlineData("you're an angel", "My pleasure!", TaskOutcome.Success)]
    [InlineData("得劲，省得我跑一趟", "应该的。", TaskOutcome.Success)]
    [InlineData("Oh brilliant, really brilliant. She FAILED the exam.", "I misunderstood, I'm very sorry.", TaskOutcome.Failure)]
    [InlineData("Thanks anyway, I'll ask my sister.", "You're welcome.", TaskOutcome.Failure)]
    [InlineData("I'll look at it tonight, thanks", "You're welcome.", TaskOutcome.Unknown)]
    [InlineData("Thanks!", "Sorry again for the delay earlier.", TaskOutcome.Success)]
    [InlineData("do you like jazz?", "Sorry, I have no taste in music.", TaskOutcome.Unknown)]
    [InlineData("你喜欢爵士乐吗？", "不好意思，我不懂音乐。", TaskOutcome.Unknown)]
    [InlineData("perfect", "Sorry, I did not catch that. Could you repeat?", TaskOutcome.Success)]
    [InlineData("Perfect, thanks!", "Sorry it took so long.", TaskOutcome.Success)]
    [InlineData("it is still broken", "I would be glad to look into it.", TaskOutcome.Failure)]
    [InlineData("还是进不去", "随时为您服务。", TaskOutcome.Failure)]
    [InlineData("谢谢", "不好意思，让您久等了。", TaskOutcome.Success)]
    [InlineData("is it going to rain this weekend?", "I can't see the forecast from here, sorry.", TaskOutcome.Unknown)]
    [InlineData("hi", "Welcome back! What can I do?", TaskOutcome.Unknown)]
    [InlineData("bye", "Happy to help. Bye!", TaskOutcome.Unknown)]
    [InlineData("not sure that was the right amount", "I can look it up.", TaskOutcome.Unknown)]
    [InlineData("I'll be ten minutes late on Monday", "No problem, the room stays yours.", TaskOutcome.Unknown)]
    [InlineData("not sure why you booked the wrong room", "I can look it up.", TaskOutcome.Failure)]
    [InlineData("great, another broken room", "Thanks for letting me know.", TaskOutcome.Failure)]
    public void Evolve_HowTheAssistantTookAMessage_TellsWhatItWas(string said, string answer, TaskOutcome outcome) =>
        Assert.Equal(outcome, Assert.Single(Return(new(), "Please return order 1001", 1001).User(said).Assistant(answer).Evolve().Tasks).Outcome);

    [Theory]
    [InlineData("super. Elio Conti can't make it, put him on Friday")]
    [InlineData("brill. LB-2044 wants Piranesi")]
    [InlineData("太好了。另外把停车证 TC-0688 取消吧，业主不住了")]
    public void Evolve_PraiseBeforeTheNextRequest_OutlivesTheTroubleThatIsToldThere(string next)
    {
        var tasks = Return(new(), "Please return order 1001", 1001).User(next).Call("move_slot", """{"client":"Elio Conti","day":"Friday"}""").Assistant("Done.").Evolve().Tasks;
        Assert.Equal([TaskOutcome.Success, TaskOutcome.Unknown], tasks.Select(task => task.Outcome));
    }

    [Fact]
    public void Evolve_RemarkThatNobodyAnswered_IsNoBeginningOfTheNextTask()
    {
        var tasks = new Conversation().User("E1188 报交通 92 元").Call("get_employee", """{"id":"E1188"}""", "!not found").Assistant("系统里找不到工号 E1188。")
            .User("奇怪，那我去问问人事").User("把 BX-5044 撤回来").Call("withdraw_report", """{"id":"BX-5044"}""").Assistant("已撤回到草稿。").User("好的，谢谢").Evolve().Tasks;
        Assert.Equal([TaskOutcome.Failure, TaskOutcome.Success], tasks.Select(task => task.Outcome));
        Assert.Equal("把 BX-5044 撤回来", tasks[1].Goal);
    }

    [Fact]
    public void Evolve_AnotherWayAfterAFailure_StaysInTheTask()
    {
        var task = Assert.Single(new Conversation().User("Reserve Midnight Ferrymen for Tomas on 2025-09-11").Call("reserve", """{"film":"Midnight Ferrymen","day":"2025-09-11"}""", "!all tables taken")
            .Assistant("All tables are taken on the 11th.").User("pity. He could come 2025-09-12 instead: Midnight Ferrymen").Call("reserve", """{"film":"Midnight Ferrymen","day":"2025-09-12"}""")
            .Assistant("Done.").User("terrific").Evolve().Tasks);
        Assert.Equal(TaskOutcome.Success, task.Outcome);
    }

    [Fact]
    public void Evolve_RequestThatIsAskedAboutTwice_GoesWithWhatIsThenCalled()
    {
        var result = Return(new(), "Please return order 1001", 1001).User("great. And me, I'm looking for a room").Assistant("Which room, and when?")
            .User("the Crypt").Assistant("On which day?").User("on 2025-10-17").Call("book_room", """{"room":"the Crypt","date":"2025-10-17"}""").Assistant("Booked.").User("thanks").Evolve();
        Assert.Equal([TaskOutcome.Success, TaskOutcome.Success], result.Tasks.Select(task => task.Outcome));
        Assert.Single(result.Tasks[1].Calls);
        Assert.Contains(result.Tasks[1].Statements, statement => statement.Text == "the Crypt");
    }

    [Fact]
    public void Evolve_AnotherRequestOnTheSameDayAfterAFailure_IsATaskOfItsOwn()
    {
        var tasks = new Conversation().User("Book the hall for Ada Byron on Friday at 10:30").Call("book", """{"room":"the hall","for":"Ada Byron","day":"Friday","time":"10:30"}""", "!the hall is taken").Assistant("The hall is taken.")
            .User("Please book the attic for Karl Marx on Friday at 18:45").Call("book", """{"room":"the attic","for":"Karl Marx","day":"Friday","time":"18:45"}""").Assistant("Booked.").User("thanks").Evolve().Tasks;
        Assert.Equal([TaskOutcome.Failure, TaskOutcome.Success], tasks.Select(task => task.Outcome));
    }

    [Fact]
    public void Evolve_ManySighsAfterAFailure_AreReadAtOnce()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var result = new Conversation().User("reserve r-1001").Call("reserve", """{"room":"r-1001"}""", "!taken").Assistant("It is taken.")
            .User(string.Concat(Enumerable.Repeat("oh, ", 60)) + "r-2002").Call("reserve", """{"room":"r-2002"}""").Assistant("Done.").Evolve();
        Assert.NotEmpty(result.Tasks);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), watch.Elapsed.ToString());
    }

    [Fact]
    public void Evolve_DroppingSomethingElse_TakesBackNoPraise() =>
        Assert.Equal(TaskOutcome.Success, Assert.Single(Return(new(), "Please return order 1001", 1001).User("it arrived, thanks").Assistant("You're welcome.").User("forget what I said about the printer").Assistant("OK.").Evolve().Tasks).Outcome);

    [Fact]
    public void Evolve_CorrectionInFewWords_IsNeitherPraiseNorATaskOfItsOwn()
    {
        var task = Assert.Single(new Conversation().User("Book room A12 on Monday").Call("book_room", """{"room":"A12","day":"Monday"}""").Assistant("Booked.")
            .User("no sorry, Wednesday").Call("book_room", """{"room":"A12","day":"Wednesday"}""").Assistant("Moved to Wednesday.").Evolve().Tasks);
        Assert.Equal(TaskOutcome.Unknown, task.Outcome);
    }

    [Fact]
    public void Evolve_SomebodyElseWithTheSameAfterAFailure_IsATaskOfItsOwn()
    {
        var tasks = new Conversation().User("Book room A12 on Monday").Call("book_room", """{"room":"A12","day":"Monday"}""", "!taken").Assistant("A12 is taken.").User("ok")
            .User("Lisa needs a room on Monday too, C5").Call("book_room", """{"room":"C5","day":"Monday"}""").Assistant("Booked.").User("good").Evolve().Tasks;
        Assert.Equal([TaskOutcome.Failure, TaskOutcome.Success], tasks.Select(task => task.Outcome));
    }

    [Fact]
    public void Evolve_TheSameAgainAfterAComplaint_StaysInTheTask() =>
        Assert.Single(new Conversation().User("restart mail").Call("restart", """{"service":"mail"}""").Assistant("Restarted.").User("still stuck").Assistant("Hm.")
            .User("restart mail again").Call("restart", """{"service":"mail"}""").Assistant("Restarted.").User("works now").Evolve().Tasks);

    [Fact]
    public void Evolve_WhatWasBegunByAQuestion_IsOfTheWorkWhoseResultItTakes() =>
        Assert.Single(new Conversation().User("Find customer Olsen").Call("find_customer", """{"name":"Olsen"}""", """{"id":"C9"}""").Assistant("Found.")
            .User("write to her about the bike").Assistant("What should it say?").User("bike is ready").Call("send_note", """{"to":"C9","text":"bike is ready"}""").Assistant("Sent.").Evolve(Reader("find_customer")).Tasks);

    [Fact]
    public void Evolve_ForgetTheThing_DropsTheTask() =>
        Assert.Equal(TaskOutcome.Failure, Assert.Single(new Conversation().User("order 3 pizza").Call("order_food", """{"dish":"pizza","count":3}""").Assistant("Ordered, shall I add drinks?").User("forget the pizza").Assistant("OK.").Evolve().Tasks).Outcome);

    [Fact]
    public void Evolve_ArgumentsThatNameAMemberTwice_AreComparedAllTheSame()
    {
        var task = Assert.Single(new Conversation().User("reserve Midnight Ferrymen").Call("reserve", """{"film":"Midnight Ferrymen","film":"Midnight"}""", "!no such film")
            .Assistant("There is no such film.").User("then Midnight Ferrymen, the long one").Call("reserve", """{"film":"Midnight Ferrymen"}""").Assistant("Done.").User("thanks").Evolve().Tasks);
        Assert.Equal((TaskOutcome.Success, 2), (task.Outcome, task.Calls.Count));
    }

    [Fact]
    public void Evolve_AnAdditionToWhatWasJustMade_StaysInTheTask()
    {
        var task = Assert.Single(new Conversation().User("onboard Hanna Weiss, channel finance-all").Call("create_account", """{"name":"Hanna Weiss"}""", """{"account":"A-771"}""")
            .Call("add_to_channel", """{"account":"A-771","channel":"finance-all"}""").Assistant("Hanna is set up.")
            .User("she should also be in vienna-office").Call("add_to_channel", """{"account":"A-771","channel":"vienna-office"}""").Assistant("Added there too.").User("great, thanks").Evolve().Tasks);
        Assert.Equal((TaskOutcome.Success, 3), (task.Outcome, task.Calls.Count));
    }

    [Fact]
    public void Evolve_AnswersToQuestions_StayInTheTask()
    {
        var task = Assert.Single(new Conversation().User("I want to return something").Assistant("Which order?").User("1002")
            .Call("create_return", """{"order_id":1002}""").Assistant("Done.").User("great").Evolve().Tasks);
        Assert.Equal(3, task.Statements.Count);
        Assert.Equal("I want to return something", task.Goal);
    }

    [Fact]
    public void Evolve_NewTopicSaidOutright_OpensAnother()
    {
        var tasks = Return(new(), "Return order 1001", 1001).User("New topic: water the roses").Call("water", """{"zone":"roses"}""").Evolve().Tasks;
        Assert.Equal(2, tasks.Count);
    }

    // "Instead" corrects; but what takes nothing of the work, and comes "then", is another piece of it.
    [Fact]
    public void Evolve_ThenSomethingElseAfterARefusal_OpensAnother()
    {
        var tasks = new Conversation().User("Book the sauna for Ida").Call("find", """{"name":"Ida"}""", """{"id":"M-9"}""").Call("book", """{"id":"M-9"}""", "!no slot left").Assistant("It is full.")
            .User("Then extend pass P-77 for him instead.").Call("extend", """{"pass":"P-77"}""").Assistant("Extended.").Evolve(Reader("find")).Tasks;
        Assert.Equal([TaskOutcome.Failure, TaskOutcome.Unknown], tasks.Select(task => task.Outcome));
    }

    // A few words go on with unfinished work; but not when the user has done with it and they bring values of their own alone.
    [Fact]
    public void Evolve_AFewWordsAfterTheUserHasDoneWithIt_OpenAnother()
    {
        var tasks = new Conversation().User("Row A, 2 seats, Salt").Call("find", """{"title":"Salt"}""", """{"id":"F-4"}""").Call("seats", """{"id":"F-4","row":"A"}""", "!closed").Assistant("Row A is closed.")
            .User("That's no good then.").Assistant("Sorry.")
            .User("And Winterlight, row F").Call("find", """{"title":"Winterlight"}""", """{"id":"F-5"}""").Call("seats", """{"id":"F-5","row":"F"}""").Assistant("Reserved.").Evolve(Reader("find")).Tasks;
        Assert.Equal([TaskOutcome.Failure, TaskOutcome.Unknown], tasks.Select(task => task.Outcome));
    }

    [Fact]
    public void Evolve_ThenTheNextStepOfTheSameWork_StaysInTheTask()
    {
        var task = Assert.Single(new Conversation().User("Is the sauna free for Ida?").Call("find", """{"name":"Ida"}""", """{"id":"M-9"}""").Assistant("It is.")
            .User("Then book it").Call("book", """{"id":"M-9"}""").Assistant("Booked.").Evolve(Reader("find")).Tasks);
        Assert.Equal(2, task.Calls.Count);
    }

    [Fact]
    public void Evolve_FollowUpThatUsesAnEarlierResult_StaysInTheTask()
    {
        var task = Assert.Single(new Conversation().User("Book a table at Luigi's").Call("book", """{"place":"Luigi's"}""", """{"booking":"BK-77"}""").Assistant("Booked.")
            .User("Please also add a note: high chair").Call("add_note", """{"booking":"BK-77","note":"high chair"}""").Assistant("Added.").Evolve().Tasks);
        Assert.Equal(2, task.Calls.Count);
    }

    [Fact]
    public void Evolve_SessionsSideBySide_AreSegmentedApart()
    {
        var first = Return(new("a"), "Return order 1001", 1001).User("thanks").Items;
        var second = Return(new("b", 100), "Return order 1002", 1002).User("still broken").Items;
        var mixed = first.Zip(second).SelectMany(pair => new[] { pair.First, pair.Second }).ToList();
        var tasks = new EvolutionEngine().Evolve(mixed, []).Tasks;
        Assert.Equal([TaskOutcome.Success, TaskOutcome.Failure], tasks.Select(task => task.Outcome));
    }

    [Fact]
    public void Evolve_WithinTheIdleGap_TheLastTaskStaysOpen()
    {
        var items = Return(new(), "Return order 1001", 1001).Items;
        var engine = new EvolutionEngine();
        Assert.True(engine.Evolve(items, [], items[^1].Content.Time.AddMinutes(10)).Tasks[0].IsOpen);
        Assert.False(engine.Evolve(items, [], items[^1].Content.Time.AddHours(3)).Tasks[0].IsOpen);
    }

    [Fact]
    public void Evolve_ReusedCallIds_EachCallTakesItsOwnResult()
    {
        var items = new Conversation().User("a").Call("one", "{}", "1").Call("two", "{}", "2").Items
            .Select(item => item with
            {
                Content = item.Content with
                {
                    ToolCalls = [.. item.Content.ToolCalls.Select(call => call with { CallId = "x" })],
                    ToolResults = [.. item.Content.ToolResults.Select(result => result with { CallId = "x" })],
                },
            }).ToList();
        Assert.Equal(["1", "2"], new EvolutionEngine().Evolve(items, []).Tasks[0].Calls.Select(call => call.Result!.Value.GetRawText()));
    }

    private static Conversation Return(Conversation talk, string request, int order) =>
        talk.User(request).Call("create_return", $$"""{"order_id":{{order}}}""", $$"""{"return_id":"R{{order}}"}""").Assistant("The return is created.");
}
