using MemOS.Time;

namespace MemOS.Tests.Time;

public class EnglishTimeTests
{
    // A Wednesday.
    private static readonly DateTime Reference = new(2024, 3, 13, 15, 30, 0);

    [Theory]
    [InlineData("yesterday", "2024-03-12")]
    [InlineData("today", "2024-03-13")]
    [InlineData("tomorrow", "2024-03-14")]
    [InlineData("the day before yesterday", "2024-03-11")]
    [InlineData("last Friday", "2024-03-08")]
    [InlineData("last Tuesday", "2024-03-12")]
    [InlineData("this past Saturday", "2024-03-09")]
    [InlineData("last week", "2024-03-04/2024-03-10")]
    [InlineData("next week", "2024-03-18/2024-03-24")]
    [InlineData("last weekend", "2024-03-09/2024-03-10")]
    [InlineData("this weekend", "2024-03-16/2024-03-17")]
    [InlineData("two weekends ago", "2024-03-02/2024-03-03")]
    [InlineData("last month", "2024-02")]
    [InlineData("next month", "2024-04")]
    [InlineData("last year", "2023")]
    [InlineData("last summer", "2023-06-01/2023-08-31")]
    [InlineData("the summer of 2021", "2021-06-01/2021-08-31")]
    [InlineData("last night", "2024-03-12")]
    [InlineData("a few days ago", "2024-03-09/2024-03-11")]
    [InlineData("two days ago", "2024-03-11")]
    [InlineData("three weeks ago", "2024-02-21")]
    [InlineData("four months ago", "2023-11")]
    [InlineData("ten years ago", "2014")]
    [InlineData("half a year ago", "2023-09")]
    [InlineData("a hundred years ago", "1924")]
    [InlineData("in two weeks", "2024-03-27")]
    [InlineData("3 July 2023", "2023-07-03")]
    [InlineData("July 3rd, 2023", "2023-07-03")]
    [InlineData("the 3rd of July, 2023", "2023-07-03")]
    [InlineData("2023-07-03", "2023-07-03")]
    [InlineData("7/3/2023", "2023-07-03")]
    [InlineData("23.04.2022", "2022-04-23")]
    [InlineData("2023-07-03T08:30:00", "2023-07-03T08:30")]
    [InlineData("May 2023", "2023-05")]
    [InlineData("early August 2023", "2023-08-01/2023-08-15")]
    [InlineData("mid-June 2023", "2023-06-10/2023-06-20")]
    [InlineData("the first weekend of August 2023", "2023-08-05/2023-08-06")]
    [InlineData("last week of September 2023", "2023-09-25/2023-10-01")]
    [InlineData("the week before 9 June 2023", "2023-05-29/2023-06-04")]
    [InlineData("the weekend of 24 June 2023", "2023-06-24/2023-06-25")]
    [InlineData("the Friday before 15 July 2023", "2023-07-14")]
    [InlineData("two weeks before 9 June 2023", "2023-05-26")]
    [InlineData("the first Monday of May 2023", "2023-05-01")]
    [InlineData("the last day of February 2024", "2024-02-29")]
    [InlineData("Q3 2021", "2021-07-01/2021-09-30")]
    [InlineData("2019 H2", "2019-07-01/2019-12-31")]
    [InlineData("the 90s", "1990-01-01/1999-12-31")]
    [InlineData("week 10 of 2023", "2023-03-06/2023-03-12")]
    [InlineData("Christmas 2022", "2022-12-25")]
    [InlineData("Mar. 5th, 2023", "2023-03-05")]
    [InlineData("mid-March 2023", "2023-03-10/2023-03-20")]
    [InlineData("Sat the 9th", "2024-03-09")]
    [InlineData("St. Patrick's Day 2022", "2022-03-17")]
    [InlineData("Anzac Day 2022", "2022-04-25")]
    [InlineData("election day 2020", "2020-11-03")]
    [InlineData("the week ending 9 June 2023", "2023-06-03/2023-06-09")]
    [InlineData("the first three days of last week", "2024-03-04/2024-03-06")]
    [InlineData("next business day", "2024-03-14")]
    [InlineData("two summers ago", "2022-06-01/2022-08-31")]
    [InlineData("the winter before last", "2022-12-01/2023-02-28")]
    [InlineData("the Saturday before last", "2024-03-02")]
    [InlineData("next month on the 9th", "2024-04-09")]
    [InlineData("last month, on the 15th", "2024-02-15")]
    [InlineData("last year in June", "2023-06")]
    [InlineData("next year's May", "2025-05")]
    [InlineData("May of next year", "2025-05")]
    [InlineData("tomorrow at ten to eight pm", "2024-03-14T19:50")]
    [InlineData("early yesterday morning", "2024-03-12")]
    [InlineData("twenty to nine yesterday morning", "2024-03-12T08:40")]
    [InlineData("1400 hours yesterday", "2024-03-12T14:00")]
    [InlineData("Thanksgiving 2022", "2022-11-24")]
    [InlineData("Easter 2023", "2023-04-09")]
    [InlineData("New Year's Eve 2023", "2023-12-31")]
    [InlineData("from May to July 2023", "2023-05-01/2023-07-31")]
    [InlineData("9 to 12 of June 2023", "2023-06-09/2023-06-12")]
    [InlineData("between 2014 and 2018", "2014-01-01/2018-12-31")]
    [InlineData("yesterday at 7pm", "2024-03-12T19:00")]
    [InlineData("yesterday at 7", "2024-03-12")]
    [InlineData("two hours ago", "2024-03-13T13:30")]
    [InlineData("nineteen ninety five", null)]
    [InlineData("in nineteen ninety five", "1995")]
    [InlineData("since 2016", "2016")]
    [InlineData("20231016", "2023-10-16")]
    [InlineData("next Monday to Friday", "2024-03-18/2024-03-22")]
    [InlineData("the second half of next month", "2024-04-16/2024-04-30")]
    [InlineData("the Friday after next", "2024-03-22")]
    [InlineData("2017 summer", "2017-06-01/2017-08-31")]
    [InlineData("later this month", "2024-03-16/2024-03-31")]
    public void Recognize_SettledExpression_NamesTheTime(string text, string? expected)
    {
        var mentions = TimeRecognizer.Recognize($"It was {text}.", Reference);
        var mention = mentions.FirstOrDefault(found => found.Past is not null);
        Assert.Equal(expected, mention?.Past?.ToString());
        Assert.Equal(mention?.Past, mention?.Future);
    }

