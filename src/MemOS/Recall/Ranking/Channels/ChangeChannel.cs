using System.Globalization;

namespace MemOS.Recall.Ranking.Channels;

/// <summary>What was true leads to what is: a question that finds the old address finds the new one, ahead of it.</summary>
internal sealed class ChangeChannel : IWideningChannel
{
    /// <inheritdoc/>
    public async ValueTask AddAsync(CubeView view, CancellationToken cancellationToken)
    {
        var outdated = await view.Reader.GetSupersededAsync(view.Candidates.Ids, cancellationToken).ConfigureAwait(false);
        if (outdated.Count == 0)
        {
            return;
        }

        await view.Candidates.AddAsync(outdated.Select(static statement => statement.Successor).OfType<long>(), cancellationToken).ConfigureAwait(false);
        foreach (var statement in outdated)
        {
            if (view.Candidates.Find(statement.Evidence) is { } old)
            {
                Follow(statement, old, view);
            }
        }
    }

    private static void Follow(SupersededStatement statement, Candidate old, CubeView view)
    {
        if (statement.Successor is { } next && view.Candidates.Find(next) is { } successor && successor != old)
        {
            successor.Add("change", Math.Max(0, (old.Score * view.Weights.Successor) - successor.Score));
            successor.Matched |= old.Matched;
        }

        var since = statement.Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        old.Outdated = statement.IsAll ? $"[no longer true since {since}]" : $"[no longer true since {since}: {statement.Text}]";
        if (statement.IsAll)
        {
            old.Scale("change", view.Weights.Outdated);
        }
    }
}
