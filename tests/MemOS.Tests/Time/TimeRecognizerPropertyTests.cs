using FsCheck;
using FsCheck.Fluent;
using MemOS.Time;

namespace MemOS.Tests.Time;

public class TimeRecognizerPropertyTests
{
    private static readonly string[] Words =
    [
        "the", "last", "next", "this", "first", "two", "3", "21st", "Monday", "friday", "May", "march", "week", "weekend", "year", "days", "ago",
        "before", "after", "from", "to", "of", "in", "at", "on", "between", "and", "noon", "7", "30", ":", "pm", "2023", "1/2/2023", "-", "/", ".", ",",
        "early", "end", "every", "hours", "Christmas", "eve", "quarter", "half", "past", "until", "since", "for", "a", "few", "天", "昨", "上", "周",
        "三", "年", "月", "2月30日", "下午", "点", "前", "'s", "s", "(", ")", "9999", "99999999999", "0", "31", "february", "th", "T", "Q3", "winter",
    ];

    [Fact]
    public void Recognize_AnyMixOfItsWords_KeepsSpansInOrderAndInside()
    {
        var text = Gen.Elements(Words).ListOf().Select(words => string.Join(' ', words));
        var glued = Gen.Elements(Words).ListOf().Select(words => string.Concat(words));
        var property = Prop.ForAll(Arb.From(Gen.OneOf(text, glued)), Reference(), Holds);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), property);
    }

    [Fact]
    public void Recognize_AnyText_KeepsSpansInOrderAndInside() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(ArbMap.Default.ArbFor<string?>().Filter(text => text is not null), Reference(), (text, reference) => Holds(text!, reference)));

    [Theory]
    [InlineData("the day before ")]
    [InlineData("from may to ")]
    [InlineData("2 days and ")]
    [InlineData("1-")]
    [InlineData("1/2/")]
    [InlineData("Friday before ")]
    [InlineData("week of ")]
    [InlineData("two weeks before ")]
    [InlineData("May 5, 2020 - ")]
    [InlineData("more than 2 days before ")]
    [InlineData("twenty ")]
    [InlineData("2023年")]
    [InlineData("三")]
    [InlineData("上")]
    public void Recognize_RepeatedText_CostsInProportion(string unit)
    {
        // Bytes allocated stand for the work done: unlike time they do not depend on the machine.
        var small = Allocated(unit, 20_000);
        var large = Allocated(unit, 80_000);
        Assert.True(large < (small * 8) + 100_000, $"{small} bytes for 20 KB, {large} for 80 KB");
    }

    [Fact]
    public void Recognize_TextWithoutTime_AllocatesNothing()
    {
        const string Text = "I really think that we should all try to be kinder to each other and learn how to listen before speaking";
        TimeRecognizer.Recognize(Text, new(2024, 3, 13));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var mentions = TimeRecognizer.Recognize(Text, new(2024, 3, 13));
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Empty(mentions);
    }

    private static Arbitrary<DateTime> Reference() => Arb.From(Gen.Elements(
        new DateTime(2024, 2, 29, 15, 30, 0), new DateTime(2023, 12, 31), new DateTime(1, 1, 1), DateTime.MaxValue, new DateTime(1900, 3, 1, 23, 59, 59)));

    private static void Holds(string text, DateTime reference)
    {
        var end = 0;
        foreach (var mention in TimeRecognizer.Recognize(text, reference))
        {
            Assert.True(mention.Start >= end && mention.Length > 0 && mention.Start + mention.Length <= text.Length, text);
            Assert.Equal(text.Substring(mention.Start, mention.Length), mention.Text);
            AssertPrintable(mention.Past);
            AssertPrintable(mention.Future);
            end = mention.Start + mention.Length;
        }
    }

    private static void AssertPrintable(EventTime? time)
    {
        if (time is { } value)
        {
            Assert.True(value.End >= value.Start);
            Assert.NotEmpty(value.ToString());
        }
    }

    private static long Allocated(string unit, int length)
    {
        var text = string.Concat(Enumerable.Repeat(unit, length / unit.Length));
        TimeRecognizer.Recognize(text[..Math.Min(text.Length, 500)], new(2024, 3, 13));
        var before = GC.GetAllocatedBytesForCurrentThread();
        TimeRecognizer.Recognize(text, new(2024, 3, 13));
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
