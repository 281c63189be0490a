using System.Numerics.Tensors;
using System.Text;

namespace LexiconBuilder;

/// <summary>Writes the file that <c>MemOS.Recall.Lexicon.WordLexicon</c> reads; the format is described there.</summary>
internal static class LexiconAsset
{
    private const int MeanOver = 15000;
    private const int DomainsOfATerm = 4;
    private const double FrequencyScale = 1e-3;
    private const double NoDomainWeight = 0.3;
    private const double RequestWeight = 0.3;

    // What a row of vectors has in common says nothing: it is taken off (Mu and Viswanath, "All-but-the-top", 2018).
    public static float[][] Centre(float[][] vectors)
    {
        var normalised = vectors.Select(Normalise).ToArray();
        var mean = new float[vectors[0].Length];
        var over = Math.Min(MeanOver, vectors.Length);
        for (var i = 0; i < over; i++)
        {
            TensorPrimitives.MultiplyAdd(normalised[i], 1f / over, mean, mean);
        }

        return [.. normalised.Select(vector =>
        {
            var moved = new float[vector.Length];
            TensorPrimitives.Subtract(vector, mean, moved);
            return Normalise(moved);
        })];
    }

    public static void Write(string path, Vocabulary vocabulary, float[][] vectors, IReadOnlyList<(string Name, string Words)> domains, string requestWords)
    {
        var requests = vocabulary.Numbers(requestWords).ToHashSet();
        var classifier = new DomainClassifier(vectors, vocabulary, domains);
        using var writer = new BinaryWriter(File.Create(path), Encoding.ASCII);
        writer.Write("MLEX"u8);
        writer.Write(1);
        writer.Write(vocabulary.Count);
        writer.Write(vectors[0].Length);
        writer.Write(domains.Count);
        foreach (var (name, _) in domains)
        {
            writer.Write(name);
        }

        foreach (var term in vocabulary.Terms)
        {
            writer.Write(term);
        }

        var affinities = vocabulary.Terms.Select((_, i) => classifier.Affinities(i, vectors[i])).ToArray();
        for (var i = 0; i < vocabulary.Count; i++)
        {
            var rarity = FrequencyScale / (FrequencyScale + vocabulary.Frequencies[i]);
            var weight = (NoDomainWeight + affinities[i].Sum()) / (NoDomainWeight + 1) * rarity * (requests.Contains(i) ? RequestWeight : 1);
            writer.Write((byte)Math.Clamp(Math.Round(weight * 255), 1, 255));
        }

        foreach (var strongest in affinities.Select(row => row.Select((value, domain) => (value, domain)).OrderByDescending(entry => entry.value).Take(DomainsOfATerm).ToList()))
        {
            for (var i = 0; i < DomainsOfATerm; i++)
            {
                writer.Write((byte)(i < strongest.Count ? strongest[i].domain : 0));
                writer.Write((byte)(i < strongest.Count ? Math.Round(strongest[i].value * 255) : 0));
            }
        }

        foreach (var vector in vectors)
        {
            // The largest magnitude comes with its sign.
            var scale = 127 / Math.Max(MathF.Abs(TensorPrimitives.MaxMagnitude<float>(vector)), 1e-9f);
            writer.Write([.. vector.Select(value => (byte)(sbyte)MathF.Round(value * scale))]);
        }
    }

    private static float[] Normalise(float[] vector)
    {
        var norm = TensorPrimitives.Norm<float>(vector);
        var result = new float[vector.Length];
        TensorPrimitives.Multiply(vector, norm > 0 ? 1 / norm : 0, result);
        return result;
    }
}
