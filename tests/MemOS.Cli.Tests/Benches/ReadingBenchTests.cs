namespace MemOS.Cli.Tests.Benches;

public sealed class ReadingBenchTests
{
    [Fact]
    public async Task BenchReading_ShippedSuite_ReachesWhatTheRulesPromise()
    {
        using var runner = new CliRunner();

        var result = await runner.JsonAsync("bench", "reading");

        Assert.True(result.GetProperty("precision").GetDouble() >= 0.95, result.ToString());
        Assert.True(result.GetProperty("recall").GetDouble() >= 0.95, result.ToString());
        Assert.True(result.GetProperty("updates").GetDouble() >= 0.95, result.ToString());
        Assert.True(result.GetProperty("by_category").TryGetProperty("chinese", out _));
        Assert.True(result.GetProperty("records").GetInt32() > 100);
    }

    [Fact]
    public async Task BenchReading_BrokenFile_SaysSo()
    {
        using var runner = new CliRunner();

        var result = await runner.RunAsync("bench", "reading", "--data", runner.Write("broken.json", "{ no suite"));

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("is no reading suite", result.Error, StringComparison.Ordinal);
    }
}
