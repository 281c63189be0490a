using MemOS.Recall.Query;

namespace MemOS.Recall.Ranking.Channels;

/// <summary>
/// What has the form of an answer: a line that follows somebody's question about the matter, a number where it is asked how many, a
/// place where it is asked where, a reason where it is asked why.
/// </summary>
internal sealed class AnswerChannel : IWideningChannel
{
    /// <inheritdoc/>
    public ValueTask AddAsync(CubeView view, CancellationToken cancellationToken)
    {
        if (view.Weights.AnswersQuestion > 0)
        {
            AddAnswers(view);
        }

        var wanted = view.Query.Wants;
        if (wanted != WantedAnswer.None)
        {
            foreach (var candidate in view.Candidates.All)
            {
                candidate.Scale("form", FormOf(candidate.Traits, wanted, view.Weights));
            }
        }

        return default;
    }

    // Whatever the question before it is about, the answer is about, too, and need not say it again.
    private static void AddAnswers(CubeView view)
    {
        var asking = new Dictionary<(long Session, int Position), double>();
        double best = 0;
        foreach (var candidate in view.Candidates.All)
        {
            best = Math.Max(best, candidate.Said);
            if (candidate.Said > 0 && candidate.Traits.Asks)
            {
                asking[(candidate.Evidence.Session, candidate.Evidence.Position)] = candidate.Said;
            }
        }

        if (asking.Count == 0)
        {
            return;
        }

        foreach (var candidate in view.Candidates.All)
        {
            if (asking.TryGetValue((candidate.Evidence.Session, candidate.Evidence.Position - 1), out var asked))
            {
                candidate.Scale("answers", Math.Exp(view.Weights.AnswersQuestion * asked / best));
            }
        }
    }

    private static double FormOf(SpeechTraits traits, WantedAnswer wanted, RecallWeights weights) =>
        (wanted.HasFlag(WantedAnswer.Number) && traits.HasNumber ? weights.HasNumber : 1)
        * (wanted.HasFlag(WantedAnswer.Place) && traits.HasPlace ? weights.HasPlace : 1)
        * (wanted.HasFlag(WantedAnswer.Reason) && traits.HasReason ? weights.HasReason : 1);
}
