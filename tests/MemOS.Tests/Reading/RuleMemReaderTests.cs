using MemOS.Reading;

namespace MemOS.Tests.Reading;

public sealed class RuleMemReaderTests
{
    [Theory]
    [InlineData("I live in Oslo.", "User lives in Oslo.", MemoryKind.Profile, "home", "oslo")]
    [InlineData("I'm 34 years old.", "User is 34 years old.", MemoryKind.Profile, "age", "34")]
    [InlineData("I work as a nurse at the city hospital.", "User works as a nurse at the city hospital.", MemoryKind.Profile, "job", "nurse")]
    [InlineData("My favourite colour is green.", "User's favourite colour is green.", MemoryKind.Preference, "favorite color", "green")]
    [InlineData("We moved to Rust.", "User moved to Rust.", MemoryKind.Fact, "language", "rust")]
    [InlineData("I'm vegetarian.", "User is vegetarian.", MemoryKind.Preference, "diet", "vegetarian")]
    public void ReadAsync_AttributeOfTheSpeaker_FillsItsSlot(string said, string text, MemoryKind kind, string slot, string value)
    {
        var record = Assert.Single(ReadingTalk.Read("user: " + said));

        Assert.Equal(text, record.Text);
        Assert.Equal(kind, record.Kind);
        Assert.Equal("user", record.Subject);
        Assert.Equal((slot, value), (record.Slot, record.SlotValue));
    }

    [Theory]
    [InlineData("I love hiking.", Polarity.Positive, "hiking")]
    [InlineData("I don't eat meat.", Polarity.Negative, "meat")]
    [InlineData("I can't stand crowded places.", Polarity.Negative, "crowded places")]
    [InlineData("I never drink coffee after noon.", Polarity.Negative, "coffee")]
    [InlineData("I have a strong aversion to online courses.", Polarity.Negative, "online courses")]
    public void ReadAsync_Preference_HasPolarityAndTopic(string said, Polarity polarity, string topic)
    {
        var record = Assert.Single(ReadingTalk.Read("user: " + said));

        Assert.Equal(MemoryKind.Preference, record.Kind);
        Assert.Equal(polarity, record.Polarity);
        Assert.Equal(topic, record.Topic);
    }

    [Fact]
    public void ReadAsync_NamedSpeaker_IsNamedInTheThirdPerson()
    {
        var record = Assert.Single(ReadingTalk.Read("Ada: I told my sister that I'm moving.", "Ben: Nice!"));

        Assert.Equal("Ada told Ada's sister that Ada is moving.", record.Text);
        Assert.Equal("Ada", record.Subject);
    }

    [Fact]
    public void ReadAsync_RelativeTime_IsResolvedInTheOffsetOfTheMessage()
    {
        var record = Assert.Single(ReadingTalk.Read("Caroline: I went to a support group yesterday."));

        Assert.Equal("Caroline went to a support group yesterday (2023-05-07).", record.Text);
        Assert.Equal("2023-05-07", record.EventTime?.ToString());
        Assert.Equal(MemoryKind.Event, record.Kind);
    }

    [Theory]
    [InlineData("My wife and I live in Ghent.", "User's wife and User live in Ghent.")]
    [InlineData("My daughter, who is seven, plays chess.", "User's daughter, who is seven, plays chess.")]
    [InlineData("Since I'm vegetarian, what should I cook?", "User is vegetarian.")]
    [InlineData("I have a dog named Max, can he eat grapes?", "User has a dog named Max.")]
    [InlineData("No mushrooms please, I can't stand them.", "User can not stand mushrooms.")]
    [InlineData("Just got back from a hike.", "User just got back from a hike.")]
    [InlineData("My dentist appointment was moved from Tuesday to Friday.", "User's dentist appointment was moved from Tuesday to Friday (2023-05-12).")]
    [InlineData("I went to a concert yesterday and it was so loud.", "User went to a concert yesterday (2023-05-07), and it was so loud.")]
    [InlineData("I no longer eat meat.", "User no longer eats meat.")]
    public void ReadAsync_Clause_IsOneWholeStatement(string said, string text) => Assert.Equal(text, Assert.Single(ReadingTalk.Read("user: " + said)).Text);

    [Fact]
    public void ReadAsync_TwoAttributesInOneClause_AreTwoStatements() =>
        Assert.Equal(["home", "job"], ReadingTalk.Read("user: I live in Berlin and work as a barista.").Select(record => record.Slot));

    [Fact]
    public void ReadAsync_PronounOfAPerson_IsResolved()
    {
        var records = ReadingTalk.Read("user: My sister Kate lives in Bergen. She teaches chemistry.");

        Assert.Equal("User's sister Kate teaches chemistry.", records[1].Text);
        Assert.Equal("user's sister Kate", records[1].Subject);
    }

    [Theory]
    [InlineData("Always answer in French.", "User wants the assistant to always answer in French.")]
    [InlineData("Please don't use tables.", "User wants the assistant not to use tables.")]
    public void ReadAsync_LastingCommand_IsAnInstruction(string said, string text)
    {
        var record = Assert.Single(ReadingTalk.Read("user: " + said));

        Assert.Equal(MemoryKind.Instruction, record.Kind);
        Assert.Equal(text, record.Text);
    }

    [Theory]
    [InlineData("I think I'll go with option 2.")]
    [InlineData("number 2 please")]
    [InlineData("The second one!")]
    public void ReadAsync_ChoiceAmongOptions_NamesTheOptionAndBothMessages(string said)
    {
        var items = ReadingTalk.Items("assistant: Options:\n1. Hiking in the Alps\n2. A beach week in Crete\n3. City trip to Rome", "user: " + said);

        var record = Assert.Single(ReadingTalk.Read(new RuleMemReader(), items));

        Assert.Contains("A beach week in Crete", record.Text, StringComparison.Ordinal);
        Assert.Equal([items[1].Id, items[0].Id], record.Sources);
        Assert.Equal(MemoryKind.Preference, record.Kind);
    }

    [Theory]
    [InlineData("Hi there, how are you?")]
    [InlineData("Thanks a lot, that's really helpful!")]
    [InlineData("What should I cook tonight?")]
    [InlineData("If I were rich, I would live in Paris.")]
    [InlineData("Could you write a story in which I am a pirate?")]
    [InlineData("My boss said \"I hate Mondays\".")]
    [InlineData("Oh great, I just love being stuck in traffic.")]
    [InlineData("Translate this to German: I live in Rome and I love wine.")]
    [InlineData("Suppose I'm a vegan. I live in Berlin. What should I eat?")]
    [InlineData("```\nI = 3\nmy_name = 'Bob'\n```\nWhy does it fail?")]
    [InlineData("2024-05-01 12:00:01 INFO User ada logged in from Oslo")]
    [InlineData("Let's role-play: I'm a pirate named Redbeard.")]
    public void ReadAsync_NoStatement_YieldsNothing(string said) => Assert.Empty(ReadingTalk.Read("user: " + said));

    [Fact]
    public void ReadAsync_AssistantMessage_YieldsNothing() => Assert.Empty(ReadingTalk.Read("assistant: I live in the cloud and you love hiking."));

    [Fact]
    public void ReadAsync_PrecedingMessages_AreNotExtractedAgain()
    {
        var items = ReadingTalk.Items("user: I live in Oslo.", "user: I love hiking.");

        var record = Assert.Single(ReadingTalk.Read(new RuleMemReader(), [items[1]], [items[0]]));

        Assert.Equal([items[1].Id], record.Sources);
    }
}
