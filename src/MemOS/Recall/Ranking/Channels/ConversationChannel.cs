namespace MemOS.Recall.Ranking.Channels;

/// <summary>Conversation: an answer stands beside what asked for it, and in a session about the matter.</summary>
internal sealed class ConversationChannel : IScoringChannel
{
    private const int BestOfSession = 3;

    /// <inheritdoc/>
    public void Score(CubeView view)
    {
        foreach (var session in view.Candidates.All.GroupBy(static candidate => candidate.Evidence.Session))
        {
            ScoreSession([.. session], view.Weights);
        }
    }

    private static void ScoreSession(List<Candidate> session, RecallWeights weights)
    {
        var byPosition = session.ToDictionary(static candidate => candidate.Evidence.Position);
        var best = session.Select(static candidate => candidate.Score).OrderDescending().Take(BestOfSession).Sum();
        var parts = new List<(Candidate Candidate, double Neighbours)>(session.Count);
        foreach (var candidate in session)
        {
            var at = candidate.Evidence.Position;
            var near = weights.Neighbour * (ScoreAt(at - 1) + ScoreAt(at + 1));
            var far = weights.SecondNeighbour * (ScoreAt(at - 2) + ScoreAt(at + 2));
            parts.Add((candidate, near + far));
        }

        // All parts are computed from the words alone before any is added, so that order does not matter.
        foreach (var (candidate, neighbours) in parts)
        {
            candidate.Add("neighbours", neighbours);
            candidate.Add("session", weights.Session * best);
        }

        double ScoreAt(int position) => byPosition.TryGetValue(position, out var other) ? other.Score : 0;
    }
}
