using System.Text.Json;
using MemOS.Evolution.Skills;

namespace MemOS.Tests.Evolution.Skills;

public sealed class SkillLessonTests
{
    [Theory]
    [InlineData("Log in with admin and the password swordfish.", "swordfish")]
    [InlineData("my password is correcthorsebattery", "correcthorsebattery")]
    [InlineData("The login token is opensesame, use it", "opensesame")]
    [InlineData("Set pwd=hunter and go on", "hunter")]
    [InlineData("Wi-Fi 密码是芝麻开门,请保存", "芝麻开门")]
    [InlineData("Call me at 555-0160", "555-0160")]
    public void Line_HoldsNoSecretAndNoValue(string text, string secret)
    {
        var line = SkillLesson.Line(text);
        Assert.DoesNotContain(secret, line, StringComparison.Ordinal);
        Assert.Contains("…", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("customer not found: Bob Miller", "Miller")]
    [InlineData("Invalid API key provided: abcSECRETdefGHI", "SECRET")]
    [InlineData("The header Bearer abcdefghijkl was refused", "abcdefghijkl")]
    [InlineData("no record of patient Anna-Maria O'Neil", "Neil")]
    [InlineData("找不到客户张三丰", "张三")]
    public void Line_HoldsNoName(string text, string name) => Assert.DoesNotContain(name, SkillLesson.Line(text), StringComparison.Ordinal);

    [Fact]
    public void Line_LeavesOutTheValuesOfTheCall_HoweverTheyAreWritten()
    {
        var arguments = JsonElement.Parse("""{"name":"Bob Miller","city":"苏州","flag":true,"part":"der"}""");
        Assert.Equal("no account for … in …, true for orders", SkillLesson.Line("no account for bob miller in 苏州, true for orders", [arguments]));
        Assert.Equal("找不到…的订单", SkillLesson.Line("找不到苏州的订单", [arguments]));
    }

    [Fact]
    public void Line_OfAPageOfText_IsItsBeginning() =>
        Assert.InRange(SkillLesson.Line(string.Concat(Enumerable.Repeat("找不到页面", 20_000))).Length, 100, 161);

    [Theory]
    [InlineData("Change the password now.")]
    [InlineData("Open the settings and reset the password there, then log in again.")]
    [InlineData("The token expired.")]
    [InlineData("The password page did not open.")]
    public void Line_KeepsWhatIsNoSecret(string text) => Assert.Equal(text, SkillLesson.Line(text));
}
