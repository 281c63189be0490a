using System.Runtime.CompilerServices;
using MemOS.Cubes;
using MemOS.Evidence;
using MemOS.Reading;

namespace MemOS;

public sealed partial class MemoryOS
{
    private const int LongestChain = 1000;

    /// <summary>A record, in any state.</summary>
    /// <param name="id">The record, such as <c>r1-12</c>.</param>
    /// <param name="scope">Whose memory.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <exception cref="MemoryNotFoundException">The id is unknown, was erased, names no record, or is not visible to the scope.</exception>
    /// <exception cref="MemoryAccessException">The scope names a cube without a grant.</exception>
    /// <exception cref="MemoryStoreException">The store cannot be read.</exception>
    public async Task<MemoryRecord> GetAsync(MemoryId id, MemoryScope scope, CancellationToken cancellationToken = default)
    {
        var access = await ResolveAsync(scope, cancellationToken).ConfigureAwait(false);
        var found = await Store.Records.GetAsync(access, [id], cancellationToken).ConfigureAwait(false);
        return found.Count > 0 ? found[0] : throw Unknown(id);
    }

    /// <summary>A message or document chunk, in any state but erased.</summary>
    /// <param name="id">The evidence, such as <c>m1-12</c>.</param>
    /// <param name="scope">Whose memory.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <inheritdoc cref="GetAsync" path="/exception"/>
    public async Task<EvidenceItem> GetEvidenceAsync(MemoryId id, MemoryScope scope, CancellationToken cancellationToken = default)
    {
        var access = await ResolveAsync(scope, cancellationToken).ConfigureAwait(false);
        var found = await Store.Evidence.GetAsync(access, [id], cancellationToken).ConfigureAwait(false);
        return found.Count > 0 ? found[0] : throw Unknown(id);
    }

