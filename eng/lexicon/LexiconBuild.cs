using System.Numerics.Tensors;

namespace LexiconBuilder;

/// <summary>One build of the lexicon: from the sources to unit vectors, and on to the file.</summary>
internal sealed class LexiconBuild
{
    private LexiconBuild(Vocabulary vocabulary, float[][] vectors)
    {
        Vocabulary = vocabulary;
        Vectors = vectors;
    }

    public Vocabulary Vocabulary { get; }

    public float[][] Vectors { get; }

    public static LexiconBuild Run(IReadOnlyList<Synset> synsets, NgramModel model, LexiconBuildOptions options, Action<string> say)
    {
        var vocabulary = Vocabulary.Choose(model, synsets, options.CommonTerms, options.FurtherTerms);
        var matrix = Cooccurrence.Join(Cooccurrence.FromPairs(model, vocabulary), Cooccurrence.FromWordNet(synsets, vocabulary));
        say($"{matrix.Rows} terms by {matrix.Columns} contexts, {matrix.Count} values");
        var vectors = LexiconAsset.Centre(RandomizedSvd.Embed(matrix, options.Dimension, options.Iterations));
        say("vectors done");
        return new(vocabulary, vectors);
    }

    public void Write(string output, string domainFile, string requestFile) =>
        LexiconAsset.Write(output, Vocabulary, Vectors, ReadDomains(domainFile), string.Join(' ', Data(requestFile)));

    public IEnumerable<string> Neighbours(string word, int count)
    {
        var term = Vocabulary.Numbers(word).First();
        return Vectors.Select((vector, i) => (Term: Vocabulary.Terms[i], Similarity: TensorPrimitives.Dot<float>(vector, Vectors[term])))
            .Where(entry => entry.Term != Vocabulary.Terms[term]).OrderByDescending(entry => entry.Similarity).Take(count).Select(entry => entry.Term);
    }

    private static List<(string Name, string Words)> ReadDomains(string file) =>
        [.. Data(file).Select(line => line.Split(':', 2)).Select(parts => (parts[0], parts[1]))];

    private static IEnumerable<string> Data(string file) => File.ReadLines(file).Where(line => line.Length > 0 && line[0] != '#');
}
