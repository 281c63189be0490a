using System.Text.RegularExpressions;
using MemOS.Reading;
using MemOS.Recall.Lexicon;
using MemOS.Recall.Words;

namespace MemOS.Recall.Ranking.Channels;

/// <summary>
/// Finds the preferences that bear on a request for advice, whatever words they are said in: a question about a trip calls for
/// what its asker thinks of crowds.
/// </summary>
internal sealed partial class PreferenceChannel : IWideningChannel
{
    private const int MaxRecords = 1000;
    private const int Kept = 80;
    private static readonly MemoryKind[] Kinds = [MemoryKind.Preference, MemoryKind.Instruction];
    private static readonly MemoryKind[] Circumstances = [MemoryKind.Profile, MemoryKind.Fact];

    /// <inheritdoc/>
    public async ValueTask AddAsync(CubeView view, CancellationToken cancellationToken)
    {
        // A question about somebody by name wants what is known of them, not a recommendation.
        if (!view.Query.AsksAdvice || view.People.Count > 0)
        {
            return;
        }

        view.Preferences = await RateAsync(view, cancellationToken).ConfigureAwait(false);
        if (view.Preferences.Count == 0)
        {
            return;
        }

        await view.Candidates.AddAsync(view.Preferences.Select(static rated => rated.Record.Sources[0]), cancellationToken).ConfigureAwait(false);
        var best = Math.Max(1, view.Candidates.BestScore ?? 0);
        var (top, bottom) = (view.Preferences[0].Score, view.Preferences[^1].Score);
        foreach (var rated in view.Preferences)
        {
            if (view.Candidates.Find(rated.Record.Sources[0]) is { } candidate)
            {
                var place = top > bottom ? (rated.Score - bottom) / (top - bottom) : 1;
                candidate.Prefer(rated.Record);
                candidate.Add("preference", best * view.Weights.Preference * (0.5 + (0.5 * place)));
            }
        }
    }

    // Best first.
    private static async ValueTask<IReadOnlyList<RatedPreference>> RateAsync(CubeView view, CancellationToken cancellationToken)
    {
        var ids = await view.Reader.GetByKindAsync(view.Cube, Kinds, MaxRecords, cancellationToken).ConfigureAwait(false);
        var others = await view.Reader.GetByKindAsync(view.Cube, Circumstances, MaxRecords, cancellationToken).ConfigureAwait(false);
        var records = (await view.Reader.DescribeAsync([.. ids, .. others], cancellationToken).ConfigureAwait(false))
            .Where(static record => record.Kind is MemoryKind.Preference or MemoryKind.Instruction || Constraint().IsMatch(record.Text))
            .ToList();
        if (records.Count == 0)
        {
            return [];
        }

        var similarity = new TextSimilarity(WordLexicon.Default);
        var matches = similarity.Compare(view.Query.Terms.Select(static term => term.Term).ToList(), records.Select(static record => WordAnalyzer.Terms(record.Text)).ToList());
        var exact = records.Select(record => view.Words.Score(record.Id, record.Length, view.Weights)).ToList();
        var best = Math.Max(1, exact.Max());
        return records
            .Select((record, i) => new RatedPreference(record, matches[i].Score + (view.Weights.PreferenceWords * exact[i] / best), matches[i]))
            .OrderByDescending(static rated => rated.Score)
            .Take(Kept)
            .ToList();
    }

    // What somebody is, needs or cannot do bears on advice as a taste does: "can only use hypoallergenic products".
    [GeneratedRegex(
        @"\b(?:only|solely|exclusively|strict\w*|allerg\w*|intoleran\w*|sensitiv\w*|needs?|requires?|refuses?|never|always|avoids?|believes?|advocate|best|cannot|can't|unable|diet|vegan|vegetarian|halal|kosher|gluten\S*|uncomfortable|afraid|fears?|phobia|prefers?|bias|disab\w+|pregnant|budget|against)\b|过敏|只|从不|不能|素食|忌口|害怕",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Constraint();
}