    /// <summary>Messages and document chunks by their ids, in any state but erased; what the scope cannot see is left out.</summary>
    /// <param name="ids">The evidence; the result keeps the order.</param>
    /// <param name="scope">Whose memory.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <exception cref="MemoryAccessException">The scope names a cube without a grant.</exception>
    /// <exception cref="MemoryStoreException">The store cannot be read.</exception>
    public async Task<IReadOnlyList<EvidenceItem>> GetEvidenceAsync(IReadOnlyList<MemoryId> ids, MemoryScope scope, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var access = await ResolveAsync(scope, cancellationToken).ConfigureAwait(false);
        return await Store.Evidence.GetAsync(access, ids, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The current records that were read from messages or chunks; none for what was not read yet, or says nothing.</summary>
    /// <param name="evidence">The messages; what the scope cannot see is left out.</param>
    /// <param name="scope">Whose memory.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <exception cref="MemoryAccessException">The scope names a cube without a grant.</exception>
    /// <exception cref="MemoryStoreException">The store cannot be read.</exception>
    public async Task<IReadOnlyList<MemoryRecord>> ListReadFromAsync(IReadOnlyList<MemoryId> evidence, MemoryScope scope, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        var access = await ResolveAsync(scope, cancellationToken).ConfigureAwait(false);
        var wanted = evidence.Where(access.CanRead).ToList();
        return wanted.Count == 0 ? [] : await ListReadFromAsync(access, wanted, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Records of the scope's cubes, a page at a time.</summary>
    /// <param name="scope">Whose memory.</param>
    /// <param name="filter">Which records. Default: the first 100 current ones.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <exception cref="MemoryAccessException">The scope names a cube without a grant.</exception>
    /// <exception cref="MemoryStoreException">The store cannot be read.</exception>
    public async Task<IReadOnlyList<MemoryRecord>> ListAsync(MemoryScope scope, RecordFilter? filter = null, CancellationToken cancellationToken = default)
    {
        var access = await ResolveAsync(scope, cancellationToken).ConfigureAwait(false);
        return await Store.Records.ListAsync(access, filter ?? new(), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>All records of the scope's cubes by id, read a page at a time while they are enumerated.</summary>
    /// <remarks>Each page sees the store as it is then: what is added meanwhile may be seen, and nothing is seen twice.</remarks>
    /// <param name="scope">Whose memory.</param>
    /// <param name="filter">Which records; its limit is the size of a page, not of the whole. Default: all current ones.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <inheritdoc cref="ListAsync" path="/exception"/>
    public IAsyncEnumerable<MemoryRecord> GetAllAsync(MemoryScope scope, RecordFilter? filter = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return ReadAllAsync(scope, filter ?? new() { Limit = 1000 }, cancellationToken);
    }

    /// <summary>Messages and document chunks of the scope's cubes, a page at a time.</summary>
    /// <param name="scope">Whose memory.</param>
    /// <param name="filter">Which evidence. Default: the first 100 items that take part in recall.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <inheritdoc cref="ListAsync" path="/exception"/>
    public async Task<IReadOnlyList<EvidenceItem>> ListEvidenceAsync(MemoryScope scope, EvidenceFilter? filter = null, CancellationToken cancellationToken = default)
    {
        var access = await ResolveAsync(scope, cancellationToken).ConfigureAwait(false);
        return await Store.Evidence.ListAsync(access, filter ?? new(), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>All versions of a record, oldest first, each with its reason.</summary>
    /// <param name="id">The record, such as <c>r1-12</c>.</param>
    /// <param name="scope">Whose memory.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <inheritdoc cref="GetAsync" path="/exception"/>
    public async Task<IReadOnlyList<MemoryRecord>> HistoryAsync(MemoryId id, MemoryScope scope, CancellationToken cancellationToken = default)
    {
        var access = await ResolveAsync(scope, cancellationToken).ConfigureAwait(false);
        var versions = await Store.Records.HistoryAsync(access, id, cancellationToken).ConfigureAwait(false);
        return versions.Count > 0 ? versions : throw Unknown(id);
    }

    /// <summary>What a record replaced and what replaced it, over any number of changes, in the order of their times; the record itself included.</summary>
    /// <param name="id">The record, such as <c>r1-12</c>.</param>
    /// <param name="scope">Whose memory.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <inheritdoc cref="GetAsync" path="/exception"/>
    public async Task<IReadOnlyList<MemoryRecord>> ChainAsync(MemoryId id, MemoryScope scope, CancellationToken cancellationToken = default)
    {
        var access = await ResolveAsync(scope, cancellationToken).ConfigureAwait(false);
        var chain = new Dictionary<MemoryId, MemoryRecord>();
        var waiting = new Queue<MemoryId>([id]);
        while (waiting.TryDequeue(out var next) && chain.Count < LongestChain)
        {
            if (chain.ContainsKey(next) || await Store.Records.GetAsync(access, [next], cancellationToken).ConfigureAwait(false) is not [var record])
            {
                continue;
            }

            chain.Add(next, record);
            foreach (var before in await Store.Records.ListAsync(access, new() { State = null, SupersededBy = next, Limit = LongestChain }, cancellationToken).ConfigureAwait(false))
            {
                waiting.Enqueue(before.Id);
            }

            if (record.SupersededBy is { } after)
            {
                waiting.Enqueue(after);
            }
        }

        return chain.Count > 0 ? [.. chain.Values.OrderBy(record => record.ValidFrom).ThenBy(record => record.Id)] : throw Unknown(id);
    }

    private async Task<IReadOnlyList<MemoryRecord>> ListReadFromAsync(CubeAccess access, IReadOnlyList<MemoryId> evidence, CancellationToken cancellationToken)
    {
        IReadOnlyList<(long Evidence, long Record)> derived;
        var reader = await Store.Recall.OpenAsync(access, cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            derived = await reader.GetDerivedAsync([.. evidence.Select(id => id.Value)], cancellationToken).ConfigureAwait(false);
        }

        var records = await Store.Records.GetAsync(access, [.. derived.Select(pair => new MemoryId(pair.Record)).Distinct()], cancellationToken).ConfigureAwait(false);
        return [.. records.Where(record => record.State == RecordState.Current)];
    }

    private static MemoryNotFoundException Unknown(MemoryId id) =>
        new($"There is no {id}: it was never made, was erased, or belongs to somebody else. List records or evidence to see their ids.");

    private async IAsyncEnumerable<MemoryRecord> ReadAllAsync(MemoryScope scope, RecordFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var access = await ResolveAsync(scope, cancellationToken).ConfigureAwait(false);
        while (true)
        {
            var page = await Store.Records.ListAsync(access, filter, cancellationToken).ConfigureAwait(false);
            foreach (var record in page)
            {
                yield return record;
            }

            if (page.Count == 0)
            {
                yield break;
            }

            filter = filter with { After = page[^1].Id };
        }
    }
}
