namespace MemOS.Recall.Ranking.Channels;

/// <summary>What was true leads to what is: a question that finds an old address finds the one that holds, ahead of it, over all between.</summary>
/// <remarks>
/// Each statement is followed alone, record by record: what else its messages told, and what became of that, is another matter. What
/// lies between the first and the last becomes no candidate by it, since neither holds.
/// </remarks>
internal sealed class ChangeChannel : IWideningChannel
{
    // A value that changes more often than that between two questions is a log and no memory.
    private const int MostSteps = 32;

    /// <inheritdoc/>
    public async ValueTask AddAsync(CubeView view, CancellationToken cancellationToken)
    {
        var outdated = await view.Reader.GetSupersededAsync(view.Candidates.Ids, cancellationToken).ConfigureAwait(false);
        if (outdated.Count == 0)
        {
            return;
        }

        var ends = await FindEndsAsync(view.Reader, outdated, cancellationToken).ConfigureAwait(false);
        await view.Candidates.AddAsync([.. ends.Values.Select(static end => end.Successor).OfType<long>().Distinct()], cancellationToken).ConfigureAwait(false);
        foreach (var statement in outdated)
        {
            if (view.Candidates.Find(statement.Evidence) is { } old)
            {
                Mark(statement, old, ends[statement.Record].Successor is { } last ? view.Candidates.Find(last) : null, view.Weights);
            }
        }
    }

    // The end of each record's path: the statement whose successor holds. Paths meet, so that each record is asked for once.
    private static async ValueTask<Dictionary<long, SupersededStatement>> FindEndsAsync(IRecallReader reader, IReadOnlyList<SupersededStatement> outdated, CancellationToken cancellationToken)
    {
        var next = new Dictionary<long, SupersededStatement>(2 * outdated.Count);
        foreach (var statement in outdated)
        {
            next.TryAdd(statement.Record, statement);
        }

        // What else an asked message told is on no path.
        var wanted = new HashSet<long>();
        var open = Unknown(next.Values);
        for (var step = 0; step < MostSteps && open.Count > 0; step++)
        {
            var found = await reader.GetSupersededAsync(open, cancellationToken).ConfigureAwait(false);
            open = Unknown(found.Where(statement => wanted.Contains(statement.Record) && next.TryAdd(statement.Record, statement)));
        }

        var ends = new Dictionary<long, SupersededStatement>(outdated.Count);
        foreach (var statement in outdated)
        {
            var last = statement;
            for (var step = 0; step < MostSteps && last.SuccessorRecord is { } record && next.TryGetValue(record, out var further); step++)
            {
                last = further;
            }

            ends[statement.Record] = last;
        }

        return ends;

        HashSet<long> Unknown(IEnumerable<SupersededStatement> statements) =>
            [.. statements.Where(statement => statement.SuccessorRecord is { } record && !next.ContainsKey(record) && wanted.Add(record)).Select(static statement => statement.Successor).OfType<long>()];
    }

    private static void Mark(SupersededStatement statement, Candidate old, Candidate? successor, RecallWeights weights)
    {
        if (successor is not null && successor != old)
        {
            successor.Add("change", Math.Max(0, (old.Score * weights.Successor) - successor.Score));
            successor.Matched |= old.Matched;
        }

        old.OutdatedBy = statement;
        if (statement.IsAll)
        {
            old.Scale("change", weights.Outdated);
        }
    }
}
