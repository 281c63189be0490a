using MemOS.Reading;

namespace MemOS.Tests.Reading;

/// <summary>What is meant again behind a play, a supposition, a joke, or words of others; what asks and tells in one.</summary>
public sealed class BackToEarnestTests
{
    [Theory]
    [InlineData("If I won the lottery I'd buy a vineyard. Back in reality I rent a studio in Halifax.", "User rents a studio in Halifax.")]
    [InlineData("In real life I work as a nurse.", "User works as a nurse.")]
    [InlineData("Oh great, another three-hour meeting. I just love those. Anyway, I'm a project manager.", "User is a project manager.")]
    [InlineData("Guess who is married.", "User is married.")]
    [InlineData("I have no pets, so would lilies be fine in the living room?", "User has no pets.")]
    [InlineData("No hazelnuts, please. I'm allergic, remember?", "User is allergic to hazelnuts.")]
    [InlineData("I speak Dutch at work. Can you check this email for mistakes?", "User speaks Dutch at work.")]
    [InlineData("I need to get to Hamburg for a choir festival on 30 May.", "User needs to get to Hamburg for a choir festival on 30 May (2023-05-30).")]
    [InlineData("My wife Eleni says no more animals.", "User's wife is Eleni.")]
    [InlineData("My two boys will want to try that at home.", "User has two boys.")]
    [InlineData("I work as a receptionist at a clinic in Leeds, any tips for rude patients?", "User works as a receptionist at a clinic in Leeds.")]
    [InlineData("I have two cats, how many litter boxes do I need?", "User has two cats.")]
    [InlineData("If the shop asks, my mobile is 0791 555 0142.", "User's mobile is 0791 555 0142.")]
    [InlineData("Please note my phone number for the courier: 0664 318 2207.", "User's phone number is 0664 318 2207.")]
    [InlineData("I love spicy food, so a Thai place would be perfect.", "User loves spicy food.")]
    [InlineData("I'm the secret heir to a throne. Just kidding! I'm a locksmith from Malmö.", "User is a locksmith from Malmö.")]
    [InlineData("How do I find a doctor in Braga? That's where we've been living since Easter.", "User has been living in Braga since Easter (2023-04-09).")]
    public void ReadAsync_WhatIsMeant_IsTold(string said, string text) => Assert.Equal(text, ReadingTalk.Read("assistant: Hello!", "user: " + said)[^1].Text);

    [Theory]
    [InlineData("Me, I'd put garlic in ice cream if they let me.")]
    [InlineData("Got this from HR: Hi team, I'm Dana and I work in payroll.")]
    [InlineData("Sure, I'm the king of Spain.")]
    [InlineData("Works now, cheers.")]
    [InlineData("[14:28:01] jsmith changed language to Finnish")]
    public void ReadAsync_WhatIsNotMeant_IsNotTold(string said) => Assert.Empty(ReadingTalk.Read("assistant: Hello!", "user: " + said));

    [Theory]
    [InlineData("My flatmate Tereza is coeliac and can't have garlic.", "User's flatmate Tereza")]
    [InlineData("They moved me to the morning shift.", "user")]
    public void ReadAsync_WhoeverIsNamedFirst_IsWhomItIsAbout(string said, string subject) =>
        Assert.All(ReadingTalk.Read("assistant: Hello!", "user: " + said), record => Assert.Equal(subject, record.Subject, ignoreCase: true));

    [Theory]
    [InlineData("I play the guitar on Sunday afternoons.")]
    [InlineData("From April to October I cycle to the office.")]
    [InlineData("I've driven the 38 for six years.")]
    [InlineData("Our gym fee has gone up to 39 pounds a month.")]
    public void ReadAsync_WhatIsSoForLong_IsAFact(string said) => Assert.Equal(MemoryKind.Fact, Assert.Single(ReadingTalk.Read("assistant: Hello!", "user: " + said)).Kind);

    [Theory]
    [InlineData("I've signed up for the craft fair on 2 May.", "2024-05-02")]
    [InlineData("I've got tickets for the opera on 2 May.", "2024-05-02")]
    [InlineData("I met her at the fair on 2 May.", "2023-05-02")]
    [InlineData("They put me down for Monday 22 May instead.", "2023-05-22")]
    [InlineData("I'm writing a novel set in 1930s Dunedin.", "1930-01-01")]
    public void ReadAsync_Day_IsTheOneThatIsMeant(string said, string date) =>
        Assert.StartsWith(date, Assert.Single(ReadingTalk.Read("assistant: Hello!", "user: " + said)).EventTime?.ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("Never book anything for me before nine.", "User wants the assistant to never book anything for User before nine.")]
    [InlineData("Don't just hand me the answer next time, ask me to try first.", "User wants the assistant not to just hand User the answer next time, ask User to try first.")]
    [InlineData("I'd rather you answered in British English.", "User wants the assistant to answer in British English.")]
    [InlineData("You can call me Tunde.", "User wants the assistant to call User Tunde.")]
    public void ReadAsync_HowToAnswer_IsAnInstruction(string said, string text)
    {
        var record = ReadingTalk.Read("assistant: Hello!", "user: " + said)[^1];

        Assert.Equal(MemoryKind.Instruction, record.Kind);
        Assert.Equal(text, record.Text);
    }

    [Theory]
    [InlineData("I'd like a parcel sent to Leeds. My sister Uche lives there.", "User's sister Uche lives in Leeds.")]
    [InlineData("Where is the sort code in the Monzo app? They are my bank now.", "Monzo is User's bank now.")]
    [InlineData("Show me the keys for cursors in Helix. I switched to it in March.", "User switched to Helix in March (2023-03).")]
    public void ReadAsync_PronounOfTheSentenceBefore_IsNamed(string said, string text) => Assert.Equal(text, ReadingTalk.Read("assistant: Hello!", "user: " + said)[^1].Text);
}
