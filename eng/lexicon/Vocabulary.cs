using MemOS.Recall.Words;

namespace LexiconBuilder;

/// <summary>The terms of the lexicon: stems as the word index makes them, the commonest of the language model first.</summary>
internal sealed class Vocabulary
{
    private const double UnseenFrequency = 1e-8;
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _terms = [];
    private readonly List<double> _frequencies = [];

    private Vocabulary()
    {
    }

    public int Count => _terms.Count;

    public IReadOnlyList<string> Terms => _terms;

    /// <summary>The share of a term among all words; the terms known to WordNet alone get a small constant.</summary>
    public IReadOnlyList<double> Frequencies => _frequencies;

    /// <summary>Takes the commonest stems, then those words of WordNet that have the most relations.</summary>
    public static Vocabulary Choose(NgramModel model, IReadOnlyList<Synset> synsets, int common, int further)
    {
        var vocabulary = new Vocabulary();
        var frequency = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var i = 0; i < model.Words.Count; i++)
        {
            if (Single(model.Words[i]) is { } term)
            {
                frequency[term] = frequency.GetValueOrDefault(term) + model.Frequencies[i];
            }
        }

        foreach (var (term, share) in frequency.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal).Take(common))
        {
            vocabulary.Add(term, share);
        }

        var relations = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var synset in synsets)
        {
            foreach (var (lemma, _) in synset.Lemmas.Where(entry => char.IsLower(entry.Lemma[0])))
            {
                if (Single(lemma) is { } term && vocabulary.Find(term) < 0)
                {
                    relations[term] = relations.GetValueOrDefault(term) + synset.Pointers.Count;
                }
            }
        }

        foreach (var (term, _) in relations.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal).Take(further))
        {
            vocabulary.Add(term, UnseenFrequency);
        }

        return vocabulary;
    }

    /// <summary>The number of a term, or -1.</summary>
    public int Find(string term) => _numbers.GetValueOrDefault(term, -1);

    /// <summary>The numbers of the known terms of a text, in order.</summary>
    public IEnumerable<int> Numbers(string text) => WordAnalyzer.Terms(text).Select(Find).Where(number => number >= 0);

    /// <summary>The term of a text that is one English word, or null.</summary>
    public static string? Single(string text)
    {
        var terms = WordAnalyzer.Terms(text);
        return terms.Count == 1 && terms[0].Length is >= 2 and <= 20 && terms[0].All(char.IsAsciiLetterLower) ? terms[0] : null;
    }

    private void Add(string term, double frequency)
    {
        _numbers.Add(term, _terms.Count);
        _terms.Add(term);
        _frequencies.Add(frequency);
    }
}
