using MemOS.Recall.Query;

namespace MemOS.Recall.Ranking;

/// <summary>What the channels of one search of one cube share: the question, the words found so far, and the candidates.</summary>
internal sealed class CubeView(IRecallReader reader, int cube, RecallQuery query, RecallWeights weights)
{
    /// <summary>The store as this search sees it.</summary>
    public IRecallReader Reader { get; } = reader;

    /// <summary>The cube.</summary>
    public int Cube { get; } = cube;

    /// <summary>What was understood of the question.</summary>
    public RecallQuery Query { get; } = query;

    /// <summary>The constants of ranking.</summary>
    public RecallWeights Weights { get; } = weights;

    /// <summary>The items that hold terms of the question, or lent ones.</summary>
    public WordSearch Words { get; } = new(reader, cube);

    /// <summary>What is ranked.</summary>
    public CandidatePool Candidates { get; } = new(reader);

    /// <summary>The names among the query's terms: terms by which somebody speaks, or is a subject, in the cube.</summary>
    public List<string> People { get; } = [];

    /// <summary>The terms that were lent by the best candidates.</summary>
    public List<QueryTerm> Lent { get; } = [];

    /// <summary>The preferences that were weighed against a request for advice, best first; empty when none was asked for.</summary>
    public IReadOnlyList<RatedPreference> Preferences { get; set; } = [];

    /// <summary>The cosine of the nearest item by vector; 0 without vectors.</summary>
    public double Similarity { get; set; }
}
