namespace MemOS.Recall.Ranking.Channels;

/// <summary>Vectors find what shares no word; their rank counts, not their cosine, which every model scales in its own way.</summary>
internal sealed class VectorChannel : IWideningChannel
{
    private const int Nearest = 60;
    private const double HalfRank = 10;

    /// <inheritdoc/>
    public async ValueTask AddAsync(CubeView view, CancellationToken cancellationToken)
    {
        if (view.Query.Vector is not { } vector)
        {
            return;
        }

        var nearest = await view.Reader.GetNearestAsync(view.Cube, vector.Model, vector.Values, Nearest, cancellationToken).ConfigureAwait(false);
        if (nearest.Count == 0)
        {
            return;
        }

        view.Similarity = nearest[0].Similarity;
        var documents = (await view.Reader.DescribeAsync(nearest.Select(static pair => pair.Id).ToHashSet(), cancellationToken).ConfigureAwait(false)).ToDictionary(static document => document.Id);
        var telling = nearest.Where(pair => documents.ContainsKey(pair.Id)).Select(pair => documents[pair.Id].Sources[0]).Distinct().ToList();
        await view.Candidates.AddAsync(telling, cancellationToken).ConfigureAwait(false);
        var best = Math.Max(1, view.Candidates.BestScore ?? 0);
        for (var rank = 0; rank < telling.Count; rank++)
        {
            view.Candidates.Find(telling[rank])?.Add("vectors", best * view.Weights.Vector / (1 + (rank / HalfRank)));
        }
    }
}
