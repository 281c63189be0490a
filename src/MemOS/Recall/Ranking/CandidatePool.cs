namespace MemOS.Recall.Ranking;

/// <summary>The candidates of one search of one cube, by the id of their message.</summary>
internal sealed class CandidatePool(IRecallReader reader)
{
    private const int Pool = 120;

    // What stands around the others has hardly ever been among the results.
    private const int Surrounded = 40;
    private const int Reach = 2;
    private const int Usual = 400;

    private readonly Dictionary<long, Candidate> candidates = new(Usual);
    private readonly Dictionary<long, long> tellers = new(2 * Pool);
    private readonly HashSet<long> surrounded = new(2 * Surrounded);

    /// <summary>How many there are.</summary>
    public int Count => candidates.Count;

    /// <summary>All of them, in no order.</summary>
    public IReadOnlyCollection<Candidate> All => candidates.Values;

    /// <summary>The ids of their messages.</summary>
    public IReadOnlyCollection<long> Ids => candidates.Keys;

    /// <summary>The highest score; <see langword="null"/> when there is no candidate.</summary>
    public double? BestScore => candidates.Count == 0 ? null : candidates.Values.Max(static candidate => candidate.Score);

    /// <summary>The candidate of a message; <see langword="null"/> when the message is none.</summary>
    public Candidate? Find(long evidence) => candidates.GetValueOrDefault(evidence);

    /// <summary>Makes candidates of the messages behind the best items, and of what was said around the very best.</summary>
    public async ValueTask GatherAsync(WordSearch words, CancellationToken cancellationToken)
    {
        var best = words.Best(Pool);
        foreach (var document in await reader.DescribeAsync(Array.FindAll(best, id => !tellers.ContainsKey(id)), cancellationToken).ConfigureAwait(false))
        {
            tellers.Add(document.Id, document.Kind is null ? document.Id : document.Sources[0]);
        }

        var near = new List<long>(Surrounded);
        var alone = new List<long>(Pool);
        for (var i = 0; i < best.Length; i++)
        {
            if (tellers.TryGetValue(best[i], out var teller))
            {
                if (i < Surrounded ? surrounded.Add(teller) : !candidates.ContainsKey(teller))
                {
                    (i < Surrounded ? near : alone).Add(teller);
                }
            }
        }

        var added = new List<long>(near.Count * ((2 * Reach) + 1) + alone.Count);
        Add(await reader.GetNeighboursAsync(near, Reach, cancellationToken).ConfigureAwait(false), added);
        Add(await reader.GetNeighboursAsync(alone, 0, cancellationToken).ConfigureAwait(false), added);
        var derived = await reader.GetDerivedAsync(added, cancellationToken).ConfigureAwait(false);
        var records = await reader.DescribeAsync(derived.Select(static pair => pair.Record).ToHashSet(), cancellationToken).ConfigureAwait(false);
        foreach (var record in records)
        {
            if (record.Kind is not null && candidates.TryGetValue(record.Sources[0], out var candidate))
            {
                candidate.Records.Add(record);
            }
        }
    }

    private void Add(IReadOnlyList<RecallDocument> messages, List<long> added)
    {
        foreach (var message in messages)
        {
            if (candidates.TryAdd(message.Id, new(message)))
            {
                added.Add(message.Id);
            }
        }
    }

    /// <summary>Makes candidates of messages that a channel found, as far as they are none yet; nothing is gathered around them.</summary>
    public async ValueTask AddAsync(IEnumerable<long> evidence, CancellationToken cancellationToken)
    {
        var missing = evidence.Where(id => !candidates.ContainsKey(id)).ToHashSet();
        if (missing.Count == 0)
        {
            return;
        }

        foreach (var message in await reader.GetNeighboursAsync(missing, 0, cancellationToken).ConfigureAwait(false))
        {
            candidates.TryAdd(message.Id, new(message));
        }
    }
}
