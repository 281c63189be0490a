using System.Text;
using MemOS.Cli.Benches;
using MemOS.Time;

namespace MemOS.Cli.Tests.Benches;

public class DateTimeScorerTests
{
    private const string Specification =
        """
        [
          { "input": "we met yesterday", "reference": "2024-03-13T00:00:00",
            "results": [{ "text": "yesterday", "start": 7, "end": 15, "type": "date", "values": [{ "timex": "2024-03-12", "type": "date", "value": "2024-03-12" }] }] },
          { "input": "every day since 2016", "reference": "2024-03-13T00:00:00",
            "results": [
              { "text": "every day", "start": 0, "end": 8, "type": "set", "values": [{ "timex": "P1D", "type": "set", "value": "not resolved" }] },
              { "text": "since 2016", "start": 10, "end": 19, "type": "daterange", "values": [{ "timex": "2016", "Mod": "since", "type": "daterange", "start": "2016-01-01" }] }] },
          { "input": "in summer", "reference": "2024-03-13T00:00:00",
            "results": [{ "text": "summer", "start": 3, "end": 8, "type": "daterange", "values": [{ "timex": "SU", "type": "daterange", "value": "not resolved" }] }] },
          { "input": "nothing on 5 May 2020", "reference": "2024-03-13T00:00:00", "results": [] }
        ]
        """;

    [Fact]
    public void Add_Specification_CountsRightWrongAndLeftOut()
    {
        var score = new DateTimeScore();
        foreach (var item in DateTimeSpecification.Read(new MemoryStream(Encoding.UTF8.GetBytes(Specification))))
        {
            DateTimeScorer.Add(item, TimeRecognizer.Recognize(item.Input, item.Reference), score);
        }

        Assert.Equal(4, score.Cases);
        Assert.Equal((2, 3, 2), (score.Total.Correct, score.Total.Found, score.Total.Expected));
        Assert.Equal((1, 1), (score.LeftOutTypes, score.LeftOutUnresolved));
        Assert.Equal((1, 1), (score.EmptyCases, score.FoundInEmpty));
        Assert.Equal(0.8, score.Total.F1, 3);
        Assert.Equal([true, true, true, false], score.Details.Select(detail => detail.Correct));
    }

    [Fact]
    public void Add_OneOfTwoReadings_IsWrong()
    {
        var score = new DateTimeScore();
        var expected = new DateTimeExpectation(0, 5, "date", new HashSet<string> { "2024-03-11" });
        DateTimeScorer.Add(new("Monday", new(2024, 3, 13), [expected]), TimeRecognizer.Recognize("Monday", new(2024, 3, 13)), score);
        Assert.Equal((0, 1, 1), (score.Total.Correct, score.Total.Found, score.Total.Expected));
    }

    [Fact]
    public void Report_Score_HasTheKeysOfTheBench()
    {
        var report = DateTimeBench.Report(new());
        Assert.Equal(["cases", "f1", "precision", "recall", "by_type", "left_out", "false_positives"], report.Select(member => member.Key));
    }
}
