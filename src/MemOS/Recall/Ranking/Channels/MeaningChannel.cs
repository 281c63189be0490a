using MemOS.Recall.Lexicon;

namespace MemOS.Recall.Ranking.Channels;

/// <summary>What is said in other words: nearness in meaning decides among those that words and conversation brought near.</summary>
internal sealed class MeaningChannel : IWideningChannel
{
    private const int Pool = 60;

    /// <inheritdoc/>
    public ValueTask AddAsync(CubeView view, CancellationToken cancellationToken)
    {
        var topical = view.Query.Terms.Select(term => term.Term).Where(term => !view.People.Contains(term)).ToList();
        if (view.Weights.Meaning == 0 || topical.Count == 0 || view.Candidates.Count == 0)
        {
            return default;
        }

        var near = view.Candidates.All.OrderByDescending(static candidate => candidate.Score).Take(Pool).ToList();
        var similarity = new TextSimilarity(WordLexicon.Default);
        var matches = similarity.Compare(similarity.Profile(topical), near.ConvertAll(static candidate => candidate.Evidence.Notes.Profile));
        var (low, high) = (matches.Min(static match => match.Score), matches.Max(static match => match.Score));
        if (high <= low)
        {
            return default;
        }

        var best = near[0].Score;
        for (var i = 0; i < near.Count; i++)
        {
            near[i].Add("meaning", best * view.Weights.Meaning * (matches[i].Score - low) / (high - low));
        }

        return default;
    }
}
