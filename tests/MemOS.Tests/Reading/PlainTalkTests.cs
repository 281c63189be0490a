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

    [Theory]
    [InlineData("Remind me: my eye test is on Wednesday at 3 pm.", "eye test")]
    [InlineData("I take sertraline too, is camomile ok with that?", "takes sertraline")]
    [InlineData("I prefer audiobooks because I listen while I throw pots (I'm a potter).", "User is a potter.")]
    [InlineData("I'm her main carer because my brother lives in Toronto.", "User's brother lives in Toronto.")]
    [InlineData("ok will try that. should say I can't use anything with strong solvents", "solvents")]
    [InlineData("perfect. no i don't speak any japanese before you ask", "does not speak any japanese")]
    [InlineData("I'm asking because I'm opening a café in Bergen in May.", "User is opening a café in Bergen")]
    [InlineData("I need a present for my aunt Ngozi, she lives in Leeds.", "User's aunt Ngozi lives in Leeds.")]
    [InlineData("My nan's funeral is on Friday. She taught me to bake.", "User's nan taught User to bake.")]
    [InlineData("So there's no wedding any more, Jonas and I broke up in April.", "Jonas and User broke up")]
    [InlineData("Lena, my sister, works at the town hall.", "User's sister Lena works at the town hall.")]
    [InlineData("I'm studying botany at Exeter and living in Lark Hall.", "User is living in Lark Hall.")]
    [InlineData("I play the viola on Mondays and tonight we lost our conductor.", "User plays the viola on Mondays.")]
    [InlineData("Sports day for Ines is on Friday at two, can you draft a note to her teacher?", "Sports day for Ines is on Friday")]
    [InlineData("Ugh, email from the airline. The Porto flight has been moved to 16 May.", "The Porto flight has been moved to 16 May")]
    [InlineData("They fitted a stent last Tuesday.", "User was fitted with a stent")]
    [InlineData("I need ideas. What's on here in Wellington?", "User is in Wellington.")]
    [InlineData("My name is Uche. email uche@old.example", "User's email is uche@old.example.")]
    [InlineData("My wife retired from the bank in May.", "User's wife retired from the bank")]
    [InlineData("Update from me: I've moved to Rennes.", "User has moved to Rennes.")]
    [InlineData("First of all: I'm allergic to latex.", "User is allergic to latex.")]
    [InlineData("Hi, I'm Sara, 34, a nurse from Cork.", "User is a nurse from Cork.")]
    [InlineData("Hi, I'm Sara, 34, and I live in Cork.", "User is 34.")]
    [InlineData("The trip is cancelled :( My dad broke his hip.", "User's dad broke his hip.")]
    [InlineData("I live in Leeds :) My sister lives in York.", "User lives in Leeds.")]
    [InlineData("I'm doing a master's in optics.", "User is doing a master's in optics.")]
    [InlineData("My son Tim has a cold. The nurse thinks he needs antibiotics.", "User's son Tim needs antibiotics.")]
    [InlineData("I usually swim Tuesday and Thursday.", "swims Tuesday and Thursday.")]
    [InlineData("I learn best from pictures.", "User learns best from pictures.")]
    [InlineData("I run a bakery in Cork. Such a joy, forms all night long, I just love it 🙄", "User runs a bakery in Cork.")]
    [InlineData("soo i went vegan at easter", "User went vegan")]
    [InlineData("And quit calling me sir, just Hank.", "quit calling User sir")]
    [InlineData("我是自由设计师。甲方今天砍了我一半的价，呵呵。", "用户是自由设计师。")]
    [InlineData("我可太喜欢开会了，一天开八个会。说正经的，我对花粉过敏。", "用户对花粉过敏。")]
    [InlineData("上周六我们女儿出生了，六斤八两！", "用户的女儿六斤八两。")]
    public void ReadAsync_WhatIsToldWithinOtherWords_IsRead(string said, string words) =>
        Assert.Contains(ReadingTalk.Read("user: " + said), record => record.Text.Contains(words, StringComparison.Ordinal));

    [Theory]
    [InlineData("When you write Python for me always include type hints, and never use pandas.", "always include type hints")]
    [InlineData("And if you're not sure of something, say so rather than inventing it.", "say so rather than inventing it")]
    [InlineData("I'm on a laptop now so forget the two sentence limit.", "forget the two sentence limit")]
    [InlineData("So forget the limit.", "forget the limit")]
    [InlineData("Forget the rule about sugar, and call me Al.", "call User Al")]
    public void ReadAsync_OrderWithACondition_IsAnInstruction(string said, string words) =>
        Assert.Contains(ReadingTalk.Read("user: " + said), record => record.Kind == MemoryKind.Instruction && record.Text.Contains(words, StringComparison.Ordinal));

    [Fact]
    public void ReadAsync_TwoWhoArePronouns_AreToldApart()
    {
        var records = ReadingTalk.Read("user: Biscuit is our beagle.", "assistant: Nice.", "user: Took Biscuit to the vet. She wants smaller portions, so he's on three meals a day now.");

        Assert.Contains(records, record => record.Text == "User's vet wants smaller portions.");
        Assert.Contains(records, record => record.Text == "Biscuit is on three meals a day now.");
    }

    [Theory]
    [InlineData("Can you answer this?\n---\nFrom: Brad\nSubject: invoice\nHi, I moved to Tampa and I'm allergic to nuts. My new number is 555-0188.\n---\nI live in Cork.")]
    [InlineData("Can you answer this?\n-----\nI moved to Tampa and I'm allergic to nuts.\n-----\nI live in Cork.")]
    public void ReadAsync_LetterOfAnother_TellsNothingOfTheSpeaker(string said) =>
        Assert.Equal("User lives in Cork.", Assert.Single(ReadingTalk.Read("user: " + said)).Text);

    [Theory]
    [InlineData("The council will scrap the parking rule.")]
    [InlineData("Drivers here ignore the speed limit.")]
    public void ReadAsync_OthersWhoIgnoreARule_GiveNoOrder(string said) =>
        Assert.DoesNotContain(ReadingTalk.Read("user: " + said), record => record.Kind == MemoryKind.Instruction);

    [Fact]
    public void ReadAsync_BracketInTheMiddle_TearsNothing() =>
        Assert.DoesNotContain(ReadingTalk.Read("user: My dog (I got him in 2019) is deaf."), record => record.Text is "User's dog.");

    [Fact]
    public void ReadAsync_NumberPutRight_IsNoFragmentBehindIt()
    {
        var records = ReadingTalk.Read("user: Our office is on level 12.", "assistant: Noted.", "user: Correction: level 21, not 12. dyslexic fingers.");

        Assert.Contains(records, record => record.Text.Contains("on level 21", StringComparison.Ordinal) && record.IsCorrection);
        Assert.DoesNotContain(records, record => record.Text.Contains("level level", StringComparison.Ordinal) || record.Text.Contains("on level dyslexic", StringComparison.Ordinal));
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
