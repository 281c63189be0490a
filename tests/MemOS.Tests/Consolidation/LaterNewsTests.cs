namespace MemOS.Tests.Consolidation;

/// <summary>News that ends what was told before by the thing it tells of, whatever the words.</summary>
public sealed class LaterNewsTests
{
    [Theory]

    // Who employs, which team, which hours.
    [InlineData("I'm a cook at Bellini's.", "First week at Harbour Grill done.")]
    [InlineData("I do the accounts at Danford Foods.", "Tuesday was my first day at my new employer, Ostrow Transport.")]
    [InlineData("I'm on the billing team.", "They moved me to the fraud team.")]
    [InlineData("I work the night shift.", "They put me on the early shift.")]
    [InlineData("My son Niall goes to St Ita's.", "Niall started at the Gaelscoil yesterday.")]

    // Tools, names, doses, counts.
    [InlineData("Sublime Text is my editor.", "I write all my code in Helix now.")]
    [InlineData("My doctor has me on 50 micrograms of levothyroxine.", "I'm on 75 micrograms of levothyroxine.")]
    [InlineData("I keep twelve hens behind the house.", "A fox got in. Seven hens are left.")]
    [InlineData("The hall has to hold 24 guests.", "That makes it 31 guests.")]
    [InlineData("I'm 67 and learning to ski.", "68 today!")]
    [InlineData("My full name is Lena Brandt.", "On paper I am Lena Kovac.")]

    // Where and when.
    [InlineData("We're holding Ida's birthday party at the bowling alley on 22 June.", "The party will be at Cornwall Park.")]
    [InlineData("We're getting married in June.", "Change of plan: the wedding is in September.")]
    [InlineData("The Monday meeting is in room B2.", "Our Monday meeting is in the library until further notice.")]
    [InlineData("We are going to Crete in July.", "We are going to Slovenia in July.")]
    [InlineData("I want to paint the kitchen in sage green.", "The kitchen will be pale yellow.")]

    // What is there, works or is liked again; what went.
    [InlineData("I have no pets.", "My cat Miso scratches the sofa.")]
    [InlineData("I don't smoke.", "I'm smoking again, a packet a week.")]
    [InlineData("I've never been to Asia.", "We spent two weeks in Hanoi, my first time in Asia.")]
    [InlineData("My phone has a cracked screen.", "I got the screen fixed yesterday.")]
    [InlineData("Our washing machine is broken.", "The washing machine works again!")]
    [InlineData("My favourite band is Blur.", "I've gone off Blur.")]
    [InlineData("I always want an aisle seat.", "Window seats for me in future.")]
    [InlineData("I play the guitar on Sundays.", "I gave the guitar to my niece.")]
    [InlineData("I'm studying law.", "I dropped out in March.")]
    [InlineData("I pay for Netflix every month.", "Don't look on Netflix for me. I cancelled it.")]
    [InlineData("Our booking site runs on Django.", "The booking site is built with Phoenix.")]
    [InlineData("I run in the mornings.", "I run in the evenings now.")]
    [InlineData("I can't drive.", "I drive to work every day.")]
    [InlineData("I live alone.", "I live with my girlfriend Saskia.")]
    [InlineData("I take my coffee black.", "I take my coffee with milk.")]
    [InlineData("I don't drink coffee.", "I drink two mugs of black coffee every morning.")]
    [InlineData("I'm vegetarian.", "I eat fish twice a week.")]
    [InlineData("I'm allergic to penicillin.", "I can safely take penicillin.")]
    [InlineData("We don't have a dog.", "Our dog chews everything.")]
    [InlineData("I play left back for Oakfield Rovers.", "I've signed for Castle Athletic.")]
    [InlineData("I drive lorries for Delmar Freight.", "Kowalski Haulage took me on in April.")]
    [InlineData("I study law in Ghent.", "I'm a nursing student since September.")]
    [InlineData("My son Tariq goes to Hillview Primary.", "Tariq is a pupil at St Brendan's since today.")]
    [InlineData("You can reach me at jo@old.example.", "You can reach me at jo@new.example.")]
    [InlineData("My boss is called Simone.", "Her name is Simona.")]
    [InlineData("Our choir meets in the church hall.", "The choir meets at the library.")]
    [InlineData("My van runs on petrol.", "The van runs on diesel.")]
    [InlineData("Our band is called Wet Socks.", "The band's name is Grey Heron.")]
    [InlineData("My left knee hurts on the stairs.", "The knee is all healed.")]
    [InlineData("Tyler is my boyfriend.", "Tyler and I broke up.")]
    [InlineData("The deadline for my thesis is 31 May.", "My thesis is due on 30 June.")]
    public void Of_NewsOfTheSame_SupersedesTheEarlier(string earlier, string later) => Assert.Equal(1, TwoTalks.Superseded(earlier, later));

    [Theory]
    [InlineData("I'm allergic to soy.", "I eat fish and eggs again.")]
    [InlineData("I speak Portuguese with my children.", "I speak Dutch at work.")]
    [InlineData("We own a flat in Lyon.", "We own it together with my brother.")]
    [InlineData("My internet is from Northnet.", "My internet drops out each evening.")]
    [InlineData("My screen is 27 inches.", "I got the screen fixed yesterday.")]
    [InlineData("I have no pets.", "My neighbour's cat sits on our roof.")]
    [InlineData("We have 36 sheep on the hill.", "Lambing is over.")]
    [InlineData("The gym opens at six.", "The gym closes at ten.")]
    [InlineData("I have a cat.", "I don't have a dog.")]
    [InlineData("I work at Lidl.", "I quit Netflix.")]
    [InlineData("I take 5 mg of bisoprolol.", "I take 20 mg of atorvastatin.")]
    [InlineData("I get up at six on weekdays.", "I get up at nine on Sundays.")]
    [InlineData("I speak Polish.", "I now speak Czech too.")]
    [InlineData("I like dogs.", "I don't like big dogs.")]
    [InlineData("My grandmother lives in Krakow.", "My other grandmother died last year.")]
    [InlineData("My bank is Sparkasse.", "My wife's bank is ING.")]
    [InlineData("My car is a Golf.", "My car is dirty.")]
    [InlineData("I'm pregnant.", "My sister had her baby.")]
    [InlineData("I'm vegetarian.", "My brother eats fish twice a week.")]
    [InlineData("I don't drink coffee.", "My wife drinks two coffees every morning.")]
    [InlineData("My desk stands by the window.", "My lamp stands on the desk.")]
    [InlineData("I live with my grandmother.", "My son went to my mother on Friday.")]
    public void Of_WhatLeavesItTrue_SupersedesNothing(string earlier, string later) => Assert.Equal(0, TwoTalks.Superseded(earlier, later));

    [Theory]
    [InlineData("I sold the Octavia on Saturday and drive a Niro now.", "User drives a Niro now.")]
    [InlineData("I left nursing in May and work as a lab technician these days.", "User works as a lab technician these days.")]
    [InlineData("I have a Spotify subscription and listen to jazz.", "User listens to jazz.")]
    [InlineData("We have 36 sheep, and one sheepdog called Fly.", "User has one sheepdog called Fly.")]
    public void Plan_TwoThingsInOneClause_AreTwoStatements(string said, string second) =>
        Assert.Equal(second, TwoTalks.Plan("Hello there.", said)[^1].Draft.Text);

    [Theory]
    [InlineData("I like to cook and bake.")]
    [InlineData("We went to the market and bought cheese.")]
    public void Plan_OneThingInOneClause_IsOneStatement(string said) => Assert.Single(TwoTalks.Plan("Hello there.", said));
}
