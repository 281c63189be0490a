using MemOS.Consolidation;
using MemOS.Reading;
using MemOS.Tests.Reading;

namespace MemOS.Tests.Consolidation;

public sealed class ConsolidationPlanTests
{
    private static readonly DateTimeOffset Start = ReadingTalk.Said;

    [Theory]
    [InlineData("I'm on 20 mg of citalopram.", "The doctor upped my citalopram to 40 mg.")]
    [InlineData("My car insurance is with Aviva.", "My car insurance is with Admiral from this month.")]
    [InlineData("80 guests, roughly.", "110 guests now.")]
    [InlineData("I play football on Thursdays.", "My football has moved to Sundays.")]
    [InlineData("I run 5k every morning.", "I can't run any more because of my knee.")]
    [InlineData("I'm training for a 10k.", "I signed up for the half marathon rather than the 10k.")]
    [InlineData("Bullet points for everything.", "Drop the bullets please.")]
    [InlineData("I live in Hamburg.", "I moved to Vienna.")]
    [InlineData("I'm 29.", "I turned 30.")]
    [InlineData("My favourite colour is blue.", "My favourite colour is green now.")]
    [InlineData("We use C# for our project.", "We moved to Rust.")]
    [InlineData("My project uses C#.", "We moved to Rust.")]
    [InlineData("I'm single.", "I got engaged.")]
    [InlineData("I work at Bosch.", "I quit my job.")]
    [InlineData("I love steak.", "I no longer eat meat.")]
    [InlineData("I love steak.", "I became a vegetarian.")]
    [InlineData("I hate running.", "I love running these days!")]
    [InlineData("I play the violin.", "I don't play the violin anymore.")]
    [InlineData("The standup is on Monday.", "The standup has been moved to Wednesday.")]
    [InlineData("The meeting is on Tuesday.", "No, it's Thursday.")]
    [InlineData("I'm going to Paris in June.", "I'm going to Rome instead.")]
    [InlineData("I smoke ten cigarettes a day.", "I've quit smoking.")]
    [InlineData("I usually drink oat milk.", "I've switched from oat milk to soy milk.")]
    [InlineData("My email is old@x.com.", "My email has changed to new@y.com.")]
    [InlineData("My manager is Petra.", "My new manager is Olaf.")]
    [InlineData("I'm afraid of dogs.", "I'm not afraid of dogs anymore.")]
    [InlineData("Our team has six people.", "Our team has eight people now.")]
    [InlineData("I go to the gym three times a week.", "I only go to the gym once a week these days.")]
    [InlineData("My daughter wants to study medicine.", "My daughter wants to study architecture now.")]
    [InlineData("I'm training for the Berlin marathon.", "I had to cancel the Berlin marathon.")]
    [InlineData("We're planning to get married in May.", "We had to postpone the wedding to September.")]
    [InlineData("The release is planned for October 15.", "Management pushed the release back to November 5.")]
    [InlineData("We have a dog called Bruno.", "We lost our dog last week.")]
    [InlineData("My internet provider is Vodafone.", "I switched my internet provider to Telekom.")]
    [InlineData("I'm a junior developer.", "I've been promoted to senior developer.")]
    [InlineData("I'm lactose intolerant.", "I'm not lactose intolerant after all.")]
    [InlineData("I don't have a car.", "I bought a car.")]
    [InlineData("My son is in kindergarten.", "My son started first grade.")]
    [InlineData("我养了两只猫。", "我现在养了三只猫。")]
    [InlineData("我在腾讯工作。", "我上周跳槽到了字节跳动。")]
    [InlineData("我是素食者。", "我现在开始吃肉了。")]
    [InlineData("我住在广州。", "我搬到武汉了。")]
    public void Of_LaterStatement_SupersedesTheEarlierInOneBatch(string earlier, string later)
    {
        var drafts = ReadingTalk.Read("user: " + earlier, "user: " + later);

        var inserts = Plan(drafts, []).Cast<RecordChange.Insert>().ToList();

        Assert.Equal(2, inserts.Count);
        Assert.Equal([0], inserts[1].SupersedesInserts);
        Assert.NotNull(inserts[1].Reason);
        Assert.Null(inserts[1].ValidTo);
    }

    [Fact]
    public void Of_LaterStatement_SupersedesTheStoredRecord()
    {
        var known = Stored(Assert.Single(ReadingTalk.Read("user: I live in Hamburg.")), 1);

        var insert = Assert.IsType<RecordChange.Insert>(Assert.Single(Plan(ReadingTalk.Read("user: I live in Vienna."), [known], Start.AddDays(1))));

        Assert.Equal([known.Id], insert.Supersedes);
        Assert.Equal("home changed", insert.Reason);
    }

    [Theory]
    [InlineData(RecordOrigin.Tool)]
    [InlineData(RecordOrigin.Document)]
    [InlineData(RecordOrigin.Assistant)]
    public void Of_OtherValueFromElsewhere_LeavesWhatThePersonSaid(RecordOrigin origin)
    {
        var known = Stored(Assert.Single(ReadingTalk.Read("user: My email is ada@x.com.")), 1);
        var told = Assert.Single(ReadingTalk.Read("user: My email is eve@y.com.")) with { Origin = origin };

        Assert.Empty(Assert.IsType<RecordChange.Insert>(Assert.Single(Plan([told], [known], Start.AddDays(1)))).Supersedes);
    }

