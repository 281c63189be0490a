using FsCheck;
using FsCheck.Fluent;
using MemOS.Evidence;

namespace MemOS.Tests.Evidence;

public class DocumentChunkerTests
{
    [Fact]
    public void Split_Headings_BeginChunksAndLeadWhatFollows()
    {
        var chunks = DocumentChunker.Split("# Guide\n\nFirst.\n\n## Install\n\n" + new string('a', 150) + "\n\n" + new string('b', 150) + "\n\n## Use\n\nLast.", 250);
        Assert.Equal(
            ["# Guide\n\nFirst.", "Guide\n\n## Install\n\n" + new string('a', 150), "Guide > Install\n\n" + new string('b', 150), "Guide\n\n## Use\n\nLast."],
            chunks);
    }

    [Theory]
    [InlineData("one two three", 1)]
    [InlineData("#hashtag is no heading\n\n####### nor is this", 1)]
    [InlineData("```\n# a comment in code\n\nmore code\n```", 1)]
    [InlineData("~~~\nopen to the end\n\n# still code", 1)]
    [InlineData("# A\n\n# B\n\ntext", 1)]
    [InlineData("# A\n\ntext\n\n# B\n\ntext", 2)]
    [InlineData("  \n\n ", 0)]
    public void Split_Structure_GivesAsManyChunks(string text, int count) => Assert.Equal(count, DocumentChunker.Split(text, 1000).Count);

    [Fact]
    public void Split_LongParagraph_IsCutBetweenSentences()
    {
        var sentence = "This sentence has a few words in it and then it ends.";
        var chunks = DocumentChunker.Split(string.Join(' ', Enumerable.Repeat(sentence, 20)), 300);
        Assert.All(chunks, chunk => Assert.EndsWith("ends.", chunk, StringComparison.Ordinal));
        Assert.All(chunks, chunk => Assert.StartsWith("This", chunk, StringComparison.Ordinal));
    }

    [Fact]
    public void Split_AnyText_KeepsEveryCharacterWithinTheLimit() => Prop.ForAll(ArbMap.Default.ArbFor<string?[]>(), ArbMap.Default.ArbFor<byte>(), (words, spread) =>
    {
        string[] marks = [" ", "\n", "\n\n", "\n# ", "\n## ", "\n```\n", "😀", ". "];
        var text = string.Concat((words ?? []).Select((word, index) => word?.Replace("#", "", StringComparison.Ordinal) + marks[(index + spread) % marks.Length] + new string('w', (index * 37) % 300)));
        if (!EvidenceGuard.IsWellFormed(text))
        {
            return true;
        }

        var chunks = DocumentChunker.Split(text, 200);
        return chunks.TrueForAll(chunk => chunk.Trim().Length > 0 && chunk.Length <= 200 && EvidenceGuard.IsWellFormed(chunk)) &&
            Letters(string.Concat(chunks)) >= Letters(text);
    }).QuickCheckThrowOnFailure();

    private static int Letters(string text) => text.Count(char.IsLetterOrDigit);
}
