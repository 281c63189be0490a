using MemOS.Learning;

namespace JudgeTrainer;

/// <summary>Learns the weights of a <see cref="LinearModel"/>: multinomial logistic regression over named features, by AdaGrad with L2 shrinkage. The same examples give the same weights.</summary>
internal sealed class LinearLearner
{
    private readonly int classes;
    private readonly float shrink;
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly float[] weights;
    private readonly float[] squares;

    /// <summary>Creates a model without any knowledge.</summary>
    /// <param name="classes">The number of classes.</param>
    /// <param name="examples">The features of the examples; a feature that fewer than <paramref name="least"/> of them have is left out.</param>
    /// <param name="least">In how many examples a feature must be.</param>
    /// <param name="shrink">How strongly weights are drawn to zero.</param>
    public LinearLearner(int classes, IEnumerable<IReadOnlyList<KeyValuePair<string, float>>> examples, int least, float shrink)
    {
        this.classes = classes;
        this.shrink = shrink;
        foreach (var name in examples.SelectMany(static features => features.Select(static feature => feature.Key)).CountBy(static name => name).Where(pair => pair.Value >= least).Select(static pair => pair.Key).Order(StringComparer.Ordinal))
        {
            places.Add(name, places.Count);
        }

        weights = new float[places.Count * classes];
        squares = new float[weights.Length];
    }

    /// <summary>The names and weights, weights by class.</summary>
    public IEnumerable<KeyValuePair<string, float[]>> Rows => places.Select(pair => KeyValuePair.Create(pair.Key, weights.AsSpan(pair.Value * classes, classes).ToArray()));

    /// <summary>The features that the model knows, by place.</summary>
    public (int Place, float Value)[] Known(IReadOnlyList<KeyValuePair<string, float>> features) =>
        [.. features.Where(feature => places.ContainsKey(feature.Key)).Select(feature => (places[feature.Key], feature.Value))];

    /// <summary>The probabilities of the classes.</summary>
    public double[] Judge((int Place, float Value)[] features)
    {
        var sums = new double[classes];
        foreach (var (place, value) in features)
        {
            for (var c = 0; c < classes; c++)
            {
                sums[c] += weights[(place * classes) + c] * value;
            }
        }

        return Softmax.Of(sums);
    }

    /// <summary>Takes one step towards an example.</summary>
    public void Learn((int Place, float Value)[] features, int right, float weight = 1)
    {
        const float Rate = 0.1f;
        var probabilities = Judge(features);
        foreach (var (place, value) in features)
        {
            for (var c = 0; c < classes; c++)
            {
                var at = (place * classes) + c;
                var slope = (((float)probabilities[c] - (c == right ? 1 : 0)) * value * weight) + (shrink * weights[at]);
                squares[at] += slope * slope;
                weights[at] -= Rate * slope / (MathF.Sqrt(squares[at]) + 1e-4f);
            }
        }
    }
}
