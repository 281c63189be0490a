namespace LexiconBuilder;

/// <summary>
/// Counts which terms occur together, in the language model's pairs and in WordNet's entries, and weighs the counts by positive
/// pointwise mutual information with smoothed contexts (Levy, Goldberg and Dagan, "Improving distributional similarity", 2015).
/// </summary>
internal static class Cooccurrence
{
    private const double ContextSmoothing = 0.75;
    private const double GlossWeight = 0.5;
    private const double NeighbourWeight = 0.5;

    // How much of a related meaning's words a meaning takes over. Instances ("Rome" for "city") and usage notes count little.
    private static readonly Dictionary<string, double> Relations = new(StringComparer.Ordinal)
    {
        ["@"] = 1, ["@i"] = 1, ["~"] = 0.6, ["~i"] = 0.1, ["+"] = 1, ["&"] = 1, ["\\"] = 1, [";c"] = 1, ["-c"] = 0.3,
        ["#m"] = 0.7, ["#p"] = 0.7, ["#s"] = 0.7, ["%m"] = 0.7, ["%p"] = 0.7, ["%s"] = 0.7, ["^"] = 0.7, ["!"] = 0.7, ["="] = 0.7,
        [">"] = 0.7, ["*"] = 0.7, ["$"] = 0.7, ["<"] = 0.7, [";u"] = 0, ["-u"] = 0, [";r"] = 0, ["-r"] = 0,
    };

    public static Dictionary<int, double>[] FromPairs(NgramModel model, Vocabulary vocabulary)
    {
        var numbers = model.Words.Select(word => Vocabulary.Single(word) is { } term ? vocabulary.Find(term) : -1).ToArray();
        var counts = Rows(vocabulary.Count);
        foreach (var (first, second, probability) in model.Pairs)
        {
            var (a, b) = (numbers[first], numbers[second]);
            if (a >= 0 && b >= 0)
            {
                Add(counts[a], b, probability);
                Add(counts[b], a, probability);
            }
        }

        return counts;
    }

    public static Dictionary<int, double>[] FromWordNet(IReadOnlyList<Synset> synsets, Vocabulary vocabulary)
    {
        var places = synsets.Select((synset, i) => (synset.Id, i)).ToDictionary(entry => entry.Id, entry => entry.i, StringComparer.Ordinal);
        var lemmas = synsets.Select(synset => LemmaWeights(synset, vocabulary)).ToArray();
        var glosses = synsets.Select(synset => vocabulary.Numbers(synset.Gloss).GroupBy(n => n).ToDictionary(group => group.Key, group => (double)group.Count())).ToArray();
        var counts = Rows(vocabulary.Count);
        for (var i = 0; i < synsets.Count; i++)
        {
            var own = new Dictionary<int, double>();
            AddWords(own, lemmas[i].Keys, glosses[i], 1);
            var related = synsets[i].Pointers.Select(pointer => (Place: places.GetValueOrDefault(pointer.Target, -1), Weight: Relations.GetValueOrDefault(pointer.Symbol, 0.3)))
                .Where(entry => entry.Place >= 0 && entry.Weight > 0).ToList();
            var total = related.Sum(entry => entry.Weight);
            foreach (var (place, weight) in related)
            {
                AddWords(own, lemmas[place].Keys, glosses[place], NeighbourWeight * weight / total);
            }

            foreach (var (lemma, weight) in lemmas[i])
            {
                foreach (var (word, count) in own)
                {
                    Add(counts[lemma], word, weight * count);
                }
            }

            // A word of the gloss sees the word that it explains, weakly.
            foreach (var (word, count) in glosses[i])
            {
                foreach (var lemma in lemmas[i].Keys)
                {
                    Add(counts[word], lemma, 0.3 * GlossWeight * count);
                }
            }
        }

        return counts;
    }

    /// <summary>Both tables side by side, weighed and brought to the same total.</summary>
    public static SparseMatrix Join(Dictionary<int, double>[] left, Dictionary<int, double>[] right)
    {
        var width = left.Length;
        Weigh(left);
        Weigh(right);
        var rows = left.Select((row, i) =>
        {
            foreach (var (column, value) in right[i])
            {
                row[width + column] = value;
            }

            return row;
        }).ToList();
        return SparseMatrix.FromRows(2 * width, rows);
    }

    private static void Weigh(Dictionary<int, double>[] counts)
    {
        var columns = new double[counts.Length];
        foreach (var (column, value) in counts.SelectMany(row => row))
        {
            columns[column] += value;
        }

        var smoothed = columns.Select(value => Math.Pow(value, ContextSmoothing)).ToArray();
        var total = smoothed.Sum();
        double squares = 0;
        for (var i = 0; i < counts.Length; i++)
        {
            var sum = counts[i].Values.Sum();
            counts[i] = counts[i].Select(entry => KeyValuePair.Create(entry.Key, Math.Log(entry.Value * total / (sum * smoothed[entry.Key]))))
                .Where(entry => entry.Value > 0).ToDictionary();
            squares += counts[i].Values.Sum(value => value * value);
        }

        var scale = 1 / Math.Sqrt(Math.Max(squares, double.Epsilon));
        foreach (var row in counts)
        {
            foreach (var column in row.Keys.ToArray())
            {
                row[column] *= scale;
            }
        }
    }

    // A word counts less in its rarer meanings, and as a part of a compound.
    private static Dictionary<int, double> LemmaWeights(Synset synset, Vocabulary vocabulary)
    {
        var weights = new Dictionary<int, double>();
        foreach (var (lemma, rank) in synset.Lemmas)
        {
            var parts = MemOS.Recall.Words.WordAnalyzer.Terms(lemma);
            foreach (var number in parts.Select(vocabulary.Find).Where(number => number >= 0))
            {
                Add(weights, number, 1.0 / ((1 + rank) * parts.Count));
            }
        }

        return weights;
    }

    private static void AddWords(Dictionary<int, double> to, IEnumerable<int> lemmas, Dictionary<int, double> gloss, double weight)
    {
        foreach (var lemma in lemmas)
        {
            Add(to, lemma, weight);
        }

        foreach (var (word, count) in gloss)
        {
            Add(to, word, weight * GlossWeight * count);
        }
    }

    private static Dictionary<int, double>[] Rows(int count) => [.. Enumerable.Range(0, count).Select(_ => new Dictionary<int, double>())];

    private static void Add(Dictionary<int, double> row, int column, double value) => row[column] = row.GetValueOrDefault(column) + value;
}
