using MemOS.Cli.Benches;
using MemOS.Reading;
using MemOS.Time;

namespace MemOS.Cli.Tests.Benches;

public sealed class ReadingScorerTests
{
    private static readonly ReadingSource Source = new("Ada", "I live in Oslo. I moved there yesterday. I like green tea.");

    [Fact]
    public void Judge_ExpectedRecord_CountsForRecallAndIsNotWrong()
    {
        var verdict = Judge([Record("Ada lives in Oslo.")], [new("fact|profile", "ada", ["oslo|bergen"], null, null)], []);

        Assert.Equal((1, 1, 0), (verdict.Score.Matched, verdict.Score.Records, verdict.Score.WrongRecords));
        Assert.Equal((1d, 1d), (verdict.Score.Precision, verdict.Score.Recall));
    }

    [Theory]
    [InlineData("event", "ada", "oslo", null, null)]
    [InlineData("fact", "ben", "oslo", null, null)]
    [InlineData("fact", "ada", "bergen", null, null)]
    [InlineData("fact", "ada", "oslo", "2023-05-08", null)]
    [InlineData("fact", "ada", "oslo", null, false)]
    public void Judge_RecordOfAnotherSort_IsNoMatch(string kind, string subject, string contains, string? date, bool? valid)
    {
        var verdict = Judge([Record("Ada lives in Oslo.", MemoryKind.Fact, day: 7)], [new(kind, subject, [contains], date, valid)], []);

        Assert.Single(verdict.Missed);
    }

    [Fact]
    public void Judge_SupersededExpectation_NeedsASupersededRecord()
    {
        var records = new[] { Record("Ada lives in Oslo.") with { }, Record("Ada likes green tea.", id: 2) };
        var old = records[0] with { Record = records[0].Record with { State = RecordState.Superseded } };

        var verdict = Judge([old, records[1]], [new("fact", null, ["oslo"], null, false), new("fact", null, ["tea"], null, true)], []);

        Assert.Equal((1, 1), (verdict.Score.Updates, verdict.Score.UpdatesMatched));
    }

    [Fact]
    public void Judge_ForbiddenRecord_IsWrongEvenWhenSuperseded()
    {
        var record = Record("Ada lives in Oslo.");

        Assert.Single(Judge([record with { Record = record.Record with { State = RecordState.Superseded } }], [Any], [new(["lives", "oslo"])]).Wrong);
    }

    [Fact]
    public void Judge_RecordWithoutSource_IsWrong() => Assert.Single(Judge([Record("Ada lives in Oslo.") with { Sources = [] }], [Any], []).Wrong);

    [Fact]
    public void Judge_RepeatedRecord_IsWrongOnce() => Assert.Single(Judge([Record("Ada likes green tea."), Record("Ada likes tea.", id: 2)], [Any], []).Wrong);

    [Fact]
    public void Judge_SameStemsOfDifferentDays_AreNoRepetition() => Assert.Empty(Judge([Record("Ada moved.", day: 7), Record("Ada moved there.", day: 8, id: 2)], [Any], []).Wrong);

    [Theory]
    [InlineData("Ada lives in Paris.", "not in its sources: pari")]
    [InlineData("Ada moved there yesterday (2023-05-07).", null)]
    [InlineData("User likes green tea.", null)]
    public void Judge_WordOutsideTheSources_IsWrong(string text, string? reason) =>
        Assert.Equal(reason, Judge([Record(text)], [Any], []).Wrong.Select(wrong => wrong.Reason).SingleOrDefault());

    [Fact]
    public void Judge_NothingExpected_MakesEveryRecordWrong() => Assert.Single(Judge([Record("Ada lives in Oslo.")], [], []).Wrong);

    private static ReadingExpectation Any => new(null, null, [], null, null);

    private static ReadingVerdict Judge(IReadOnlyList<ReadingRecord> records, IReadOnlyList<ReadingExpectation> expected, IReadOnlyList<ReadingForbidden> forbidden) =>
        ReadingScorer.Judge(new("facts-01", "en", [], expected, forbidden), records);

    private static ReadingRecord Record(string text, MemoryKind kind = MemoryKind.Fact, int day = 0, int id = 1) => new(
        new()
        {
            Id = new(1, MemoryItemKind.Record, id),
            Kind = kind,
            Text = text,
            Subject = "Ada",
            EventTime = day == 0 ? null : EventTime.OfDay(new(2023, 5, day)),
            Sources = [new(1, MemoryItemKind.Evidence, 1)],
            RecordedAt = default,
            ValidFrom = default,
        },
        [Source]);
}
