using FsCheck;
using FsCheck.Fluent;
using MemOS.Tokens;

namespace MemOS.Tests.Tokens;

public class EstimatingTokenCounterTests
{
    /// <summary>A text, what it costs (the dearer of cl100k_base and o200k_base, measured), and how far above that the estimate may be.</summary>
    public static TheoryData<string, int, double> Measured => new()
    {
        { "Yesterday Maria told me that she moved from Lisbon to a small village near Porto, because her daughter starts school there in September.", 25, 1.2 },
        { "I don't think we've met before, but I'm sure you'll like the concert; it's the best band I've heard all year!", 30, 1.2 },
        { "The quick brown fox jumps over the lazy dog. Pack my box with five dozen liquor jugs.", 20, 1.2 },
        { "# Setup\n\n1. Install the tool: `dotnet tool install memos`\n2. Run `memos doctor --json`\n\n> Everything stays on your machine.\n", 34, 1.25 },
        { "public static int Add(int left, int right)\n{\n    // Overflow is checked.\n    return checked(left + right);\n}\n", 25, 1.3 },
        { "def parse_args(argv):\n    parser = argparse.ArgumentParser(description=__doc__)\n    parser.add_argument('--db', default=None)\n    return parser.parse_args(argv)\n", 33, 1.35 },
        { "{\"id\": \"m1-12\", \"role\": \"user\", \"content\": \"hello\", \"tags\": [\"a\", \"b\"], \"score\": 0.93}", 38, 1.25 },
        { "2024-02-29 13:45:07 INFO  3141592653 bytes in 17 files (98.6 %), exit code 0", 34, 1.2 },
        { "+1 (555) 010-9999, 4111 1111 1111 1111, 192.168.0.1, 3.14159", 38, 1.2 },
        { "我昨天搬到了杭州，下个月开始在一家新公司工作。", 25, 1.6 },
        { "昨日、友達と一緒に京都へ行って、とても美味しい抹茶を飲みました。", 38, 1.4 },
        { "저는 어제 친구와 함께 부산에서 맛있는 회를 먹었습니다.", 30, 1.4 },
        { "So happy for you!! 🎉🎂 Can't wait 😂❤️ see you in 🇵🇹", 28, 1.4 },
        { "👩‍💻🔥✨👍🏽", 18, 1.4 },
        { "Ich habe gestern meine Schwester in Hamburg besucht, und wir sind lange am Hafen spazieren gegangen, weil das Wetter so schön war.", 33, 1.8 },
        { "Вчера я встретил старого друга, и мы долго говорили о работе.", 28, 1.4 },
        { "3f2504e0-4f89-41d3-9a0c-0305e82c3301", 27, 1.3 },
        { "https://example.org/projects/memory/issues?state=open&sort=updated", 15, 1.4 },
        { "getUserById HTMLParser XmlHttpRequest MAX_RETRY_COUNT snake_case_name", 16, 1.4 },
        { "----------------------------------------", 2, 2 },
    };

    [Theory]
    [MemberData(nameof(Measured))]
    public void Count_MeasuredText_IsNotBelowAndNotFarAbove(string text, int measured, double atMost) =>
        Assert.InRange(EstimatingTokenCounter.Instance.Count(text), measured, (int)Math.Ceiling(measured * atMost));

    [Fact]
    public void Count_EmptyText_IsZero() => Assert.Equal(0, EstimatingTokenCounter.Instance.Count(""));

    [Theory]
    [InlineData("a")]
    [InlineData("\n")]
    [InlineData(" ")]
    public void Count_AnyOtherText_IsAtLeastOne(string text) => Assert.InRange(EstimatingTokenCounter.Instance.Count(text), 1, 4);

    [Fact]
    public void Count_HalfASurrogatePair_IsCounted() => Assert.InRange(EstimatingTokenCounter.Instance.Count("\uD83D"), 1, 5);

    [Fact]
    public void Count_AnyText_EndsAndGrowsWithTheText() => Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
    {
        var once = EstimatingTokenCounter.Instance.Count(text ?? "");
        return once >= 0 && EstimatingTokenCounter.Instance.Count(text + "\n" + text) >= once;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Count_AnyText_AllocatesNothing()
    {
        const string Text = "Nothing here is worth an allocation: not even 3,141 words.";
        EstimatingTokenCounter.Instance.Count(Text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        EstimatingTokenCounter.Instance.Count(Text);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
