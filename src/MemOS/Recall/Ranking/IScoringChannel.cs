namespace MemOS.Recall.Ranking;

/// <summary>Scores the candidates that words and conversation brought near. Runs once a round, each time from nothing.</summary>
internal interface IScoringChannel
{
    /// <summary>Adds to, or scales, the scores that the channels before it gave.</summary>
    void Score(CubeView view);
}
