using MemOS.Evidence;

namespace MemOS.Benchmarks;

/// <summary>Made-up conversation: the same for everybody, with a long tail of words as real talk has.</summary>
internal static class Corpus
{
    private static readonly string[] Openers = ["I think", "Yesterday", "Last week", "My sister said that", "We found out that", "Honestly,", "On Monday", "This morning"];

    private static readonly string[] Statements =
    [
        "I moved to {0} and love the {1}", "my favourite {1} is the one in {0}", "I work as a {2} at a {1} company", "I bought a {1} for the {2}",
        "we are planning a trip to {0} with the {2}", "I am allergic to {1}", "the {2} started to learn {1}", "I met a {2} from {0} at the {1}",
    ];

    private static readonly string[] Roots = ["gar", "lin", "mos", "tav", "bel", "dor", "kin", "ras", "pol", "fen", "sul", "ver", "nam", "cor", "het", "jun"];

    /// <summary>Messages of one conversation, from a seed.</summary>
    public static IEnumerable<EvidenceDraft> Messages(int count, int seed)
    {
        var random = new Random(seed);
        var start = new DateTimeOffset(2024, 1, 1, 8, 0, 0, TimeSpan.Zero);
        for (var i = 0; i < count; i++)
        {
            yield return new()
            {
                Role = i % 2 == 0 ? EvidenceRole.User : EvidenceRole.Assistant,
                Text = $"{Pick(random, Openers)} {Statement(random)}, and {Statement(random)}.",
                Time = start.AddMinutes(i * 7),
            };
        }
    }

    /// <summary>Questions over the same words.</summary>
    public static IReadOnlyList<string> Questions(int count)
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, count).Select(i => $"What did I say about the {Word(random)} and the {Word(random)} in {Place(random)}, my favourite trip?")];
    }

    private static string Statement(Random random) =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, Pick(random, Statements), Place(random), Word(random), Word(random));

    private static string Place(Random random) => char.ToUpperInvariant(Word(random)[0]) + Word(random)[1..];

    // Squaring makes some words common and most rare.
    private static string Word(Random random)
    {
        var number = (int)(Math.Pow(random.NextDouble(), 3) * Roots.Length * Roots.Length * Roots.Length);
        return Roots[number / 256] + Roots[number / 16 % 16] + Roots[number % 16];
    }

    private static string Pick(Random random, string[] values) => values[random.Next(values.Length)];
}
