using MemOS.Reading;

namespace MemOS.Tests.Reading;

public sealed class ChineseReadingTests
{
    [Theory]
    [InlineData("我叫王芳。", "用户叫王芳。", MemoryKind.Profile, "name", "王芳")]
    [InlineData("我住在成都。", "用户住在成都。", MemoryKind.Profile, "home", "成都")]
    [InlineData("我上个月搬到深圳了。", null, MemoryKind.Profile, "home", "深圳")]
    [InlineData("我今年32岁。", "用户今年32岁。", MemoryKind.Profile, "age", "32")]
    [InlineData("我是一名护士。", "用户是一名护士。", MemoryKind.Profile, "job", "护士")]
    [InlineData("我喜欢喝茶。", "用户喜欢喝茶。", MemoryKind.Preference, "likes 喝茶", "yes")]
    [InlineData("我对花生过敏。", "用户对花生过敏。", MemoryKind.Profile, "likes 花生", "no")]
    public void ReadAsync_Attribute_FillsItsSlot(string said, string? text, MemoryKind kind, string slot, string value)
    {
        var record = Assert.Single(ReadingTalk.Read("user: " + said));

        Assert.Equal(text ?? record.Text, record.Text);
        Assert.Equal((kind, slot, value), (record.Kind, record.Slot, record.SlotValue));
        Assert.Equal("user", record.Subject);
    }

    [Fact]
    public void ReadAsync_ClauseWithoutSubject_GoesOnWithTheOneBefore() =>
        Assert.Equal(["用户叫王芳。", "用户今年32岁。", "用户住在成都。"], ReadingTalk.Read("user: 你好，我叫王芳，今年32岁，住在成都。").Select(record => record.Text));

    [Theory]
    [InlineData("如果我是医生，我会住在巴黎。")]
    [InlineData("今天天气怎么样？")]
    [InlineData("谢谢你！")]
    [InlineData("请写一个故事，我是海盗，住在海上。")]
    [InlineData("他说：“我讨厌下雨。”")]
    [InlineData("翻译成英文：我住在上海。")]
    public void ReadAsync_NoStatement_YieldsNothing(string said) => Assert.Empty(ReadingTalk.Read("user: " + said));

    [Fact]
    public void ReadAsync_LastingCommand_IsAnInstruction()
    {
        var record = Assert.Single(ReadingTalk.Read("user: 请一直用中文回答我。"));

        Assert.Equal(MemoryKind.Instruction, record.Kind);
    }

    [Fact]
    public void ReadAsync_ShortAnswer_IsPutIntoItsQuestion() => Assert.Equal("用户住在上海。", Assert.Single(ReadingTalk.Read("assistant: 你住在哪里？", "user: 上海。")).Text);

    [Fact]
    public void ReadAsync_Correction_RejectsTheWrongValue()
    {
        var records = ReadingTalk.Read("user: 会议是周二。", "assistant: 好的，周二。", "user: 不对，是周四，不是周二。");

        Assert.Equal("周二", records[^1].RejectedValue);
        Assert.Contains("周四", records[^1].Text, StringComparison.Ordinal);
    }
}
