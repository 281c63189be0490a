using MemOS.Recall.Lexicon;
using MemOS.Recall.Words;

namespace MemOS.Tests.Recall.Lexicon;

public sealed class WordLexiconTests
{
    [Theory]
    [InlineData("vegan", "restaurant", "laptop")]
    [InlineData("puppy", "kitten", "mortgage")]
    [InlineData("guitar", "piano", "dentist")]
    [InlineData("hotel", "motel", "sweater")]
    [InlineData("yoga", "workout", "invoice")]
    [InlineData("movie", "film", "tractor")]
    [InlineData("doctor", "nurse", "volcano")]
    [InlineData("lake", "river", "keyboard")]
    public void Similarity_OfEverydayWords_PutsKinNearer(string word, string kin, string stranger) =>
        Assert.True(WordLexicon.Default.Similarity(Term(word), Term(kin)) > WordLexicon.Default.Similarity(Term(word), Term(stranger)) + 0.1f);

    [Fact]
    public void Similarity_OfEqualTerms_IsOne() => Assert.Equal(1, WordLexicon.Default.Similarity("zzqx", "zzqx"));

    [Theory]
    [InlineData("zzqx", "hotel")]
    [InlineData("hotel", "京都")]
    [InlineData("京都", "东京")]
    [InlineData("", "hotel")]
    public void Similarity_WithUnknownTerm_IsZero(string first, string second) => Assert.Equal(0, WordLexicon.Default.Similarity(first, second));

    [Fact]
    public void TryGetVector_KnownTerm_HasLengthOne()
    {
        var vector = new float[WordLexicon.Default.Dimension];
        Assert.True(WordLexicon.Default.TryGetVector("hotel", vector));
        Assert.Equal(1, vector.Sum(value => value * value), 3);
    }

    [Fact]
    public void TryGetVector_UnknownTerm_LeavesTheVector()
    {
        var vector = new float[WordLexicon.Default.Dimension];
        vector[0] = 7;
        Assert.False(WordLexicon.Default.TryGetVector("zzqx", vector));
        Assert.Equal(7, vector[0]);
    }

    [Theory]
    [InlineData("vegan", "food")]
    [InlineData("puppy", "pets")]
    [InlineData("sedan", "cars")]
    [InlineData("guitar", "music")]
    public void AddDomains_OfEverydayWord_NamesItsDomain(string word, string domain)
    {
        var lexicon = WordLexicon.Default;
        var strengths = new float[lexicon.DomainNames.Count];
        lexicon.AddDomains(strengths, lexicon.IndexOf(Term(word)), 1);
        Assert.Equal(domain, lexicon.DomainNames[Array.IndexOf(strengths, strengths.Max())]);
    }

    [Fact]
    public void Weight_OfTopicalWord_IsAboveThatOfAsking()
    {
        var lexicon = WordLexicon.Default;
        Assert.True(lexicon.Weight(lexicon.IndexOf(Term("restaurant"))) > 3 * lexicon.Weight(lexicon.IndexOf(Term("recommend"))));
    }

    [Fact]
    public void Notice_OfTheAsset_CarriesBothLicences()
    {
        Assert.Contains("WordNet 3.0 Copyright 2006 by Princeton University", WordLexicon.Notice, StringComparison.Ordinal);
        Assert.Contains("Carnegie Mellon University", WordLexicon.Notice, StringComparison.Ordinal);
        Assert.Contains("THIS SOFTWARE IS PROVIDED", WordLexicon.Notice, StringComparison.Ordinal);
    }

    [Fact]
    public void Asset_InTheAssembly_StaysUnderEightMebibytes()
    {
        using var stream = typeof(WordLexicon).Assembly.GetManifestResourceStream("MemOS.Recall.Lexicon.lexicon.bin")!;
        Assert.InRange(stream.Length, 1 << 20, 8 << 20);
    }

    [Theory]
    [InlineData("")]
    [InlineData("MLEX but not one")]
    public void Read_OfForeignBytes_Throws(string content)
    {
        using var stream = new MemoryStream(System.Text.Encoding.ASCII.GetBytes(content));
        Assert.Throws<InvalidDataException>(() => WordLexicon.Read(stream));
    }

    private static string Term(string word) => WordAnalyzer.Terms(word).Single();
}
