using MemOS.Reading;

namespace MemOS.Tests.Reading;

/// <summary>What an assistant is told without full sentences, and what is measured in it.</summary>
public sealed class PlainTalkTests
{
    [Theory]
    [InlineData("rent's 1,150", "rent", "1150")]
    [InlineData("80 guests, roughly", "guests", "80")]
    [InlineData("I'm on 20 mg of citalopram", "dose", "20")]
    [InlineData("our day rate is 4,300", "salary", "4300")]
    [InlineData("My commute takes 50 minutes", "commute", "50 minute")]
    [InlineData("We've been in Meanwood since June", "home", "meanwood")]
    [InlineData("I get up at six", "wake-up time", "6")]
    public void ReadAsync_Measure_FillsItsSlot(string said, string slot, string value)
    {
        var record = Assert.Single(ReadingTalk.Read("user: " + said + "."), record => record.Slot is not null);

        Assert.Equal((slot, value), (record.Slot, record.SlotValue));
    }

    [Fact]
    public void ReadAsync_Enumeration_GivesAStatementForEachMeasure()
    {
        var records = ReadingTalk.Read("user: the rent is 1,150, garage 95 a month, and roughly 600 food.");

        Assert.Equal(3, records.Count);
        Assert.Contains(records, record => record.Text.Contains("garage 95", StringComparison.Ordinal));
    }

    [Fact]
    public void ReadAsync_DayInASentenceOfItsOwn_BelongsToWhatWasSaid()
    {
        var record = Assert.Single(ReadingTalk.Read("user: I signed up for the Bristol half. 22 September."));

        Assert.NotNull(record.EventTime);
        Assert.Contains("22 September", record.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("british spelling please.", "style spelling")]
    [InlineData("bullet points for everything.", "style format")]
    [InlineData("grams from now on.", "style units")]
    public void ReadAsync_WishOfStyle_IsAnInstructionOfItsDimension(string said, string slot)
    {
        var record = Assert.Single(ReadingTalk.Read("user: " + said));

        Assert.Equal((MemoryKind.Instruction, slot), (record.Kind, record.Slot));
    }

    [Theory]
    [InlineData("is it true that octopuses have three hearts")]
    [InlineData("Have a nice evening in Paris.")]
    [InlineData("If I had 80 guests I would worry.")]
    [InlineData("oh brilliant, another sync at 6pm.")]
    [InlineData("You're the innkeeper, I'm Thorgrim, a dwarf of 214 years.")]
    [InlineData("so much better.")]
    public void ReadAsync_WhatStatesNothing_GivesNoRecord(string said) => Assert.Empty(ReadingTalk.Read("user: " + said));

    [Fact]
    public void ReadAsync_NameOutOfWhatWasOffered_IsAChoiceFromBothMessages()
    {
        var record = Assert.Single(ReadingTalk.Read("assistant: Zeughauskeller, Hiltl, or Kronenhalle?", "user: hiltl."));

        Assert.Equal((MemoryKind.Preference, "User chose hiltl.", 2), (record.Kind, record.Text, record.Sources.Count));
    }

    [Fact]
    public void ReadAsync_NoToWhatWasOffered_IsNoChoice() =>
        Assert.DoesNotContain(ReadingTalk.Read("assistant: Would you consider Santorini by boat?", "user: no boat."), record => record.Text.Contains("chose", StringComparison.Ordinal));
}
