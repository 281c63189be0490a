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
            if (candidate.Evidence.Notes.IsHypothetical)
            {
                candidate.Scale("hypothetical", view.Weights.Hypothetical);
            }

            if (candidate.Evidence.Role == EvidenceRole.Assistant)
            {
                candidate.Scale("role", view.Weights.AssistantSaid);
            }
        }
    }

    /// <summary>Whether a text tells of what is not: "If I won the lottery I would live on a boat" tells of no boat.</summary>
    public static bool IsHypothetical(string text) =>
        text.Length < ShortMessage && text.Contains("if ", StringComparison.OrdinalIgnoreCase) &&
        (text.Contains(" would ", StringComparison.OrdinalIgnoreCase) || text.Contains("'d ", StringComparison.Ordinal));
}