    [Theory]
    [InlineData("on Friday", "2024-03-08", "2024-03-15")]
    [InlineData("in May", "2023-05", "2024-05")]
    [InlineData("in March", "2024-03", "2024-03")]
    [InlineData("on 3 July", "2023-07-03", "2024-07-03")]
    [InlineData("on the 18th", "2024-02-18", "2024-03-18")]
    [InlineData("at Christmas", "2023-12-25", "2024-12-25")]
    [InlineData("in summer", "2023-06-01/2023-08-31", "2024-06-01/2024-08-31")]
    [InlineData("on the weekend of 1 June", "2023-06-03/2023-06-04", "2024-06-01/2024-06-02")]
    [InlineData("from November to February", "2023-11-01/2024-02-29", "2024-11-01/2025-02-28")]
    public void Recognize_OpenExpression_HasPastAndFuture(string text, string past, string future)
    {
        var mention = Assert.Single(TimeRecognizer.Recognize($"It is {text}", Reference));
        Assert.Equal(past, mention.Past.ToString());
        Assert.Equal(future, mention.Future.ToString());
    }

    [Theory]
    [InlineData("We waited for three weeks", TimeMentionKind.Duration)]
    [InlineData("She is 18 years old", TimeMentionKind.Age)]
    [InlineData("my 5-year-old nephew", TimeMentionKind.Age)]
    [InlineData("We meet every Monday", TimeMentionKind.Set)]
    [InlineData("I run daily", TimeMentionKind.Set)]
    [InlineData("See you at 7:30", TimeMentionKind.Time)]
    [InlineData("I read in the morning", TimeMentionKind.TimeRange)]
    public void Recognize_OtherKind_HasNoCalendarTime(string text, TimeMentionKind kind)
    {
        var mention = Assert.Single(TimeRecognizer.Recognize(text, Reference));
        Assert.Equal(kind, mention.Kind);
        Assert.Null(mention.Past);
        Assert.Null(mention.Future);
    }

    [Theory]
    [InlineData("before 2018", TimeRelation.Before)]
    [InlineData("after May 2018", TimeRelation.After)]
    [InlineData("since last year", TimeRelation.Since)]
    [InlineData("until next week", TimeRelation.Until)]
    [InlineData("around May 2023", TimeRelation.Around)]
    [InlineData("a few weeks ago", TimeRelation.Around)]
    public void Recognize_WordBeforeTime_GivesRelation(string text, TimeRelation relation) =>
        Assert.Equal(relation, Assert.Single(TimeRecognizer.Recognize(text, Reference)).Relation);