    [Theory]
    [InlineData("I live in Oslo.", "I love tea.")]
    [InlineData("I love tea.", "I love coffee.")]
    [InlineData("I'm going to Paris in June.", "I'm going to the dentist tomorrow.")]
    [InlineData("I live in Oslo.", "My sister lives in Rome.")]
    [InlineData("I hate black coffee.", "I love tea.")]
    public void Of_OtherStatement_StandsBesideTheFirst(string first, string second) =>
        Assert.All(Plan(ReadingTalk.Read("user: " + first, "user: " + second), []), change => Assert.Empty(Assert.IsType<RecordChange.Insert>(change).SupersedesInserts));

    // No rule tells these: how the statements stand to each other does.
    [Theory]
    [InlineData("We heat with oil.", "We heat with a pump now instead.")]
    [InlineData("I'm not interested in chess.", "I'm really interested in chess these days.")]
    public void Of_ChangeThatNoRuleTells_IsJudged(string first, string second)
    {
        var plan = Plan(ReadingTalk.Read("user: " + first, "user: " + second), []);
        Assert.NotEmpty(Assert.IsType<RecordChange.Insert>(plan[^1]).SupersedesInserts);
    }

    [Fact]
    public void LeastOf_MoreMessages_AsksForMoreCertainty()
    {
        Assert.Equal(ChangeModel.LeastOf(1), ChangeModel.LeastOf(10), 9);
        Assert.True(ChangeModel.LeastOf(100) > ChangeModel.LeastOf(10));
        Assert.InRange(ChangeModel.LeastOf(100_000), 0.999, 1);
    }

    [Fact]
    public void Of_RepeatedStatement_StrengthensTheStoredRecord()
    {
        var known = Stored(Assert.Single(ReadingTalk.Read("user: I live in Porto.")), 1);
        var again = ReadingTalk.Read("user: Hi", "user: As I said, I live in Porto.");

        var change = Assert.IsType<RecordChange.Strengthen>(Assert.Single(Plan(again, [known])));

        Assert.Equal(known.Id, change.Id);
        Assert.Equal(again[0].Sources, change.Sources);
        Assert.True(change.Confidence > known.Confidence);
    }

    [Fact]
    public void Of_SameMessageReadTwice_ChangesNothing()
    {
        var drafts = ReadingTalk.Read("user: I live in Porto.");

        Assert.Empty(Plan(drafts, [Stored(drafts[0], 1) with { Sources = drafts[0].Sources }]));
    }

    [Fact]
    public void Of_SameMessageReadAnotherWay_ContradictsNothingThatWasReadFromIt()
    {
        var first = ReadingTalk.Read("user: I live in Porto.")[0];
        var other = ReadingTalk.Read("user: I live in Lisbon.")[0];

        Assert.Empty(Plan([other], [Stored(first, 1) with { Sources = other.Sources }]));
    }

    [Fact]
    public void Of_SameMessageReadInOtherWords_IsTheSameStatement()
    {
        var first = ReadingTalk.Read("user: I live in Porto.")[0];
        var other = first with { Text = "User's home is Porto." };

        Assert.Empty(Plan([other], [Stored(first, 1) with { Sources = other.Sources }]));
    }

    [Fact]
    public void Of_ModelsJudgement_ReplacesAndRepeatsWhatItNames()
    {
        var known = Stored(ReadingTalk.Read("user: I swim on Mondays.")[0], 1);
        var draft = ReadingTalk.Read("user: My knee hurts, so the pool is over for me.")[0];

        var replaced = Assert.IsType<RecordChange.Insert>(Assert.Single(Plan([draft with { Replaces = [known.Id] }], [known], Start.AddDays(1))));
        var repeated = Assert.IsType<RecordChange.Strengthen>(Assert.Single(Plan([draft with { Repeats = known.Id }], [known], Start.AddDays(1))));

        Assert.Equal([known.Id], replaced.Supersedes);
        Assert.Equal(known.Id, repeated.Id);
    }

    [Fact]
    public void Of_StatementThatSaysLess_StrengthensAndOneThatSaysMoreReplaces()
    {
        var full = ReadingTalk.Read("user: I like green tea from Japan.")[0];
        var brief = ReadingTalk.Read("user: Hm", "user: I like tea from Japan.")[0];

        Assert.IsType<RecordChange.Strengthen>(Assert.Single(Plan([brief], [Stored(full, 1)])));
        Assert.Equal([Stored(brief, 1).Id], Assert.IsType<RecordChange.Insert>(Assert.Single(Plan([full], [Stored(brief, 1)]))).Supersedes);
    }

    [Fact]
    public void Of_OlderStatementThanTheStored_IsKeptAsWhatHeldBefore()
    {
        var known = Stored(ReadingTalk.Read("user: I live in Vienna.")[0], 1);

        var insert = Assert.IsType<RecordChange.Insert>(Assert.Single(Plan(ReadingTalk.Read("user: I live in Hamburg."), [known], Start.AddDays(-30))));

        Assert.Empty(insert.Supersedes);
        Assert.Equal(known.ValidFrom, insert.ValidTo);
    }

    private static IReadOnlyList<RecordChange> Plan(IReadOnlyList<RecordDraft> drafts, IReadOnlyList<MemoryRecord> known, DateTimeOffset? said = null) =>
        ConsolidationPlan.Of(drafts, [.. drafts.Select(_ => said ?? Start)], known);

    private static MemoryRecord Stored(RecordDraft draft, int number) => new()
    {
        Id = new(1, MemoryItemKind.Record, number),
        Kind = draft.Kind,
        Text = draft.Text,
        Subject = draft.Subject,
        EventTime = draft.EventTime,
        Confidence = draft.Confidence,
        Slot = draft.Slot,
        SlotValue = draft.SlotValue,
        Polarity = draft.Polarity,
        Topic = draft.Topic,
        Sources = [new(1, MemoryItemKind.Evidence, 1000 + number)],
        RecordedAt = Start,
        ValidFrom = Start,
    };
}
