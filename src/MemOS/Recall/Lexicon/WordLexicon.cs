using System.Buffers.Binary;
using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace MemOS.Recall.Lexicon;

/// <summary>
/// The embedded lexicon of English: for each of some 36,000 terms a vector of its meaning, how much it tells about a topic, and
/// the everyday domains it belongs to. Keyed by the terms that <see cref="Words.WordAnalyzer"/> makes.
/// </summary>
/// <remarks>
/// Built by <c>eng/lexicon</c> from WordNet and from the word pairs of a language model; <see cref="Notice"/> carries their
/// licences. The file: "MLEX", version, number of terms, dimension, number of domains (little-endian 32-bit); names of domains;
/// terms; one byte of weight a term; four pairs (domain, strength) of bytes a term; one signed byte a dimension and term.
/// Loaded once, on first use. Immutable, safe for concurrent use.
/// </remarks>
internal sealed class WordLexicon
{
    /// <summary>How many domains a term can belong to.</summary>
    public const int DomainsOfATerm = 4;

    private const int Version = 1;
    private static readonly Lazy<WordLexicon> Shared = new(LoadEmbedded);
    private readonly byte[] _data;
    private readonly TermTable _terms;
    private readonly int _weights;
    private readonly int _domains;
    private readonly int _vectors;
    private readonly float[] _scales;

    private WordLexicon(byte[] data)
    {
        _data = data;
        if (data.Length < 20 || !data.AsSpan(0, 4).SequenceEqual("MLEX"u8) || Int(4) != Version)
        {
            throw new InvalidDataException("This is no lexicon of the version that this code reads: build it anew with eng/lexicon.");
        }

        Count = Int(8);
        Dimension = Int(12);
        var at = 20;
        var names = new string[Int(16)];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = Text(ref at);
        }

        DomainNames = names;
        _terms = TermTable.Read(data, Count, ref at);
        _weights = at;
        _domains = _weights + Count;
        _vectors = _domains + (Count * DomainsOfATerm * 2);
        if (data.Length != _vectors + ((long)Count * Dimension))
        {
            throw new InvalidDataException("The lexicon is cut short: build it anew with eng/lexicon.");
        }

