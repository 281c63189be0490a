using System.Text.RegularExpressions;
using MemOS.Reading;
using MemOS.Recall.Lexicon;
using MemOS.Recall.Query;
using MemOS.Recall.Words;

namespace MemOS.Recall.Ranking;

/// <summary>
/// Finds the preferences that bear on a request for advice, whatever words they are said in: a question about a trip calls for
/// what its asker thinks of crowds.
/// </summary>
internal sealed partial class PreferenceChannel(IRecallReader reader, int cube, RecallQuery query, RecallWeights weights)
{
    private const int MaxRecords = 1000;
    private const int Kept = 80;
    private static readonly MemoryKind[] Kinds = [MemoryKind.Preference, MemoryKind.Instruction];
    private static readonly MemoryKind[] Circumstances = [MemoryKind.Profile, MemoryKind.Fact];

    /// <summary>The preferences, best first.</summary>
    public async ValueTask<IReadOnlyList<RatedPreference>> RateAsync(WordChannel words, CancellationToken cancellationToken)
    {
        var ids = await reader.GetByKindAsync(cube, Kinds, MaxRecords, cancellationToken).ConfigureAwait(false);
        var others = await reader.GetByKindAsync(cube, Circumstances, MaxRecords, cancellationToken).ConfigureAwait(false);
        var records = (await reader.DescribeAsync([.. ids, .. others], cancellationToken).ConfigureAwait(false))
            .Where(record => record.Kind is MemoryKind.Preference or MemoryKind.Instruction || Constraint().IsMatch(record.Text))
            .ToList();
        if (records.Count == 0)
        {
            return [];
        }

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

    // What somebody is, needs or cannot do bears on advice as a taste does: "can only use hypoallergenic products".
    [GeneratedRegex(
        @"\b(?:only|solely|exclusively|strict\w*|allerg\w*|intoleran\w*|sensitiv\w*|needs?|requires?|refuses?|never|always|avoids?|believes?|advocate|best|cannot|can't|unable|diet|vegan|vegetarian|halal|kosher|gluten\S*|uncomfortable|afraid|fears?|phobia|prefers?|bias|disab\w+|pregnant|budget|against)\b|过敏|只|从不|不能|素食|忌口|害怕",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Constraint();
}
