using MemOS.Time;

namespace MemOS.Recall.Ranking.Channels;

/// <summary>Time: statements with a time where the question asks when, and what was said or happened in a time that it names.</summary>
internal sealed class TimeChannel : IScoringChannel
{
    /// <inheritdoc/>
    public void Score(CubeView view)
    {
        var (query, weights) = (view.Query, view.Weights);
        if (!query.AsksWhen && query.Times.Count == 0)
        {
            return;
        }

        foreach (var candidate in view.Candidates.All)
        {
            if (query.AsksWhen && candidate.Records.Exists(static record => record.EventTime is not null))
            {
                candidate.Scale("time", 1 + weights.TimedStatement);
            }

            if (query.Times.Count > 0 && IsIn(candidate, query.Times))
            {
                candidate.Scale("time", 1 + weights.NamedTime);
            }
        }
    }

    private static bool IsIn(Candidate candidate, IReadOnlyList<EventTime> times)
    {
        var said = EventTime.OfInstant(candidate.Evidence.Time.DateTime);
        return times.Any(time => time.Overlaps(said) || candidate.Records.Exists(record => record.EventTime is { } at && at.Overlaps(time)));
    }
}
