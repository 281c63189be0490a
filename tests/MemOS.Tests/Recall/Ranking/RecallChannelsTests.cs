using MemOS.Recall.Ranking;

namespace MemOS.Tests.Recall.Ranking;

public class RecallChannelsTests
{
    public static TheoryData<string> Names => [.. RecallChannels.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Without_EachChannel_ChangesTheWeightsOnce(string channel)
    {
        var changed = RecallWeights.Default.Without(channel);
        Assert.NotEqual(RecallWeights.Default, changed);
        Assert.Equal(changed, changed.Without(channel));
    }

    [Fact]
    public void Without_UnknownChannel_NamesThoseThatThereAre()
    {
        var thrown = Assert.Throws<ArgumentException>(() => RecallWeights.Default.Without("magic"));
        Assert.Contains("neighbours, phrases, preferences", thrown.Message, StringComparison.Ordinal);
    }
}
