using MemOS.Evolution.Traces;

namespace MemOS.Tests.Evolution.Traces;

public sealed class VerbatimTests
{
    [Theory]
    [InlineData("I paid $40 for it", "40", true)]
    [InlineData("I paid 40.5 for it", "40", false)]
    [InlineData("I paid 40.5 for it", "40.5", true)]
    [InlineData("I paid 40.50 for it", "40.5", false)]
    [InlineData("It cost 1,040 euros", "40", false)]
    [InlineData("orders 1002,1003 and 1004", "1003", true)]
    [InlineData("order #1002.", "1002", true)]
    [InlineData("order 10023", "1002", false)]
    [InlineData("make it the 12th", "12", false)]
    [InlineData("on 2024-06-12", "12", false)]
    [InlineData("on 2024-06-12", "2024-06-12", true)]
    [InlineData("a 3-night stay", "3", true)]
    [InlineData("at 10:30", "30", false)]
    [InlineData("Ada's order", "Ada", true)]
    [InlineData("Adam's order", "Ada", false)]
    [InlineData("for ada", "Ada", false)]
    [InlineData("call it \"Blue Mug\" please", "Blue Mug", true)]
    [InlineData("mail ada@example.test.", "ada@example.test", true)]
    [InlineData("snake_case name", "case", false)]
    [InlineData("\u9000\u8BA2\u53551002\u7684\u8D27", "1002", true)]
    [InlineData("\u5E2E\u5F20\u4F1F\u9000\u8D27", "\u5F20\u4F1F", true)]
    [InlineData("anything", "", false)]
    public void Contains_WholeWordsAndNumbers_Only(string text, string value, bool expected) => Assert.Equal(expected, Verbatim.Contains(text, value));
}
