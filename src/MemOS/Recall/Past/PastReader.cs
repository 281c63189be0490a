using MemOS.Reading;
using MemOS.Recall.Words;
using MemOS.Time;

namespace MemOS.Recall.Past;

/// <summary>
/// A view of a store as it was: messages that had been recorded (as of) or said (valid at) by a time, and the records that were held
/// or true then. Ranking works on it like on the present.
/// </summary>
internal sealed class PastReader(IRecallReader present, PastRecords records, DateTimeOffset? asOf, DateTimeOffset? validAt) : IRecallReader
{
    /// <inheritdoc/>
    public ValueTask<CubeStatistics> GetStatisticsAsync(int cube, CancellationToken cancellationToken = default) => present.GetStatisticsAsync(cube, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<ReadOnlyMemory<long>> GetPostingsAsync(int cube, string term, int limit, CancellationToken cancellationToken = default)
    {
        var now = (await present.GetPostingsAsync(cube, term, limit, cancellationToken).ConfigureAwait(false)).ToArray();
        long[] ids = [.. now.Where(static id => new MemoryId(id).Kind != MemoryItemKind.Record), .. records.WithTerm(cube, term)];
        Array.Sort(ids);
        return ids.AsMemory(Math.Max(0, ids.Length - limit));
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<RecallDocument>> DescribeAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var wanted = ids.Where(records.Valid.ContainsKey).Select(id => records.Valid[id]).ToList();
        var evidence = ids.Where(static id => new MemoryId(id).Kind == MemoryItemKind.Evidence).Concat(wanted.Select(static record => record.Sources[0].Value)).ToHashSet();
        var known = (await present.DescribeAsync(evidence, cancellationToken).ConfigureAwait(false)).Where(IsThen).ToDictionary(static document => document.Id);
        var found = new List<RecallDocument>(ids.Count);
        found.AddRange(ids.Where(known.ContainsKey).Select(id => known[id]));
        found.AddRange(wanted.Where(record => known.ContainsKey(record.Sources[0].Value)).Select(record => Describe(record, known[record.Sources[0].Value])));
        return found;
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<RecallDocument>> GetNeighboursAsync(IReadOnlyCollection<long> ids, int distance, CancellationToken cancellationToken = default) =>
        [.. (await present.GetNeighboursAsync(ids, distance, cancellationToken).ConfigureAwait(false)).Where(IsThen)];

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<(long Evidence, long Record)>> GetDerivedAsync(IReadOnlyCollection<long> evidence, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return new([.. evidence.SelectMany(id => records.DerivedFrom(id).Select(record => (id, record)))]);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<SupersededStatement>> GetSupersededAsync(IReadOnlyCollection<long> evidence, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        var wanted = evidence.ToHashSet();
        return new([.. records.Superseded.Where(record => wanted.Contains(record.Sources[0].Value)).Select(Outdate)]);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<long>> GetByTimeAsync(int cube, EventTime span, int limit, CancellationToken cancellationToken = default)
    {
        var now = await present.GetByTimeAsync(cube, span, limit, cancellationToken).ConfigureAwait(false);
        var then = records.Valid.Values.Where(record => record.Id.Cube == cube && record.EventTime is { } time && time.Start < span.End && span.Start < time.End).Select(static record => record.Id.Value);
        return [.. then.OrderDescending().Concat(now.Where(static id => new MemoryId(id).Kind == MemoryItemKind.Evidence)).Take(limit)];
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<long>> GetByKindAsync(int cube, IReadOnlyCollection<MemoryKind> kinds, int limit, CancellationToken cancellationToken = default) =>
        new([.. records.Valid.Values.Where(record => record.Id.Cube == cube && kinds.Contains(record.Kind)).Select(static record => record.Id.Value).OrderDescending().Take(limit)]);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<(long Id, float Similarity)>> GetNearestAsync(int cube, string model, ReadOnlyMemory<float> vector, int limit, CancellationToken cancellationToken = default) =>
        [.. (await present.GetNearestAsync(cube, model, vector, limit, cancellationToken).ConfigureAwait(false)).Where(near => new MemoryId(near.Id).Kind == MemoryItemKind.Evidence || records.Valid.ContainsKey(near.Id))];

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => present.DisposeAsync();

    private bool IsThen(RecallDocument evidence) => !((evidence.RecordedAt ?? evidence.Time) > asOf) && !(evidence.Time > validAt);

    private SupersededStatement Outdate(MemoryRecord record)
    {
        var successor = record.SupersededBy is { } next ? records.Valid.GetValueOrDefault(next.Value) : null;
        var isAll = records.DerivedFrom(record.Sources[0].Value).All(id => records.Valid[id].Sources[0] != record.Sources[0]);
        return new(record.Sources[0].Value, successor?.Sources[0].Value, record.Text, isAll, record.ValidTo ?? record.RecordedAt, record.Id.Value, successor?.Id.Value);
    }

    private static RecallDocument Describe(MemoryRecord record, RecallDocument source) => source with
    {
        Id = record.Id.Value,
        Text = record.Text,
        Length = WordAnalyzer.Terms(record.Text).Count,
        Author = null,
        ExternalId = null,
        Agent = null,
        Kind = record.Kind,
        Subject = record.Subject,
        EventTime = record.EventTime,
        Confidence = record.Confidence,
        Origin = record.Origin,
        Polarity = record.Polarity,
        Sources = [.. record.Sources.Select(static id => id.Value)],
    };
}
