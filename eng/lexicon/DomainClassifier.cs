using System.Numerics.Tensors;

namespace LexiconBuilder;

/// <summary>
/// Learns from seed words how strongly each term belongs to each domain of life: multinomial logistic regression over the word
/// vectors, with a class of its own for words of no domain, drawn evenly from the common words that are no seeds.
/// </summary>
internal sealed class DomainClassifier
{
    private const double Regularisation = 0.2;
    private const int Steps = 400;
    private const int BackgroundRange = 15000;
    private const int BackgroundStride = 16;
    private readonly Dictionary<int, List<int>> _seeds = [];
    private readonly int _domains;
    private readonly double[][] _weights;

    public DomainClassifier(float[][] vectors, Vocabulary vocabulary, IReadOnlyList<(string Name, string Words)> domains)
    {
        _domains = domains.Count;
        var samples = new List<(float[] Vector, int Class)>();
        for (var domain = 0; domain < domains.Count; domain++)
        {
            foreach (var term in vocabulary.Numbers(domains[domain].Words).Distinct())
            {
                samples.Add((vectors[term], domain));
                (_seeds.TryGetValue(term, out var of) ? of : _seeds[term] = []).Add(domain);
            }
        }

        for (var term = 7; term < Math.Min(BackgroundRange, vectors.Length); term += BackgroundStride)
        {
            if (!_seeds.ContainsKey(term))
            {
                samples.Add((vectors[term], _domains));
            }
        }

        _weights = Train(samples, vectors[0].Length);
    }

    /// <summary>How much a term belongs to each domain, from 0 to 1; the rest to 1 is "no domain".</summary>
    public double[] Affinities(int term, float[] vector)
    {
        var affinities = Probabilities(_weights, vector)[.._domains];
        if (_seeds.TryGetValue(term, out var seeds))
        {
            for (var i = 0; i < affinities.Length; i++)
            {
                affinities[i] = (0.5 * affinities[i]) + (seeds.Contains(i) ? 0.5 / seeds.Count : 0);
            }
        }

        return affinities;
    }

    // Full-batch gradient descent with Nesterov momentum: the problem is small and convex.
    private double[][] Train(List<(float[] Vector, int Class)> samples, int width)
    {
        var classes = _domains + 1;
        var weights = Zeros(classes, width + 1);
        var velocity = Zeros(classes, width + 1);
        var rate = 4.0 / samples.Count;
        for (var step = 0; step < Steps; step++)
        {
            var momentum = Math.Min(0.95, 1 - (3.0 / (step + 5)));
            var ahead = Zeros(classes, width + 1);
            for (var c = 0; c < classes; c++)
            {
                TensorPrimitives.MultiplyAdd(velocity[c], momentum, weights[c], ahead[c]);
            }

            var errors = new double[samples.Count][];
            Parallel.For(0, samples.Count, i =>
            {
                errors[i] = Probabilities(ahead, samples[i].Vector);
                errors[i][samples[i].Class] -= 1;
            });
            Parallel.For(0, classes, c =>
            {
                var gradient = new double[width + 1];
                for (var i = 0; i < samples.Count; i++)
                {
                    var error = errors[i][c];
                    var vector = samples[i].Vector;
                    for (var j = 0; j < width; j++)
                    {
                        gradient[j] += error * vector[j];
                    }

                    gradient[width] += error;
                }

                for (var j = 0; j <= width; j++)
                {
                    gradient[j] += j < width ? Regularisation * ahead[c][j] : 0;
                    velocity[c][j] = (momentum * velocity[c][j]) - (rate * gradient[j]);
                    weights[c][j] += velocity[c][j];
                }
            });
        }

        return weights;
    }

    private static double[] Probabilities(double[][] weights, float[] vector)
    {
        var width = vector.Length;
        var scores = new double[weights.Length];
        for (var c = 0; c < scores.Length; c++)
        {
            var sum = weights[c][width];
            for (var j = 0; j < width; j++)
            {
                sum += weights[c][j] * vector[j];
            }

            scores[c] = sum;
        }

        TensorPrimitives.SoftMax(scores, scores);
        return scores;
    }

    private static double[][] Zeros(int rows, int columns) => [.. Enumerable.Range(0, rows).Select(_ => new double[columns])];
}
