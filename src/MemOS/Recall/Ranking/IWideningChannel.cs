namespace MemOS.Recall.Ranking;

/// <summary>Runs once, when words have been ranked: brings candidates of its own, or decides among those that there are.</summary>
internal interface IWideningChannel
{
    /// <summary>Adds candidates and scores.</summary>
    ValueTask AddAsync(CubeView view, CancellationToken cancellationToken);
}
