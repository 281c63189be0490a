using MemOS.Recall.Query;
using MemOS.Recall.Ranking.Channels;

namespace MemOS.Recall.Ranking;

/// <summary>The search of one cube: words find candidates and what was said around them; then one channel after another ranks them.</summary>
internal sealed class CubeSearch(IRecallReader reader, int cube, RecallQuery query, RecallWeights weights)
{
    // Order matters: what scales a score scales what was added before it.
    private static readonly IScoringChannel[] Scoring = [new WordChannel(), new ConversationChannel(), new SpeechChannel(), new PeopleChannel(), new TimeChannel()];
    private static readonly IWideningChannel[] Widening = [new MeaningChannel(), new VectorChannel(), new TellingChannel(), new AnswerChannel(), new PreferenceChannel(), new ChangeChannel()];

    /// <summary>What was found on the way.</summary>
    public CubeView View { get; } = new(reader, cube, query, weights);

    /// <summary>Searches; to be called once.</summary>
    public async Task<IReadOnlyCollection<Candidate>> RunAsync(CancellationToken cancellationToken)
    {
        using var words = View.Words;
        await PeopleChannel.FindAsync(View, cancellationToken).ConfigureAwait(false);

        // A name says who, not what: it chooses among the found, and finds by itself only when nothing else is asked.
        var people = View.People;
        var isTopical = query.Terms.Any(term => !people.Contains(term.Term));
        var own = query.Terms.Select(term => isTopical && people.Contains(term.Term) ? term with { Weight = 0 } : term).ToList();
        await words.AddAsync(own, own: true, cancellationToken).ConfigureAwait(false);
        if (words.Statistics.Documents == 0)
        {
            return [];
        }

        await GatherAsync(cancellationToken).ConfigureAwait(false);
        View.Lent.AddRange(await FeedbackTerms.LendAsync(View, cancellationToken).ConfigureAwait(false));
        if (View.Lent.Count > 0)
        {
            await words.AddAsync(View.Lent, own: false, cancellationToken).ConfigureAwait(false);
            await GatherAsync(cancellationToken).ConfigureAwait(false);
        }

        foreach (var channel in Widening)
        {
            await channel.AddAsync(View, cancellationToken).ConfigureAwait(false);
        }

        QueryCoverage.Note(View);
        return View.Candidates.All;
    }

    private async ValueTask GatherAsync(CancellationToken cancellationToken)
    {
        await View.Candidates.GatherAsync(View.Words, cancellationToken).ConfigureAwait(false);
        foreach (var candidate in View.Candidates.All)
        {
            candidate.Reset();
        }

        foreach (var channel in Scoring)
        {
            channel.Score(View);
        }
    }
}
