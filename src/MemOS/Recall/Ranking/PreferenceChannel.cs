using MemOS.Reading;
using MemOS.Recall.Lexicon;
using MemOS.Recall.Query;
using MemOS.Recall.Words;

namespace MemOS.Recall.Ranking;

/// <summary>
/// Finds the preferences that bear on a request for advice, whatever words they are said in: a question about a trip calls for
/// what its asker thinks of crowds.
/// </summary>
internal sealed class PreferenceChannel(IRecallReader reader, int cube, RecallQuery query, RecallWeights weights)
{
    private const int MaxRecords = 1000;
    private const int Kept = 80;
    private static readonly MemoryKind[] Kinds = [MemoryKind.Preference, MemoryKind.Instruction];

    /// <summary>The preferences, best first.</summary>
    public async ValueTask<IReadOnlyList<RatedPreference>> RateAsync(WordChannel words, CancellationToken cancellationToken)
    {
        var ids = await reader.GetByKindAsync(cube, Kinds, MaxRecords, cancellationToken).ConfigureAwait(false);
        if (ids.Count == 0)
        {
            return [];
        }

        var records = await reader.DescribeAsync([.. ids], cancellationToken).ConfigureAwait(false);
        var similarity = new TextSimilarity(WordLexicon.Default);
        var matches = similarity.Compare(query.Terms.Select(term => term.Term).ToList(), records.Select(record => (IReadOnlyList<string>)WordAnalyzer.Terms(record.Text)).ToList());
        var exact = records.Select(record => words.Score(record.Id, record.Length, weights)).ToList();
        var best = Math.Max(1, exact.Max());
        return records
            .Select((record, i) => new RatedPreference(record, matches[i].Score + (weights.PreferenceWords * exact[i] / best), matches[i]))
            .OrderByDescending(rated => rated.Score)
            .Take(Kept)
            .ToList();
    }
}
