using MemOS.Cubes;
using MemOS.Evidence;
using MemOS.Reading;
using MemOS.Recall;
using MemOS.Recall.Words;
using MemOS.Storage;

namespace MemOS.Scheduling;

/// <summary>Finds the current records of a cube that new messages may repeat, complete or change: what a model is told is known.</summary>
internal sealed class RelatedRecords(IMemoryStore store)
{
    private const int TermsPerMessage = 6;
    private const int PostingsPerTerm = 100;
    private const int MostByWords = 16;
    private const int MostByMessage = 14;

    /// <summary>The records, those that were read from the messages themselves first.</summary>
    public async Task<IReadOnlyList<MemoryRecord>> FindAsync(CubeAccess access, IReadOnlyList<EvidenceItem> items, CancellationToken cancellationToken)
    {
        List<MemoryId> ids;
        var index = await store.Recall.OpenAsync(access, cancellationToken).ConfigureAwait(false);
        await using (index.ConfigureAwait(false))
        {
            var derived = await index.GetDerivedAsync([.. items.Select(item => item.Id.Value)], cancellationToken).ConfigureAwait(false);
            ids = [.. derived.Select(pair => pair.Record).Distinct().OrderDescending().Take(MostByMessage).Select(id => new MemoryId(id))];
            foreach (var id in await ByWordsAsync(index, access.Home, items, cancellationToken).ConfigureAwait(false))
            {
                if (!ids.Contains(id))
                {
                    ids.Add(id);
                }
            }
        }

        var records = await store.Records.GetAsync(access, ids, cancellationToken).ConfigureAwait(false);
        return [.. records.Where(record => record.State == RecordState.Current && record.Id.Cube == access.Home)];
    }

    // A record is the more likely meant the rarer the words are that it shares.
    private static async Task<IEnumerable<MemoryId>> ByWordsAsync(IRecallReader index, int cube, IReadOnlyList<EvidenceItem> items, CancellationToken cancellationToken)
    {
        var scores = new Dictionary<long, double>();
        var terms = items.Where(item => item.Content.Role == EvidenceRole.User).SelectMany(item => WordAnalyzer.Terms(item.Content.Text).Distinct().OrderByDescending(term => term.Length).Take(TermsPerMessage)).Distinct(StringComparer.Ordinal);
        foreach (var term in terms)
        {
            var postings = (await index.GetPostingsAsync(cube, term, PostingsPerTerm, cancellationToken).ConfigureAwait(false)).ToArray();
            var weight = 1.0 / (postings.Length + 1);
            foreach (var id in postings.Where(static id => new MemoryId(id).Kind == MemoryItemKind.Record))
            {
                scores[id] = scores.GetValueOrDefault(id) + weight;
            }
        }

        return scores.OrderByDescending(pair => pair.Value).ThenByDescending(pair => pair.Key).Take(MostByWords).Select(pair => new MemoryId(pair.Key));
    }
}
