namespace MemOS.Tests.Chat;

public class HistoryAlignerTests
{
    private const string Nothing = "new none abandoned none";

    [Fact]
    public void Align_EmptyLog_RecordsEverything() =>
        Assert.Equal("new 0,1,2 abandoned none", Log.Of().Send("u:hi", "a:hello", "u:what now"));

    [Fact]
    public void Align_WholeHistoryAndOneMore_RecordsTheLast() =>
        Assert.Equal("new 2 abandoned none", Log.Of("u:hi", "a:hello").Send("u:hi", "a:hello", "u:what now"));

    [Fact]
    public void Align_SameMessagesAgain_RecordsNothing() =>
        Assert.Equal(Nothing, Log.Of("u:hi", "a:hello", "u:what now").Send("u:hi", "a:hello", "u:what now"));

    [Fact]
    public void Align_TwoEqualAnswersInARow_RecordsTheSecond()
    {
        var log = Log.Of("u:book it", "a:sure?", "u:yes", "a:really?");
        Assert.Equal("new 4 abandoned none", log.Send("u:book it", "a:sure?", "u:yes", "a:really?", "u:yes"));
        Assert.Equal(Nothing, log.Send("u:book it", "a:sure?", "u:yes", "a:really?", "u:yes"));
    }

    [Fact]
    public void Align_TwoEqualMessagesWithoutAnswerBetween_RecordsBoth()
    {
        var log = Log.Of("u:yes");
        Assert.Equal("new 1 abandoned none", log.Send("u:yes", "u:yes"));
        Assert.Equal(Nothing, log.Send("u:yes", "u:yes"));
    }

    [Fact]
    public void Align_OnlyTheLastMessage_RecordsItEvenIfSaidBefore() =>
        Assert.Equal("new 0 abandoned none", Log.Of("u:book it", "a:sure?", "u:yes", "a:done, more?").Send("u:yes"));

    [Fact]
    public void Align_OnlyTheLastMessageAgainAfterAFailure_RecordsNothing() =>
        Assert.Equal(Nothing, Log.Of("u:book it", "a:sure?", "u:yes").Send("u:yes"));

    [Fact]
    public void Align_TrimmedHistory_FindsItsPlace() =>
        Assert.Equal("new 2 abandoned none", Log.Of("u:a", "a:b", "u:c", "a:d", "u:e", "a:f").Send("u:e", "a:f", "u:g"));

    [Fact]
    public void Align_EditedLastMessage_AbandonsItAndItsAnswer() =>
        Assert.Equal("new 2 abandoned 3,4", Log.Of("u:a", "a:b", "u:c", "a:d").Send("u:a", "a:b", "u:c, or rather e"));

    [Fact]
    public void Align_EditedEarlyMessageWithItsTail_AbandonsThatMessageAlone()
    {
        var log = Log.Of("u:a", "a:b", "u:c", "a:d", "u:e", "a:f");
        Assert.Equal("new 2,6 abandoned 3", log.Send("u:a", "a:b", "u:C", "a:d", "u:e", "a:f", "u:g"));
        Assert.Equal(Nothing, log.Send("u:a", "a:b", "u:C", "a:d", "u:e", "a:f", "u:g"));
    }

    [Fact]
    public void Align_RegeneratedAnswer_AbandonsTheOldOne() =>
        Assert.Equal("new none abandoned 4", Log.Of("u:a", "a:b", "u:c", "a:d").Send("u:a", "a:b", "u:c"));

    [Fact]
    public void Align_RegeneratedFirstAnswer_AbandonsTheOldOne() =>
        Assert.Equal("new none abandoned 2", Log.Of("u:a", "a:b").Send("u:a"));

    [Fact]
    public void Align_RegeneratedAnswerWithItsToolCalls_AbandonsAllOfIt() =>
        Assert.Equal("new none abandoned 2,3,4", Log.Of("u:a", "a:call", "t:result", "a:d").Send("u:a"));

    [Fact]
    public void Align_CallerDroppedToolMessages_KeepsThemAndRecordsTheNew()
    {
        var log = Log.Of("u:a", "a:call", "t:result", "a:b", "u:c", "a:d");
        Assert.Equal("new 4 abandoned none", log.Send("u:a", "a:b", "u:c", "a:d", "u:e"));
        Assert.Equal(Nothing, log.Send("u:a", "a:b", "u:c", "a:d", "u:e"));
    }

