using MemOS.Cubes;
using MemOS.Reading;
using MemOS.Recall.Words;

namespace MemOS.Recall.Past;

/// <summary>The records of some cubes as they were held, or as they were true, at a time. Loaded once for one search; the cost grows with the number of records.</summary>
internal sealed class PastRecords
{
    private const int PageSize = 1000;

    private readonly Dictionary<long, MemoryRecord> valid = [];
    private readonly List<MemoryRecord> superseded = [];
    private readonly Dictionary<(int Cube, string Term), List<long>> postings = [];
    private readonly Dictionary<long, List<long>> derived = [];

    private PastRecords()
    {
    }

    /// <summary>What was true and held.</summary>
    public IReadOnlyDictionary<long, MemoryRecord> Valid => valid;

    /// <summary>What was no longer true then.</summary>
    public IReadOnlyList<MemoryRecord> Superseded => superseded;

    /// <summary>The records that were true by their words, ascending.</summary>
    public IReadOnlyList<long> WithTerm(int cube, string term) => postings.TryGetValue((cube, term), out var ids) ? ids : [];

    /// <summary>The records that were true by the message that told them.</summary>
    public IReadOnlyList<long> DerivedFrom(long evidence) => derived.TryGetValue(evidence, out var ids) ? ids : [];

    /// <summary>Loads them.</summary>
    public static async Task<PastRecords> LoadAsync(IRecordStore store, CubeAccess access, DateTimeOffset? asOf, DateTimeOffset? validAt, CancellationToken cancellationToken)
    {
        var past = new PastRecords();
        MemoryId? after = null;
        while (true)
        {
            var page = await store.ListAsync(access, new() { State = null, AsOf = asOf, After = after, Limit = PageSize }, cancellationToken).ConfigureAwait(false);
            foreach (var record in page)
            {
                past.Add(record, validAt);
            }

            if (page.Count < PageSize)
            {
                return past;
            }

            after = page[^1].Id;
        }
    }

    private void Add(MemoryRecord record, DateTimeOffset? validAt)
    {
        if (record.State == RecordState.Forgotten || record.Sources.Count == 0 || record.ValidFrom > validAt)
        {
            return;
        }

        if (validAt is { } at ? record.ValidTo <= at : record.State == RecordState.Superseded)
        {
            superseded.Add(record);
            return;
        }

        var id = record.Id.Value;
        valid[id] = record;
        foreach (var term in WordAnalyzer.Terms(record.Text).Distinct(StringComparer.Ordinal))
        {
            Put(postings, (record.Id.Cube, term), id);
        }

        foreach (var source in record.Sources)
        {
            Put(derived, source.Value, id);
        }
    }

    private static void Put<TKey>(Dictionary<TKey, List<long>> lists, TKey key, long id)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var ids))
        {
            lists[key] = ids = [];
        }

        ids.Add(id);
    }
}
