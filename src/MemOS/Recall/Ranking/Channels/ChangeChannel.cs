using System.Globalization;

namespace MemOS.Recall.Ranking.Channels;

/// <summary>What was true leads to what is: a question that finds an old address finds the one that holds, ahead of it, over all between.</summary>
internal sealed class ChangeChannel : IWideningChannel
{
    // A value that changes more often than that between two questions is a log and no memory.
    private const int MostSteps = 32;

    /// <inheritdoc/>
    public async ValueTask AddAsync(CubeView view, CancellationToken cancellationToken)
    {
        IReadOnlyCollection<long> found = view.Candidates.Ids;
        var seen = found.ToHashSet();
        for (var step = 0; step < MostSteps && found.Count > 0; step++)
        {
            var outdated = await view.Reader.GetSupersededAsync(found, cancellationToken).ConfigureAwait(false);
            if (outdated.Count == 0)
            {
                return;
            }

            var successors = outdated.Select(static statement => statement.Successor).OfType<long>().ToList();
            await view.Candidates.AddAsync(successors, cancellationToken).ConfigureAwait(false);
            foreach (var statement in outdated)
            {
                if (view.Candidates.Find(statement.Evidence) is { } old)
                {
                    Follow(statement, old, view);
                }
            }

            found = [.. successors.Where(seen.Add)];
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
