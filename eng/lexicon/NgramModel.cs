using System.Buffers.Binary;
using System.Text;

namespace LexiconBuilder;

/// <summary>
/// Reads word pairs at distance one and two, with their probability, from a trigram model in CMU Sphinx's binary trie format
/// (github.com/cmusphinx/sphinxbase, src/libsphinxbase/lm/lm_trie.c).
/// </summary>
internal sealed class NgramModel
{
    private const int QuantSize = 1 << 16;
    private static readonly byte[] Header = Encoding.ASCII.GetBytes("Trie Language Model");

    private NgramModel(string[] words, double[] frequencies, List<WordPair> pairs)
    {
        Words = words;
        Frequencies = frequencies;
        Pairs = pairs;
    }

    public IReadOnlyList<string> Words { get; }

    /// <summary>The share of each word among all words of the model's corpus.</summary>
    public IReadOnlyList<double> Frequencies { get; }

    public IReadOnlyList<WordPair> Pairs { get; }

    /// <summary>A model of given numbers, for small samples.</summary>
    public static NgramModel Of(string[] words, double[] frequencies, List<WordPair> pairs) => new(words, frequencies, pairs);

    public static NgramModel Read(string path)
    {
        var file = File.ReadAllBytes(path);
        if (!file.AsSpan().StartsWith(Header) || file[Header.Length] != 3)
        {
            throw new InvalidDataException($"'{path}' is no trigram model in Sphinx's trie format.");
        }

        var at = Header.Length + 1;
        var counts = new int[3];
        for (var i = 0; i < 3; i++, at += 4)
        {
            counts[i] = Int(file, at);
        }

        // Probabilities are natural logarithms to the base 1.0001; the tables are: pair, back-off, triple.
        at += 4;
        var tables = at;
        var unigrams = tables + (3 * QuantSize * 4);
        at = unigrams + ((counts[0] + 1) * 12);
        var wordBits = Bits(counts[0]);
        var nextBits = Bits(counts[2]);
        var pairBits = wordBits + 32 + nextBits;
        var pairStart = at;
        at += ((((1 + counts[1]) * pairBits) + 7) / 8) + 8;
        var tripleBits = wordBits + 16;
        var tripleStart = at;
        at += ((((1 + counts[2]) * tripleBits) + 7) / 8) + 8;
        var words = Encoding.Latin1.GetString(file, at + 4, Int(file, at)).Split('\0')[..counts[0]];

        double Table(int table, int index) => Float(file, tables + (((table * QuantSize) + index) * 4)) * Math.Log(1.0001);
        double Unigram(int word) => Float(file, unigrams + (word * 12)) * Math.Log(1.0001);
        int FirstPair(int word) => Int(file, unigrams + (word * 12) + 8);

        // The trie is keyed by the last word first: word, the one before it, the one before that.
        var total = FirstPair(counts[0]);
        var probability = new Dictionary<long, double>(total);
        var pairs = new List<WordPair>(total + counts[2]);
        for (var last = 0; last < counts[0]; last++)
        {
            for (var i = FirstPair(last); i < FirstPair(last + 1); i++)
            {
                var before = Field(file, pairStart, pairBits, i, 0, wordBits);
                var log = Table(0, Field(file, pairStart, pairBits, i, wordBits + 16, 16));
                probability[((long)before << 32) | (uint)last] = log;
                pairs.Add(new(before, last, Math.Exp(Unigram(before) + log)));
            }
        }

        for (var last = 0; last < counts[0]; last++)
        {
            for (var i = FirstPair(last); i < FirstPair(last + 1); i++)
            {
                var middle = Field(file, pairStart, pairBits, i, 0, wordBits);
                var end = i + 1 == total ? counts[2] : Field(file, pairStart, pairBits, i + 1, wordBits + 32, nextBits);
                for (var j = Field(file, pairStart, pairBits, i, wordBits + 32, nextBits); j < end; j++)
                {
                    var first = Field(file, tripleStart, tripleBits, j, 0, wordBits);
                    if (probability.TryGetValue(((long)first << 32) | (uint)middle, out var log))
                    {
                        var conditional = Table(2, Field(file, tripleStart, tripleBits, j, wordBits, 16));
                        pairs.Add(new(first, last, Math.Exp(Unigram(first) + log + conditional)));
                    }
                }
            }
        }

        return new(words, [.. Enumerable.Range(0, counts[0]).Select(word => Math.Exp(Unigram(word)))], pairs);
    }

    private static int Field(byte[] file, int start, int entryBits, int index, int offset, int length)
    {
        var bit = ((long)index * entryBits) + offset;
        var value = BinaryPrimitives.ReadUInt64LittleEndian(file.AsSpan(start + (int)(bit >> 3), 8));
        return (int)((value >> (int)(bit & 7)) & ((1UL << length) - 1));
    }

    private static int Bits(int value) => 32 - int.LeadingZeroCount(value);

    private static int Int(byte[] file, int at) => BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(at, 4));

    private static float Float(byte[] file, int at) => BinaryPrimitives.ReadSingleLittleEndian(file.AsSpan(at, 4));
}
