namespace MemOS.Recall.Ranking.Channels;

/// <summary>Conversation: an answer stands beside what asked for it, and in a session about the matter.</summary>
internal sealed class ConversationChannel : IScoringChannel
{
    private const int BestOfSession = 3;

    /// <inheritdoc/>
    public void Score(CubeView view)
    {
        Candidate[] all = [.. view.Candidates.All];
        Array.Sort(all, static (left, right) => left.Evidence.Session.CompareTo(right.Evidence.Session) is not 0 and var order ? order : left.Evidence.Position.CompareTo(right.Evidence.Position));

        // All parts are computed from the words alone, so that order does not matter.
        var scores = Array.ConvertAll(all, static candidate => candidate.Score);
        for (var start = 0; start < all.Length;)
        {
            var end = start + 1;
            while (end < all.Length && all[end].Evidence.Session == all[start].Evidence.Session)
            {
                end++;
            }

            ScoreSession(all.AsSpan(start, end - start), scores.AsSpan(start, end - start), view.Weights);
            start = end;
        }
    }

    private static void ScoreSession(ReadOnlySpan<Candidate> session, ReadOnlySpan<double> scores, RecallWeights weights)
    {
        var best = SumOfBest(scores);
        for (var i = 0; i < session.Length; i++)
        {
            var near = weights.Neighbour * (ScoreAt(session, scores, i, -1) + ScoreAt(session, scores, i, 1));
            var far = weights.SecondNeighbour * (ScoreAt(session, scores, i, -2) + ScoreAt(session, scores, i, 2));
            session[i].Add("neighbours", near + far);
            session[i].Add("session", weights.Session * best);
        }
    }

    // A place that is no candidate leaves a gap, so that what stands a place away is at most as far in the list.
    private static double ScoreAt(ReadOnlySpan<Candidate> session, ReadOnlySpan<double> scores, int i, int distance)
    {
        var position = session[i].Evidence.Position + distance;
        var step = Math.Sign(distance);
        for (var other = i + step; other >= 0 && other < session.Length && other != i + distance + step; other += step)
        {
            if (session[other].Evidence.Position == position)
            {
                return scores[other];
            }
        }

        return 0;
    }

    private static double SumOfBest(ReadOnlySpan<double> scores)
    {
        Span<double> best = stackalloc double[BestOfSession];
        best.Clear();
        foreach (var score in scores)
        {
            var next = score;
            for (var i = 0; i < best.Length; i++)
            {
                if (next > best[i])
                {
                    (best[i], next) = (next, best[i]);
                }
            }
        }

        double sum = 0;
        foreach (var score in best)
        {
            sum += score;
        }

        return sum;
    }
}
