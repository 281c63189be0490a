using System.Globalization;

namespace MemOS.Recall.Ranking;

/// <summary>Collects, for a search that is asked to explain itself, what was found and left out before packing, and why.</summary>
internal sealed class CutReasons(RecallOptions settings)
{
    private readonly List<CutCandidate> cut = [];

    /// <summary>Notes what a step left out.</summary>
    /// <param name="before">The candidates before the step.</param>
    /// <param name="after">Those that it kept.</param>
    /// <param name="reason">Why the others were left out.</param>
    public void Note(IEnumerable<Candidate> before, IReadOnlyCollection<Candidate> after, Func<Candidate, string> reason)
    {
        if (!settings.Explain)
        {
            return;
        }

        var kept = after.ToHashSet();
        cut.AddRange(before.Where(candidate => !kept.Contains(candidate)).Select(candidate => new CutCandidate(IdOf(candidate), candidate.Score, reason(candidate))));
    }

    /// <summary>Notes what variety and the limit left out.</summary>
    public void NoteOrder(IReadOnlyCollection<Candidate> before, IReadOnlyCollection<Candidate> after)
    {
        if (!settings.Explain)
        {
            return;
        }

        var said = after.Select(static candidate => (candidate.Evidence.Author, candidate.Evidence.Text)).ToHashSet();
        Note(before, after, candidate => said.Contains((candidate.Evidence.Author, candidate.Evidence.Text))
            ? "says what another result says"
            : string.Create(CultureInfo.InvariantCulture, $"over the limit of {settings.Limit} results"));
    }

    /// <summary>All that was left out, with what packing left out, best first.</summary>
    public IReadOnlyList<CutCandidate> With(IReadOnlyList<CutCandidate> packing) => [.. cut.Concat(packing).OrderByDescending(static candidate => candidate.Score)];

    private static MemoryId IdOf(Candidate candidate) => new(candidate.Preferred?.Id ?? candidate.Evidence.Id);
}
