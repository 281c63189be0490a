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
    [InlineData("Change the password now.")]
    [InlineData("Open the settings and reset the password there, then log in again.")]
    [InlineData("The token expired.")]
    [InlineData("The password page did not open.")]
    public void Line_KeepsWhatIsNoSecret(string text) => Assert.Equal(text, SkillLesson.Line(text));
}
