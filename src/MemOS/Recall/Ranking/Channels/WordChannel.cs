using System.Numerics;

namespace MemOS.Recall.Ranking.Channels;

/// <summary>Words: those of the message, those that stand together in it, and those of the records made of it.</summary>
internal sealed class WordChannel : IScoringChannel
{
    /// <inheritdoc/>
    public void Score(CubeView view)
    {
        foreach (var candidate in view.Candidates.All)
        {
            Score(candidate, view);
        }
    }

    private static void Score(Candidate candidate, CubeView view)
    {
        var (words, weights) = (view.Words, view.Weights);
        var own = words.Score(candidate.Evidence.Id, candidate.Evidence.Length, weights);
        candidate.Matched = words.MatchedBy(candidate.Evidence.Id);
        double record = 0;
        foreach (var document in candidate.Records)
        {
            record = Math.Max(record, words.Score(document.Id, document.Length, weights));
            candidate.Matched |= words.MatchedBy(document.Id);
        }

        candidate.Words = Math.Max(own, record);
        candidate.Add("words", own);
        candidate.Add("phrases", weights.Phrase * PhraseScore(candidate, view));
        candidate.Add("records", weights.Record * record);
        candidate.Said = candidate.Score;
    }

    // Words that stand together in the query and in the text name one thing: "support group" is more than both its words.
    private static double PhraseScore(Candidate candidate, CubeView view)
    {
        if (BitOperations.PopCount(candidate.Matched) < 2)
        {
            return 0;
        }

        double score = 0;
        var terms = view.Query.Terms;
        for (var i = 0; i + 1 < terms.Count; i++)
        {
            var (first, second) = (terms[i].Term, terms[i + 1].Term);
            if ((candidate.Matched >> i & 3) == 3 && !view.People.Contains(first) && !view.People.Contains(second) && candidate.HasNear(first, second))
            {
                score += (view.Words.IdfOf(first) + view.Words.IdfOf(second)) / 2;
            }
        }

        return score;
    }
}
