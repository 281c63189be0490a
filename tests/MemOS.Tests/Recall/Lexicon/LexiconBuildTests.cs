using LexiconBuilder;
using MemOS.Recall.Lexicon;

namespace MemOS.Tests.Recall.Lexicon;

public sealed class LexiconBuildTests
{
    private const string Nouns = """
          1 This line stands for the licence at the head of the file.
        00000001 05 n 01 dog 0 002 @ 00000003 n 0000 ~ 00000002 n 0000 | a tame animal that barks; "the dog barked"
        00000002 05 n 02 puppy 0 whelp 0 001 @ 00000001 n 0000 | a young dog
        00000003 03 n 01 animal 0 001 ~ 00000001 n 0000 | a living creature that moves
        00000004 13 n 01 bread 0 001 @ 00000005 n 0000 | food baked from flour
        00000005 13 n 01 food 0 001 ~ 00000004 n 0000 | what one eats
        """;

    private static readonly NgramModel Model = NgramModel.Of(
        ["dog", "barks", "bread", "flour", "food", "puppy"],
        [0.3, 0.2, 0.2, 0.1, 0.1, 0.1],
        [new(0, 1, 0.2), new(5, 1, 0.1), new(2, 3, 0.2), new(4, 3, 0.1)]);

    [Fact]
    public void Run_TwiceOnOneSource_GivesTheSameBytes() => Assert.Equal(BuildBytes(), BuildBytes());

    [Fact]
    public void Run_OnTinySource_PutsKinNearer()
    {
        using var stream = new MemoryStream(BuildBytes());
        var lexicon = WordLexicon.Read(stream);
        Assert.True(lexicon.Similarity("dog", "puppi") > lexicon.Similarity("dog", "flour"));
        Assert.True(lexicon.Similarity("bread", "flour") > lexicon.Similarity("bread", "bark"));
        Assert.Equal(["animals", "eating"], lexicon.DomainNames);
    }

    private static byte[] BuildBytes()
    {
        var folder = Directory.CreateTempSubdirectory("lexicon");
        try
        {
            string Put(string name, string text)
            {
                var path = Path.Combine(folder.FullName, name);
                File.WriteAllText(path, text);
                return path;
            }

            foreach (var part in (ReadOnlySpan<string>)["verb", "adj", "adv"])
            {
                Put("data." + part, "");
                Put("index." + part, "");
            }

            Put("data.noun", Nouns);
            Put("index.noun", "dog n 1 1 @ 1 0 00000001\npuppy n 1 1 @ 1 0 00000002\n");
            var build = LexiconBuild.Run(WordNetReader.Read(folder.FullName), Model, new(CommonTerms: 20, FurtherTerms: 20, Dimension: 4), _ => { });
            var output = Path.Combine(folder.FullName, "lexicon.bin");
            build.Write(output, Put("domains.txt", "# seeds\nanimals: dog puppy\neating: bread food\n"), Put("request-words.txt", "# none\nprefer\n"));
            return File.ReadAllBytes(output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
