using MemOS.Recall;
using MemOS.Recall.Ranking;

namespace MemOS.Tests.Recall.Ranking;

public class SessionEvidenceTests
{
    private const ulong Boat = 1;
    private const ulong Painted = 2;
    private const ulong Blue = 4;

    [Fact]
    public void Of_ASessionThatSpreadsTheQuestionOverItsLines_StandsAboveOneLineThatHoldsAPart()
    {
        var shares = SessionEvidence.Of([Line(1, session: 1, Boat), Line(2, session: 1, Painted), Line(3, session: 1, Blue), Line(4, session: 2, Boat | Painted), Line(5, session: 3, 0)]);

        Assert.Equal(1, shares[1]);
        Assert.InRange(shares[2], 0.1, 0.9);
        Assert.Equal(0, shares[3]);
    }

    [Fact]
    public void Of_AWordThatEveryLineHolds_CountsLessThanARareOne()
    {
        var shares = SessionEvidence.Of([Line(1, session: 1, Boat | Blue), Line(2, session: 2, Boat), Line(3, session: 2, Boat), Line(4, session: 3, Boat)]);

        Assert.True(shares[1] > shares[2]);
        Assert.True(shares[2] > shares[3]);
    }

    [Fact]
    public void Of_NoMatchAnywhere_IsZero() => Assert.All(SessionEvidence.Of([Line(1, 1, 0), Line(2, 2, 0)]).Values, static share => Assert.Equal(0, share));

    [Fact]
    public void Order_OnEqualScores_PutsTheSessionThatSpeaksOfAllFirst()
    {
        Candidate[] candidates = [Line(1, session: 1, Boat), Line(2, session: 2, Boat), Line(3, session: 2, Painted)];
        foreach (var candidate in candidates)
        {
            candidate.Add("words", 1);
        }

        Assert.Equal([2, 1, 3], Diversifier.Order(candidates, RecallWeights.Default, 10).Select(static candidate => candidate.Evidence.Id));
    }

    private static Candidate Line(long id, long session, ulong matched) => new(new RecallDocument
    {
        Id = id,
        Text = $"line {id}",
        Length = 2,
        Session = session,
        Position = (int)id,
        Time = new DateTimeOffset(2024, 5, 6, 7, 8, 9, TimeSpan.Zero),
        Sources = [id],
    })
    { Matched = matched };
}