    [Theory]
    [InlineData("I may go and she might not")]
    [InlineData("May I ask why?")]
    [InlineData("We march on until it works")]
    [InlineData("I have 2 dogs and 12 cats")]
    [InlineData("open 24/7")]
    [InlineData("use version 3.5 or 10.0.14")]
    [InlineData("The sun was bright and we sat there")]
    [InlineData("The leaves fall down")]
    [InlineData("It costs 2000 dollars")]
    [InlineData("half a 1/2 cup of milk")]
    [InlineData("my number is 555-123-4567")]
    [InlineData("on the 5th floor")]
    [InlineData("that is the spring of the watch")]
    [InlineData("April Smith and August Wilson came")]
    [InlineData("the day we met was great")]
    [InlineData("I work now and currently study")]
    [InlineData("in our early twenties")]
    [InlineData("day after day")]
    [InlineData("")]
    public void Recognize_NoTime_NamesNone(string text) =>
        Assert.DoesNotContain(TimeRecognizer.Recognize(text, Reference), mention => mention.Past is not null || mention.Future is not null);

    [Fact]
    public void Recognize_SeveralMentions_SpansAreTheirText()
    {
        const string Text = "My 18th birthday was ten years ago, and I moved here in 2016; last week I ran.";
        var mentions = TimeRecognizer.Recognize(Text, Reference);
        Assert.Equal(["ten years ago", "2016", "last week"], mentions.Select(mention => mention.Text));
        Assert.All(mentions, mention => Assert.Equal(mention.Text, Text.Substring(mention.Start, mention.Length)));
    }

    [Theory]
    [InlineData("last Friday", "2024-03-08", null, null)]
    [InlineData("last Tuesday", "2024-03-05", null, null)]
    [InlineData("next 3 days", null, "2024-03-14", "2024-03-17")]
    [InlineData("last 3 months", null, "2023-12-13", "2024-03-13")]
    [InlineData("since 2016", null, "2016-01-01", null)]
    [InlineData("before 2018", null, null, "2018-01-01")]
    [InlineData("after 2018", null, "2019-01-01", null)]
    [InlineData("2018 or earlier", null, null, "2019-01-01")]
    [InlineData("tomorrow from 9 to 11 am", null, "2024-03-14 09:00:00", "2024-03-14 11:00:00")]
    [InlineData("tonight at 8", "2024-03-13 20:00:00", null, null)]
    [InlineData("next 2 business days", null, "2024-03-14", "2024-03-16")]
    [InlineData("the rest of the week", null, "2024-03-13", "2024-03-17")]
    [InlineData("year to date", null, "2024-01-01", "2024-03-13")]
    public void Recognize_Expression_PrintsConventionalValue(string text, string? value, string? start, string? end)
    {
        var mention = Assert.Single(TimeRecognizer.Recognize(text, Reference));
        Assert.Equal(new TimeValue(value, start, end), Assert.Single(mention.Values));
    }

    [Fact]
    public void Recognize_TwelveHourTime_HasBothHalvesOfTheDay()
    {
        var mention = Assert.Single(TimeRecognizer.Recognize("tomorrow at 7:15", Reference));
        Assert.Equal(["2024-03-14 07:15:00", "2024-03-14 19:15:00"], mention.Values.Select(value => value.Value));
    }

    [Fact]
    public void Recognize_SeasonWithoutConvention_HasTimeButNoValue()
    {
        var mention = Assert.Single(TimeRecognizer.Recognize("last summer", Reference));
        Assert.Empty(mention.Values);
        Assert.Equal("2023-06-01/2023-08-31", mention.Past.ToString());
    }

    [Fact]
    public void Recognize_Null_Throws() => Assert.Throws<ArgumentNullException>(() => TimeRecognizer.Recognize(null!, Reference));

    [Fact]
    public void Recognize_DaysAfterAHoliday_KnowsTheLastOneToo()
    {
        var mention = Assert.Single(TimeRecognizer.Recognize("two days after Christmas", Reference));

        Assert.Equal("2023-12-27", mention.Past.ToString());
        Assert.Equal("2024-12-27", mention.Future.ToString());
    }

    [Fact]
    public void Recognize_MayBeforeAClause_IsAMonth() =>
        Assert.Equal("By the end of May", Assert.Single(TimeRecognizer.Recognize("By the end of May it will be over.", Reference)).Text);
}
