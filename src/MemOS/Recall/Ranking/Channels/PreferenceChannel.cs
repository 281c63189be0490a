using System.Text.RegularExpressions;
using MemOS.Evidence;
using MemOS.Reading;
using MemOS.Reading.Rules;
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
                // A message that states two preferences is worth what the nearer one is, and not both together.
                if (candidate.Preferred is null)
                {
                    var place = top > bottom ? (rated.Score - bottom) / (top - bottom) : 1;
                    candidate.Add("preference", best * view.Weights.Preference * (0.5 + (0.5 * place)));
                }

                candidate.Prefer(rated.Record);
            }
        }

        await AddOffersAsync(view, cancellationToken).ConfigureAwait(false);
    }

    // A choice is told whole only with what it was made from.
    private static async ValueTask AddOffersAsync(CubeView view, CancellationToken cancellationToken)
    {
        var chosen = view.Preferences.Select(rated => view.Candidates.Find(rated.Record.Sources[0])).OfType<Candidate>().Where(static candidate => candidate.Evidence.Role == EvidenceRole.User).ToList();
        var around = await view.Reader.GetNeighboursAsync(chosen.Select(static candidate => candidate.Evidence.Id).ToHashSet(), 1, cancellationToken).ConfigureAwait(false);
        var offers = around.Where(static message => message.Role == EvidenceRole.Assistant).ToDictionary(static message => (message.Session, message.Position));
        foreach (var candidate in chosen)
        {
            candidate.Offer = offers.GetValueOrDefault((candidate.Evidence.Session, candidate.Evidence.Position - 1));
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

        var offers = await OffersAsync(view, records, cancellationToken).ConfigureAwait(false);
        var similarity = new TextSimilarity(WordLexicon.Default);
        var isBooking = Booking().IsMatch(view.Query.Text);
        var asked = similarity.Profile([.. view.Query.Terms.Select(static term => term.Term).Where(term => !isBooking || term != "book")]).WithKin();
        var matches = similarity.Compare(asked, records.ConvertAll(record => Offered(record, offers) is { Length: > 0 } offered ? similarity.Profile(WordAnalyzer.Terms(record.Text + offered)) : record.Notes.Profile));
        var exact = records.Select(record => view.Words.Score(record.Id, record.Length, view.Weights)).ToList();
        var best = Math.Max(1, exact.Max());
        return records
            .Select((record, i) => new RatedPreference(record, matches[i].Score + (view.Weights.PreferenceWords * exact[i] / best), matches[i]))
            .OrderByDescending(static rated => rated.Score)
            .Take(Kept)
            .ToList();
    }

    // What a choice was made from is a part of its matter: "option 2" alone is about nothing.
    private static async ValueTask<Dictionary<long, string>> OffersAsync(CubeView view, List<RecallDocument> records, CancellationToken cancellationToken)
    {
        var ids = records.Where(static record => record.Kind == MemoryKind.Preference && record.Sources.Count == 2).Select(static record => record.Sources[1]).ToHashSet();
        return ids.Count == 0 ? [] : (await view.Reader.DescribeAsync(ids, cancellationToken).ConfigureAwait(false)).ToDictionary(static message => message.Id, static message => message.Text);
    }

    private static string Offered(RecallDocument record, Dictionary<long, string> offers) =>
        record.Kind == MemoryKind.Preference && record.Sources.Count == 2 && offers.TryGetValue(record.Sources[1], out var offer) ? " " + string.Join(' ', OfferedOptions.Of(offer)) : "";

    // Who wants to book a table asks for no book.
    [GeneratedRegex(@"\b(?:i|we|you|to|please)\s+book\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Booking();

    // What somebody is, needs or cannot do bears on advice as a taste does: "can only use hypoallergenic products".
    [GeneratedRegex(
        @"\b(?:only|solely|exclusively|strict\w*|allerg\w*|intoleran\w*|sensitiv\w*|needs?|requires?|refuses?|never|always|avoids?|believes?|advocate|best|cannot|can't|unable|diet|vegan|vegetarian|halal|kosher|gluten\S*|uncomfortable|afraid|fears?|phobia|prefers?|bias|disab\w+|pregnant|budget|against)\b|过敏|只|从不|不能|不敢|不穿|不吃|不喝|不看|不用|不去|戒|受不了|素食|忌口|怕",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Constraint();
}
