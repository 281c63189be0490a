namespace MemOS.Recall.Ranking;

/// <summary>The candidates of one search of one cube, by the id of their message.</summary>
internal sealed class CandidatePool(IRecallReader reader)
{
    private const int Pool = 120;
    private const int Reach = 2;

    private readonly Dictionary<long, Candidate> candidates = [];
    private readonly HashSet<long> described = [];
    private readonly HashSet<long> gathered = [];

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

    /// <summary>Makes candidates of the best items, of the messages behind the records among them, and of what was said around them.</summary>
    public async ValueTask GatherAsync(WordSearch words, CancellationToken cancellationToken)
    {
        var best = words.Best(Pool);
        best.RemoveAll(id => !described.Add(id));
        var found = await reader.DescribeAsync(best, cancellationToken).ConfigureAwait(false);
        var evidence = new HashSet<long>();
        foreach (var document in found)
        {
            evidence.Add(document.Kind is null ? document.Id : document.Sources[0]);
        }

        evidence.ExceptWith(gathered);
        gathered.UnionWith(evidence);
        var added = new List<long>();
        foreach (var message in await reader.GetNeighboursAsync(evidence, Reach, cancellationToken).ConfigureAwait(false))
        {
            if (candidates.TryAdd(message.Id, new(message)))
            {
                added.Add(message.Id);
            }
        }

        var derived = await reader.GetDerivedAsync(added, cancellationToken).ConfigureAwait(false);
        var records = await reader.DescribeAsync(derived.Select(static pair => pair.Record).Distinct().ToList(), cancellationToken).ConfigureAwait(false);
        foreach (var record in records)
        {
            if (record.Kind is not null && candidates.TryGetValue(record.Sources[0], out var candidate))
            {
                candidate.Records.Add(record);
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
