using System.Globalization;
using MemOS.Recall.Query;

namespace MemOS.Recall.Ranking;

/// <summary>Decides whether anything that was found bears on what was said; when nothing does, nothing is injected.</summary>
internal sealed class RelevanceGate(RecallQuery query, RecallWeights weights)
{
    /// <summary>What opened the gate, or why it stays closed.</summary>
    public string Reason { get; private set; } = "not asked for";

    /// <summary>Why a candidate did not pass.</summary>
    public string Below { get; private set; } = "the gate is closed";

    /// <summary>The candidates that may pass, in their order.</summary>
    public IReadOnlyList<Candidate> Pass(IReadOnlyList<Candidate> ranked, IReadOnlyList<CubeView> cubes)
    {
        if (ranked.Count == 0)
        {
            Reason = "closed: nothing was found";
            return [];
        }

        var coverage = ranked.Max(candidate => candidate.Coverage);
        var needed = query.AsksAboutAsker ? weights.GatePersonalCoverage : weights.GateCoverage;
        var words = query.IsShort && (coverage >= needed || cubes.Max(static cube => cube.Similarity) >= weights.GateSimilarity);
        var near = cubes.SelectMany(static cube => cube.Preferences).Select(rated => (Fit: Fit(rated), rated.Record)).OrderByDescending(pair => pair.Fit).FirstOrDefault();
        var preference = query.IsShort && near.Record is not null && near.Fit >= weights.GateFit;
        var isOpen = words || preference;
        Reason = !query.IsShort ? "closed: this is a text to work on rather than a question" : string.Create(CultureInfo.InvariantCulture,
            $"{(isOpen ? "open" : "closed")}: the best match holds {coverage:P0} of what was asked by weight (needs {needed:P0}); the nearest preference fits {near.Fit:0.00} (needs {weights.GateFit:0.00})");
        if (!isOpen)
        {
            return [];
        }

        Below = string.Create(CultureInfo.InvariantCulture, $"below the gate: scores less than {weights.GateShare:P0} of the best");

        var least = ranked.Max(candidate => candidate.Score) * weights.GateShare;
        return ranked.Where(candidate => candidate.Score >= least).ToList();
    }

    private static double Fit(RatedPreference rated) => Math.Max(rated.Match.Meaning, 0) + (0.5 * rated.Match.Domain) + (0.5 * rated.Match.Asked);
}
