using MemOS.Evidence;

namespace MemOS.Recall.Ranking.Channels;

/// <summary>
/// What a line tells, whatever was asked: people are remembered by what they say of themselves and by name, not by what they ask
/// back or by their cheers for others.
/// </summary>
internal sealed class TellingChannel : IWideningChannel
{
    private const int MostNames = 3;

    /// <inheritdoc/>
    public ValueTask AddAsync(CubeView view, CancellationToken cancellationToken)
    {
        var weights = view.Weights;
        if (weights.Telling == 0)
        {
            return default;
        }

        foreach (var candidate in view.Candidates.All)
        {
            if (candidate.Evidence.EvidenceKind == EvidenceKind.Message)
            {
                candidate.Scale("telling", Math.Pow(Worth(candidate.Traits, weights), weights.Telling));
            }
        }

        return default;
    }

    private static double Worth(SpeechTraits traits, RecallWeights weights) =>
        Math.Exp(weights.TellsName * Math.Min(traits.Names, MostNames))
        * (traits.EndsAsking ? weights.EndsAsking : 1)
        * (traits.OfSelf ? weights.OfSelf : 1)
        * (traits.OfListener ? weights.OfListener : 1);
}