        _scales = Scales();
    }

    /// <summary>The embedded lexicon, loaded on first use.</summary>
    public static WordLexicon Default => Shared.Value;

    /// <summary>The licences of the sources, which go with every copy of the data.</summary>
    public static string Notice
    {
        get
        {
            using var reader = new StreamReader(Resource("NOTICE"));
            return reader.ReadToEnd();
        }
    }

    /// <summary>The number of terms.</summary>
    public int Count { get; }

    /// <summary>The number of dimensions of a vector.</summary>
    public int Dimension { get; }

    /// <summary>The everyday domains ("food", "travel"), by number.</summary>
    public IReadOnlyList<string> DomainNames { get; }

    /// <summary>Reads a lexicon from a stream.</summary>
    /// <exception cref="InvalidDataException">The stream holds no lexicon of this version.</exception>
    public static WordLexicon Read(Stream stream)
    {
        var data = new byte[stream.Length];
        stream.ReadExactly(data);
        return new(data);
    }

    /// <summary>The number of a term, or -1 for one that the lexicon does not know.</summary>
    public int IndexOf(ReadOnlySpan<char> term) => _terms.Find(term);

    /// <summary>Copies the unit vector of a term.</summary>
    /// <returns>Whether the term is known; if not, <paramref name="vector"/> is left as it was.</returns>
    public bool TryGetVector(ReadOnlySpan<char> term, Span<float> vector)
    {
        var index = IndexOf(term);
        if (index < 0)
        {
            return false;
        }

        vector[..Dimension].Clear();
        AddTo(vector, index, 1);
        return true;
    }

    /// <summary>The cosine of two terms, from -1 to 1; 1 for equal terms, 0 when one of two different terms is unknown.</summary>
    public float Similarity(string first, string second)
    {
        if (string.Equals(first, second, StringComparison.Ordinal))
        {
            return 1;
        }

        var (a, b) = (IndexOf(first), IndexOf(second));
        return a < 0 || b < 0 ? 0 : Similarity(a, b);
    }

    /// <summary>The cosine of two terms by number.</summary>
    public float Similarity(int first, int second) => Dot(Row(first), Row(second)) * _scales[first] * _scales[second];

    /// <summary>How much a term says about the topic, above 0 up to 1: low for common words and for words of asking and liking.</summary>
    public float Weight(int index) => _data[_weights + index] / 255f;

    /// <summary>Adds the vector of a term, times a factor, to a sum of vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddTo(Span<float> sum, int index, float factor)
    {
        var row = Row(index);
        factor *= _scales[index];
        var i = 0;
        for (; i <= row.Length - Vector<sbyte>.Count; i += Vector<sbyte>.Count)
        {
            Vector.Widen(new Vector<sbyte>(row[i..]), out var low, out var high);
            Accumulate(sum[i..], low, factor);
            Accumulate(sum[(i + Vector<short>.Count)..], high, factor);
        }

        for (; i < row.Length; i++)
        {
            sum[i] += row[i] * factor;
        }
    }

    /// <summary>Adds the domains of a term, as strengths from 0 to 1 times a factor, to a sum by domain.</summary>
    public void AddDomains(Span<float> sum, int index, float factor)
    {
        var at = _domains + (index * DomainsOfATerm * 2);
        for (var i = 0; i < DomainsOfATerm; i++, at += 2)
        {
            sum[_data[at]] += factor * _data[at + 1] / 255f;
        }
    }

    private static WordLexicon LoadEmbedded()
    {
        using var stream = Resource("lexicon.bin");
        return Read(stream);
    }

    private static Stream Resource(string name) =>
        Assembly.GetExecutingAssembly().GetManifestResourceStream("MemOS.Recall.Lexicon." + name) ?? throw new InvalidOperationException($"The resource '{name}' of the lexicon is not in this build of MemOS.");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Accumulate(Span<float> sum, Vector<short> values, float factor)
    {
        Vector.Widen(values, out var low, out var high);
        (new Vector<float>(sum) + (Vector.ConvertToSingle(low) * factor)).CopyTo(sum);
        var rest = sum[Vector<float>.Count..];
        (new Vector<float>(rest) + (Vector.ConvertToSingle(high) * factor)).CopyTo(rest);
    }

    // Unoptimised first code would make loading several times slower.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Dot(ReadOnlySpan<sbyte> left, ReadOnlySpan<sbyte> right)
    {
        var sums = Vector<int>.Zero;
        var i = 0;
        for (; i <= left.Length - Vector<sbyte>.Count; i += Vector<sbyte>.Count)
        {
            Vector.Widen(new Vector<sbyte>(left[i..]), out var leftLow, out var leftHigh);
            Vector.Widen(new Vector<sbyte>(right[i..]), out var rightLow, out var rightHigh);

            // Two products of bytes of at most 127 fit in 16 bits.
            Vector.Widen((leftLow * rightLow) + (leftHigh * rightHigh), out var low, out var high);
            sums += low + high;
        }

        var sum = Vector.Sum(sums);
        for (; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float[] Scales()
    {
        var scales = new float[Count];
        for (var i = 0; i < scales.Length; i++)
        {
            scales[i] = 1 / MathF.Sqrt(Math.Max(Dot(Row(i), Row(i)), 1));
        }

        return scales;
    }

    private ReadOnlySpan<sbyte> Row(int index) => MemoryMarshal.Cast<byte, sbyte>(_data.AsSpan(_vectors + (index * Dimension), Dimension));

    private int Int(int at) => BinaryPrimitives.ReadInt32LittleEndian(_data.AsSpan(at, 4));

    // A length below 128 and that many ASCII letters, as BinaryWriter writes a short string.
    private string Text(ref int at)
    {
        var text = Encoding.ASCII.GetString(_data, at + 1, _data[at]);
        at += 1 + text.Length;
        return text;
    }
}
