namespace MemOS.Hosts.Tests.Docs;

/// <summary>The code on the pages about hosts is code that is compiled and run: each block is a region of a sample or a test.</summary>
public sealed class HostPageTests
{
    public static TheoryData<string> Pages => [.. Directory.EnumerateFiles(Path.Combine(Checkout.Root, "docs", "hosts"), "*.md").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_EveryBlockOfCode_IsACompiledRegion(string page)
    {
        var blocks = CodeBlock.Of(File.ReadAllText(Path.Combine(Checkout.Root, "docs", "hosts", page)), "csharp").ToList();
        Assert.NotEmpty(blocks);
        foreach (var block in blocks)
        {
            Assert.True(block.Origin is not null, $"No comment '<!-- from FILE#REGION -->' stands before this block:\n{block.Text}");
            var (file, region) = (block.Origin.Split('#')[0], block.Origin.Split('#')[1]);
            Assert.Equal(CodeBlock.RegionOf(File.ReadAllText(Path.Combine(Checkout.Root, file)), region), block.Text);
        }
    }
}
