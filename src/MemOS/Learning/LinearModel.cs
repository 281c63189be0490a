using System.Collections.Frozen;
using System.Reflection;

namespace MemOS.Learning;

/// <summary>Judges by weights that were learned from examples: multinomial logistic regression over named features.</summary>
/// <remarks>
/// Built by <c>eng/judges</c> from examples written for this repository. The file: "MLIN", version, number of classes, number of
/// features (little-endian 32-bit); for each its name and a half-precision weight a class. Immutable, safe for concurrent use.
/// </remarks>
internal sealed class LinearModel
{
    private const int Version = 1;
    private const string Mark = "MLIN";
    private readonly FrozenDictionary<string, float[]> weights;
    private readonly int classes;

    private LinearModel(Dictionary<string, float[]> weights, int classes)
    {
        this.weights = weights.ToFrozenDictionary(StringComparer.Ordinal);
        this.classes = classes;
    }

    /// <summary>Reads a model that is embedded in this assembly.</summary>
    public static LinearModel Embedded(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The model '{name}' is not in this build of MemOS.");
        return Read(stream);
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">The stream holds no model of this version.</exception>
    public static LinearModel Read(Stream stream)
    {
        using var reader = new BinaryReader(stream);
        if (new string(reader.ReadChars(Mark.Length)) != Mark || reader.ReadInt32() != Version)
        {
            throw new InvalidDataException("This is no model of the version that this code reads: build it anew with eng/judges.");
        }

        var classes = reader.ReadInt32();
        var count = reader.ReadInt32();
        var weights = new Dictionary<string, float[]>(count, StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            var name = reader.ReadString();
            var row = new float[classes];
            for (var c = 0; c < classes; c++)
            {
                row[c] = (float)reader.ReadHalf();
            }

            weights.Add(name, row);
        }

        return new(weights, classes);
    }

    /// <summary>Writes a model, features in the order of their names.</summary>
    public static void Write(Stream stream, int classes, IEnumerable<KeyValuePair<string, float[]>> rows)
    {
        var ordered = rows.OrderBy(static row => row.Key, StringComparer.Ordinal).ToList();
        using var writer = new BinaryWriter(stream);
        writer.Write(Mark.ToCharArray());
        writer.Write(Version);
        writer.Write(classes);
        writer.Write(ordered.Count);
        foreach (var (name, row) in ordered)
        {
            writer.Write(name);
            foreach (var weight in row)
            {
                writer.Write((Half)weight);
            }
        }
    }

    /// <summary>The probabilities of the classes, in their order; they sum to 1.</summary>
    /// <param name="features">Names and strengths; a name that the model does not know counts for nothing.</param>
    public double[] Judge(IEnumerable<KeyValuePair<string, float>> features)
    {
        var sums = new double[classes];
        foreach (var (name, strength) in features)
        {
            if (weights.TryGetValue(name, out var row))
            {
                for (var c = 0; c < classes; c++)
                {
                    sums[c] += row[c] * strength;
                }
            }
        }

        return Softmax.Of(sums);
    }
}
