using System.Collections.Frozen;
using System.Reflection;
using MemOS.Recall.Query;
using MemOS.Recall.Words;

namespace MemOS.Recall.Kinds;

/// <summary>Members of the kinds of things that a question asks for: who asks for sports wants the lines about tennis.</summary>
/// <remarks>From the embedded list <c>kinds.txt</c>. Loaded once, on first use. Immutable, safe for concurrent use.</remarks>
internal static class KindTerms
{
    // A longer text asks for nothing in particular.
    private const int MostTerms = 16;

    private static readonly Lazy<FrozenDictionary<string, IReadOnlyList<string>>> Embedded = new(Load);

    /// <summary>The members of the kinds that a query names, as far as it does not name them itself.</summary>
    /// <param name="terms">The terms of the query.</param>
    /// <param name="weight">The weight of a member; 0 for none of them.</param>
    public static IReadOnlyList<QueryTerm> Of(IReadOnlyList<QueryTerm> terms, double weight)
    {
        if (weight == 0 || terms.Count > MostTerms)
        {
            return [];
        }

        var lent = new Dictionary<string, QueryTerm>(StringComparer.Ordinal);
        foreach (var term in terms)
        {
            if (Embedded.Value.TryGetValue(term.Term, out var members))
            {
                foreach (var member in members)
                {
                    lent.TryAdd(member, new(member, weight));
                }
            }
        }

        foreach (var term in terms)
        {
            lent.Remove(term.Term);
        }

        return [.. lent.Values];
    }

    private static FrozenDictionary<string, IReadOnlyList<string>> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("MemOS.Recall.Kinds.kinds.txt") ?? throw new InvalidOperationException("The list of kinds is not in this build of MemOS.");
        using var reader = new StreamReader(stream);
        var all = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var parts = line.Split('|');
            var members = Terms(parts[1]);
            foreach (var kind in Terms(parts[0]))
            {
                all.TryAdd(kind, members);
            }
        }

        return all.ToFrozenDictionary(StringComparer.Ordinal);
    }

    // What is written in several words is told by none of them alone.
    private static List<string> Terms(string names) =>
        [.. names.Split(',').Select(static name => WordAnalyzer.Terms(name)).Where(static terms => terms.Count == 1).Select(static terms => terms[0]).Distinct(StringComparer.Ordinal)];
}
