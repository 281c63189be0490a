using System.Numerics.Tensors;

namespace MemOS.Recall.Lexicon;

/// <summary>A text as the lexicon sees it. Immutable; a caller may keep it with the item (about 1 KB) to save the making.</summary>
internal sealed class TextProfile
{
    // A word that the lexicon does not know is likely a name: it counts as an ordinary topical word, and matches itself only.
    private const float UnknownWeight = 0.6f;
    private const char FirstIdeograph = '\u3040';
    private readonly int[] _terms;
    private readonly float[] _weights;

    private TextProfile(int[] terms, float[] weights, string[] unknown, float[] vector, float[] domains)
    {
        _terms = terms;
        _weights = weights;
        Unknown = unknown;
        Vector = vector;
        Domains = domains;
        TotalWeight = TensorPrimitives.Sum<float>(weights);
    }

    /// <summary>The known terms by number, then one -1 for each unknown one.</summary>
    public ReadOnlySpan<int> Terms => _terms;

    public ReadOnlySpan<float> Weights => _weights;

    public string[] Unknown { get; }

    public int KnownCount => _terms.Length - Unknown.Length;

    public float TotalWeight { get; }

    /// <summary>The weighed mean of the term vectors, of length 1 (or 0 when no term is known).</summary>
    public ReadOnlyMemory<float> Vector { get; }

    /// <summary>The domains of the terms, of length 1 (or 0).</summary>
    public ReadOnlyMemory<float> Domains { get; }

    /// <summary>The same, belonging to the kin of its domains, too: a question about a restaurant is one about diets.</summary>
    public TextProfile WithKin() => new(_terms, _weights, Unknown, Vector.ToArray(), DomainKinship.Spread(Domains.Span));

    /// <summary>Makes the profile of the distinct terms of a text. Speaker terms are left out: who spoke is no matter of meaning.</summary>
    public static TextProfile Of(WordLexicon lexicon, IReadOnlyList<string> terms)
    {
        var known = new List<int>(terms.Count);
        var unknown = new List<string>();
        foreach (var term in terms)
        {
            var index = lexicon.IndexOf(term);
            if (index >= 0)
            {
                known.Add(index);
            }
            else if (term.Length > 0 && term[0] >= FirstIdeograph)
            {
                AddGlosses(lexicon, term, known, unknown);
            }
            else if (term.Length > 0 && term[0] != Words.WordAnalyzer.SpeakerMark)
            {
                unknown.Add(term);
            }
        }

        var numbers = new int[known.Count + unknown.Count];
        var weights = new float[numbers.Length];
        var vector = new float[lexicon.Dimension];
        var domains = new float[lexicon.DomainNames.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = i < known.Count ? known[i] : -1;
            weights[i] = i < known.Count ? lexicon.Weight(known[i]) : UnknownWeight;
            if (i < known.Count)
            {
                lexicon.AddTo(vector, known[i], weights[i]);
                lexicon.AddDomains(domains, known[i], weights[i]);
            }
        }

        Normalise(vector);
        Normalise(domains);
        return new(numbers, weights, [.. unknown], vector, domains);
    }

    // A character is a part of a word more often than one: what no gloss explains says nothing alone, and in a pair itself.
    private static void AddGlosses(WordLexicon lexicon, string term, List<int> known, List<string> unknown)
    {
        var glosses = ChineseGlosses.Of(term);
        foreach (var gloss in glosses)
        {
            var index = lexicon.IndexOf(gloss);
            if (index >= 0 && !known.Contains(index))
            {
                known.Add(index);
            }
        }

        if (glosses.Count == 0 && term.Length > 1)
        {
            unknown.Add(term);
        }
    }

    /// <summary>Scales a vector to length 1, or leaves it at 0.</summary>
    public static void Normalise(Span<float> vector)
    {
        var norm = TensorPrimitives.Norm<float>(vector);
        if (norm > 1e-6f)
        {
            TensorPrimitives.Divide(vector, norm, vector);
        }
    }
}
