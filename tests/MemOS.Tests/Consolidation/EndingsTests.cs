namespace MemOS.Tests.Consolidation;

/// <summary>What says in so many words that something is over: given up, called off, parted with, left.</summary>
public sealed class EndingsTests
{
    [Theory]

    // Given up, sold, shut down: by a name, without an article.
    [InlineData("I take quetiapine.", "I've come off quetiapine.")]
    [InlineData("My password manager is KeepSafe.", "I exported the lot and nuked the KeepSafe account.")]
    [InlineData("My savings are in Nimbus shares.", "I dumped all my Nimbus shares on Friday.")]
    [InlineData("I'm a member of Greenline.", "I let my Greenline membership lapse.")]
    [InlineData("I teach pilates on Mondays.", "I taught my last pilates class.")]
    [InlineData("I work at the mill in Gort.", "I handed in my notice and had my last day at the mill.")]
    [InlineData("I owe Tadhg two hundred euros.", "I paid Tadhg back today.")]
    [InlineData("My gym is StrongBox.", "StrongBox shut down overnight.")]
    [InlineData("I'm staying at the Hotel Lindner.", "I checked out of the Lindner early.")]
    [InlineData("Our public site is built with Ember.", "We've replaced Ember with Svelte.")]
    [InlineData("My phone's an old Galaxy.", "I dropped the Galaxy in the canal. Replaced it with a Fairphone.")]
    [InlineData("I captain a darts team.", "We disbanded the darts team.")]
    [InlineData("I'm leading Project Heron.", "Management scrapped Heron on Thursday.")]
    [InlineData("I take water tablets every morning.", "The doctor has taken me off the water tablets.")]
    [InlineData("My dentist is the one on Mill Street.", "I switched dentists.")]
    [InlineData("The wedding is in June.", "Aoife and Cormac called off the wedding at the weekend.")]
    [InlineData("I have a cold.", "Cold's gone!")]

    // Somebody died, left their place or went home.
    [InlineData("My gran is 91.", "We buried Gran on Wednesday.")]
    [InlineData("My grandfather plays bridge.", "Grandad slipped away on Sunday.")]
    [InlineData("I look after my mother at home.", "Mum passed on Sunday night.")]
    [InlineData("My boss is a woman called Siobhan.", "Siobhan retired in April.")]
    [InlineData("Dr Lund is my thesis supervisor.", "Lund has resigned.")]
    [InlineData("Dad's in hospital in Sligo.", "Dad was discharged yesterday.")]
    [InlineData("I've got a lodger, a quiet student.", "My lodger's gone home to Brno.")]
    [InlineData("I'm engaged to Petra.", "Petra and I broke it off.")]

    // In Chinese.
    [InlineData("我女儿朵朵在学钢琴。", "朵朵不学钢琴了。")]
    [InlineData("我怀孕四个月了。", "上周六我们女儿出生了。")]
    [InlineData("我给孩子请了个家教。", "家教我辞掉了。")]
    [InlineData("我家猫叫汤圆。", "汤圆走丢了。")]
    [InlineData("I take statins.", "Doc's taken me off the statins.")]
    public void Of_AnEnding_SupersedesWhatIsOver(string earlier, string later) => Assert.Equal(1, TwoTalks.Superseded(earlier, later, days: 40));

    [Theory]
    [InlineData("I'm on warfarin.", "The doctor took my dad off warfarin.")]
    [InlineData("My boss is called Henrik.", "Henrik left for lunch at noon.")]
    [InlineData("Siobhan and I share a flat.", "Siobhan retired in April.")]
    [InlineData("I charge 65 an hour.", "I've been toying with charging 78 an hour.")]
    [InlineData("Our public API is slow.", "We replaced the kettle.")]
    [InlineData("My daughter is three.", "She goes to the nursery on Elm Street now.")]
    [InlineData("I work in the hospital in Leeds.", "I went home at six.")]
    [InlineData("I love visiting museums.", "I went home early.")]
    [InlineData("My manager is Sam.", "Sam quit smoking.")]
    [InlineData("My boss is Kim.", "Kim left the meeting at five.")]
    [InlineData("Lena is my daughter.", "I brought Lena to the concert.")]
    [InlineData("My wife runs a shop in Ennis.", "My wife closed the shop at five.")]
    [InlineData("My son is at college in Cork.", "My son passed last week, first time!")]
    [InlineData("My brother lives in Perth.", "My brother flew home.")]
    [InlineData("I commute by train.", "I changed trains at Crewe.")]
    [InlineData("I'm pregnant.", "Anna was born in Leeds.")]
    [InlineData("I have two kids.", "I let the kids go to the party.")]
    [InlineData("I sleep in a big bed.", "I got out of bed.")]
    [InlineData("我每天吃鸡蛋。", "昨天炒了鸡蛋。")]
    [InlineData("I speak Dutch.", "I'm learning Greek now, for fun.")]
    [InlineData("I shoot with a Nikon D850.", "I had a Canon on loan and sent it back, so it's still the D850 for me.")]
    [InlineData("我在上海做会计。", "现在走路十分钟就到公司。")]
    [InlineData("我养了一只乌龟。", "乌龟托给邻居了。")]
    [InlineData("我刚考上南方大学读研。", "我现在在城东跟同学合租。")]
    public void Of_WhatOnlyLooksLikeOne_SupersedesNothing(string earlier, string later) => Assert.Equal(0, TwoTalks.Superseded(earlier, later, days: 40));
}
