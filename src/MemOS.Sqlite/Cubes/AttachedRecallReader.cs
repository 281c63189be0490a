using MemOS.Reading;
using MemOS.Recall;
using MemOS.Time;

namespace MemOS.Sqlite.Cubes;

/// <summary>One view of the main file and one of each attached cube; every question goes to where the cube is.</summary>
internal sealed class AttachedRecallReader(IRecallReader main, IReadOnlyDictionary<int, (AttachedFile File, IRecallReader Reader)> attached) : IRecallReader
{
    /// <inheritdoc/>
    public ValueTask<CubeStatistics> GetStatisticsAsync(int cube, CancellationToken cancellationToken = default) =>
        attached.TryGetValue(cube, out var other)
            ? other.Reader.GetStatisticsAsync(CubeFile.Number, cancellationToken)
            : main.GetStatisticsAsync(cube, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<ReadOnlyMemory<long>> GetPostingsAsync(int cube, string term, int limit, CancellationToken cancellationToken = default)
    {
        if (!attached.TryGetValue(cube, out var other))
        {
            return await main.GetPostingsAsync(cube, term, limit, cancellationToken).ConfigureAwait(false);
        }

        var ids = (await other.Reader.GetPostingsAsync(CubeFile.Number, term, limit, cancellationToken).ConfigureAwait(false)).ToArray();
        return Array.ConvertAll(ids, other.File.FromFile);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<RecallDocument>> DescribeAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken = default) =>
        AskAllAsync(
            ids,
            part => main.DescribeAsync(part, cancellationToken),
            async (file, reader, part) => (await reader.DescribeAsync(part, cancellationToken).ConfigureAwait(false)).Select(file.FromFile));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<RecallDocument>> GetNeighboursAsync(IReadOnlyCollection<long> ids, int distance, CancellationToken cancellationToken = default) =>
        AskAllAsync(
            ids,
            part => main.GetNeighboursAsync(part, distance, cancellationToken),
            async (file, reader, part) => (await reader.GetNeighboursAsync(part, distance, cancellationToken).ConfigureAwait(false)).Select(file.FromFile));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<(long Evidence, long Record)>> GetDerivedAsync(IReadOnlyCollection<long> evidence, CancellationToken cancellationToken = default) =>
        AskAllAsync(
            evidence,
            part => main.GetDerivedAsync(part, cancellationToken),
            async (file, reader, part) => (await reader.GetDerivedAsync(part, cancellationToken).ConfigureAwait(false)).Select(pair => (file.FromFile(pair.Evidence), file.FromFile(pair.Record))));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<SupersededStatement>> GetSupersededAsync(IReadOnlyCollection<long> evidence, CancellationToken cancellationToken = default) =>
        AskAllAsync(
            evidence,
            part => main.GetSupersededAsync(part, cancellationToken),
            async (file, reader, part) => (await reader.GetSupersededAsync(part, cancellationToken).ConfigureAwait(false))
                .Select(statement => statement with { Evidence = file.FromFile(statement.Evidence), Successor = statement.Successor is { } next ? file.FromFile(next) : null, Record = file.FromFile(statement.Record), SuccessorRecord = statement.SuccessorRecord is { } record ? file.FromFile(record) : null }));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<long>> GetByTimeAsync(int cube, EventTime span, int limit, CancellationToken cancellationToken = default) =>
        AskOneAsync(cube, main => main.GetByTimeAsync(cube, span, limit, cancellationToken), other => other.GetByTimeAsync(CubeFile.Number, span, limit, cancellationToken));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<long>> GetByKindAsync(int cube, IReadOnlyCollection<MemoryKind> kinds, int limit, CancellationToken cancellationToken = default) =>
        AskOneAsync(cube, main => main.GetByKindAsync(cube, kinds, limit, cancellationToken), other => other.GetByKindAsync(CubeFile.Number, kinds, limit, cancellationToken));

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<(long Id, float Similarity)>> GetNearestAsync(int cube, string model, ReadOnlyMemory<float> vector, int limit, CancellationToken cancellationToken = default) =>
        attached.TryGetValue(cube, out var other)
            ? [.. (await other.Reader.GetNearestAsync(CubeFile.Number, model, vector, limit, cancellationToken).ConfigureAwait(false)).Select(item => (other.File.FromFile(item.Id), item.Similarity))]
            : await main.GetNearestAsync(cube, model, vector, limit, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var (_, reader) in attached.Values)
        {
            await reader.DisposeAsync().ConfigureAwait(false);
        }

        await main.DisposeAsync().ConfigureAwait(false);
    }

    private async ValueTask<IReadOnlyList<long>> AskOneAsync(int cube, Func<IRecallReader, ValueTask<IReadOnlyList<long>>> ask, Func<IRecallReader, ValueTask<IReadOnlyList<long>>> askOther) =>
        attached.TryGetValue(cube, out var other)
            ? [.. (await askOther(other.Reader).ConfigureAwait(false)).Select(other.File.FromFile)]
            : await ask(main).ConfigureAwait(false);

    private async ValueTask<IReadOnlyList<T>> AskAllAsync<T>(
        IReadOnlyCollection<long> ids,
        Func<IReadOnlyCollection<long>, ValueTask<IReadOnlyList<T>>> ask,
        Func<AttachedFile, IRecallReader, IReadOnlyCollection<long>, Task<IEnumerable<T>>> askOther)
    {
        var found = new List<T>();
        foreach (var part in ids.GroupBy(id => attached.ContainsKey(new MemoryId(id).Cube) ? new MemoryId(id).Cube : 0))
        {
            if (part.Key == 0)
            {
                found.AddRange(await ask([.. part]).ConfigureAwait(false));
                continue;
            }

            var (file, reader) = attached[part.Key];
            found.AddRange(await askOther(file, reader, [.. part.Select(file.ToFile)]).ConfigureAwait(false));
        }

        return found;
    }
}
