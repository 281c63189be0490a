using System.Buffers.Binary;
using System.Text;

namespace MemOS.Benchmarks;

/// <summary>
/// Words as often as in real talk: the terms of the embedded lexicon, the r-th of them as often as Zipf and Mandelbrot say. Few
/// are said all the time, and most hardly ever.
/// </summary>
internal sealed class Vocabulary
{
    private const string Resource = "MemOS.Recall.Lexicon.lexicon.bin";
    private const int Header = 20;
    private const int Size = 20_000;
    private const double Exponent = 1.05;
    private const double Offset = 2.7;
    private const int ShortestWord = 3;

    private readonly string[] words;
    private readonly double[] cumulated = new double[Size];

    private Vocabulary(string[] words)
    {
        this.words = words;
        var total = 0.0;
        for (var rank = 0; rank < cumulated.Length; rank++)
        {
            total += 1 / Math.Pow(rank + 1 + Offset, Exponent);
            cumulated[rank] = total;
        }
    }

    /// <summary>The words, the same at every run.</summary>
    public static Vocabulary Default { get; } = new(Read());

    /// <summary>A word, common ones more often.</summary>
    public string Next(Random random)
    {
        var place = Array.BinarySearch(cumulated, random.NextDouble() * cumulated[^1]);
        return words[Math.Min(place < 0 ? ~place : place, words.Length - 1)];
    }

    private static string[] Read()
    {
        using var stream = typeof(MemoryOS).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"There is no {Resource} in this build of MemOS.");
        var data = new byte[stream.Length];
        stream.ReadExactly(data);
        var count = BinaryPrimitives.ReadInt32LittleEndian(data.AsSpan(8));
        var domains = BinaryPrimitives.ReadInt32LittleEndian(data.AsSpan(16));
        var all = new string[domains + count];
        var at = Header;
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = Encoding.ASCII.GetString(data, at + 1, data[at]);
            at += 1 + data[at];
        }

        // The lexicon is in alphabetical order: shuffled, no rank prefers a letter.
        var words = all[domains..].Where(static word => word.Length >= ShortestWord && word.All(char.IsAsciiLetterLower)).ToArray();
        new Random(11).Shuffle(words);
        return words[..Size];
    }
}