    [Fact]
    public void Align_CallerKeepsOnlyQuestions_KeepsTheAnswers()
    {
        var log = Log.Of("u:a", "a:b");
        Assert.Equal("new 1 abandoned none", log.Send("u:a", "u:c"));
        log.Append(Log.Keys("a:d"));
        Assert.Equal("new 2 abandoned none", log.Send("u:a", "u:c", "u:e"));
    }

    [Fact]
    public void Align_CallerChangedTheAnswer_ReplacesIt()
    {
        var log = Log.Of("u:a", "a:b");
        Assert.Equal("new 1,2 abandoned 2", log.Send("u:a", "a:B", "u:c"));
        Assert.Equal(Nothing, log.Send("u:a", "a:B", "u:c"));
    }

    [Fact]
    public void Align_SummaryInFrontOfATrimmedHistory_IsNotRecorded() =>
        Assert.Equal("new 4 abandoned none", Log.Of("u:a", "a:b", "u:c", "a:d", "u:e", "a:f").Send("a:they spoke of a and b", "u:c", "a:d", "u:e", "u:g"));

    [Fact]
    public void Align_ChangingContextMessageInFront_DoesNotRecordHistoryAgain()
    {
        var log = Log.Of("u:it is ten", "u:a", "a:b", "u:c", "a:d");
        Assert.Equal("new 0,5 abandoned none", log.Send("u:it is eleven", "u:a", "a:b", "u:c", "a:d", "u:e"));
        Assert.Equal(Nothing, log.Send("u:it is eleven", "u:a", "a:b", "u:c", "a:d", "u:e"));
    }

    [Fact]
    public void Align_NewConversationWithTheSameGreeting_AbandonsNothing()
    {
        var log = Log.Of("u:hi", "a:hello", "u:what is a cube", "a:a space", "u:thanks", "a:welcome");
        Assert.Equal("new 0 abandoned none", log.Send("u:hi"));
        log.Append(Log.Keys("a:hello"));
        Assert.Equal("new 2 abandoned none", log.Send("u:hi", "a:hello", "u:what is a skill"));
    }

    [Fact]
    public void Align_RewoundConversation_AbandonsWhatCameAfter() =>
        Assert.Equal("new 2 abandoned 3,4,5,6", Log.Of("u:a", "a:b", "u:c", "a:d", "u:e", "a:f").Send("u:a", "a:b", "u:another way"));

    [Fact]
    public void Align_EqualTextsWithDifferentIds_AreDifferentMessages() =>
        Assert.Equal("new 2 abandoned none", Log.Of("u:yes#1", "a:ok").Send("u:yes#1", "a:ok", "u:yes#2"));

    [Fact]
    public void Align_KnownIdWithAnotherText_IsAnEditedMessage() =>
        Assert.Equal("new 2 abandoned 3,4", Log.Of("u:a#1", "a:b#2", "u:c#3", "a:d#4").Send("u:a#1", "a:b#2", "u:C#3"));

    [Fact]
    public void Align_IdsThatAppearLater_FallBackToContent() =>
        Assert.Equal("new 2 abandoned none", Log.Of("u:a", "a:b").Send("u:a#1", "a:b#2", "u:c#3"));

    [Fact]
    public void AlignIncrement_KnownTexts_AreNewAllTheSame() =>
        Assert.Equal("new 0 abandoned none", Log.Of("u:yes", "a:ok").Apply(Log.Keys("u:yes"), increment: true));

    [Fact]
    public void AlignIncrement_UnansweredMessageAgain_IsKnown() =>
        Assert.Equal(Nothing, Log.Of("u:a", "a:b", "u:yes").Apply(Log.Keys("u:yes"), increment: true));

    [Fact]
    public void AlignIncrement_ToolResults_AreNewOnce()
    {
        var log = Log.Of("u:a", "a:call");
        Assert.Equal("new 0 abandoned none", log.Apply(Log.Keys("t:result"), increment: true));
        Assert.Equal(Nothing, log.Apply(Log.Keys("t:result"), increment: true));
    }
}
