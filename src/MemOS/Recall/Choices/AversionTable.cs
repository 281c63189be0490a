using System.Numerics.Tensors;
using System.Reflection;
using System.Text.RegularExpressions;
using MemOS.Recall.Lexicon;
using MemOS.Recall.Words;

namespace MemOS.Recall.Choices;

/// <summary>What people commonly avoid, from the embedded list <c>aversions.txt</c>, and which of it explains a choice.</summary>
/// <remarks>Loaded once, on first use. Immutable, safe for concurrent use.</remarks>
internal static partial class AversionTable
{
    // One refused option may be there for another reason; of two, both must be explained.
    private const double Explained = 0.6;

    // One thing that was not taken tells nothing.
    private const int Several = 2;

    // What was said of the others weighs more than one option.
    private const double Named = 1.5;

    // What a domain must have of the strength of the strongest one for a choice to belong to it, too.
    private const float Belongs = 0.6f;

    private static readonly Lazy<IReadOnlyList<Aversion>> Embedded = new(Load);

    /// <summary>The list in its order.</summary>
    public static IReadOnlyList<Aversion> All => Embedded.Value;

    /// <summary>What explains most of the refused options and not the one that was taken; <see langword="null"/> when nothing does.</summary>
    /// <param name="taken">The option that was taken.</param>
    /// <param name="refused">The others.</param>
    /// <param name="said">What was said of the others: it decides where the options alone leave several explanations.</param>
    /// <param name="domains">How strongly the choice belongs to each domain of the lexicon.</param>
    /// <param name="isWhole">Whether it explains all the refused options, or was named.</param>
    public static Aversion? Explain(string taken, IReadOnlyList<string> refused, string said, ReadOnlySpan<float> domains, out bool isWhole)
    {
        isWhole = false;
        if (refused.Count < Several)
        {
            return null;
        }

        var chosen = Present(taken);
        var others = refused.Select(Present).ToList();
        var named = Present(said);
        var least = TensorPrimitives.Max(domains) * Belongs;
        Aversion? best = null;
        var most = 0.0;
        foreach (var aversion in All)
        {
            if (!IsOf(aversion, domains, least))
            {
                continue;
            }

            var held = others.Count(aversion.Holds);
            if (held < Math.Max(Several, refused.Count * Explained) || aversion.Holds(chosen))
            {
                continue;
            }

            var isNamed = aversion.Holds(named);
            var worth = held + (isNamed ? Named : 0);
            if (worth > most)
            {
                (best, most, isWhole) = (aversion, worth, isNamed || held == refused.Count);
            }
        }

        return best;
    }

    /// <summary>A text without what it says to be absent ("without fragrance", "gluten-free").</summary>
    public static string WithoutAbsent(string text) => Absent().Replace(text, " ");

    /// <summary>Whether words of something that is avoided were said.</summary>
    public static bool IsNamed(Aversion aversion, string said) => aversion.Holds(Present(said));

    private static bool IsOf(Aversion aversion, ReadOnlySpan<float> domains, float least)
    {
        foreach (var domain in aversion.Domains)
        {
            if (domains[domain] >= least)
            {
                return true;
            }
        }

        return false;
    }

    // What is said to be absent is not there: "without fragrance", "gluten-free", "faux fur".
    private static string Present(string text) => Write(WordAnalyzer.Terms(WithoutAbsent(text)));

    private static string Write(IEnumerable<string> terms) => $" {string.Join(' ', terms)} ";

    private static List<Aversion> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("MemOS.Recall.Choices.aversions.txt") ?? throw new InvalidOperationException("The list of aversions is not in this build of MemOS.");
        using var reader = new StreamReader(stream);
        var all = new List<Aversion>();
        IReadOnlyList<int> domains = [];
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('['))
            {
                domains = [.. line.Trim('[', ']').Split(' ').Select(DomainOf)];
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                all.Add(Parse(line, domains));
            }
        }

        return all;
    }

    private static int DomainOf(string name)
    {
        var names = WordLexicon.Default.DomainNames;
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i] == name)
            {
                return i;
            }
        }

        throw new InvalidDataException($"The list of aversions names a domain that the lexicon does not know: {name}");
    }

    private static Aversion Parse(string line, IReadOnlyList<int> domains)
    {
        var parts = line.Split('|', StringSplitOptions.TrimEntries);
        if (parts.Length != 3)
        {
            throw new InvalidDataException($"A line of the list of aversions has not three parts: {line}");
        }

        var signs = parts[2].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(static sign => WordAnalyzer.Terms(sign)).Where(static terms => terms.Count > 0);
        return new(parts[0], parts[1].Length == 0 ? null : parts[1], domains, [.. signs.Select(Write).Distinct(StringComparer.Ordinal)]);
    }

    [GeneratedRegex(@"\b(?:without|excluding|except|free\s+(?:of|from)|zero|no)\s+(?:any\s+)?[\w-]+(?:\s+or\s+[\w-]+)?|\b[\w-]+(?:-|\s+)free\b|\b(?:faux|vegan|plant-based|imitation|non-?)[\s-]*\w+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Absent();
}
