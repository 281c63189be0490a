using MemOS.Evidence;

namespace MemOS.Recall.Ranking.Channels;

/// <summary>How a thing was said: what is only imagined, and what the assistant said, counts for less.</summary>
internal sealed class SpeechChannel : IScoringChannel
{
    private const int ShortMessage = 160;

    /// <inheritdoc/>
    public void Score(CubeView view)
    {
        foreach (var candidate in view.Candidates.All)
        {
            if (IsHypothetical(candidate.Evidence.Text))
            {
                candidate.Scale("hypothetical", view.Weights.Hypothetical);
            }

            if (candidate.Evidence.Role == EvidenceRole.Assistant)
            {
                candidate.Scale("role", view.Weights.AssistantSaid);
            }
        }
    }

    // "If I won the lottery I would live on a boat" tells of no boat.
    private static bool IsHypothetical(string text) =>
        text.Length < ShortMessage && text.Contains("if ", StringComparison.OrdinalIgnoreCase) &&
        (text.Contains(" would ", StringComparison.OrdinalIgnoreCase) || text.Contains("'d ", StringComparison.Ordinal));
}
