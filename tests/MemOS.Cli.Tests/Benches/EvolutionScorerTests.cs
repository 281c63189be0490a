using System.Text.Json.Nodes;
using MemOS.Cli.Benches;
using MemOS.Cli.Benches.Evolution;

namespace MemOS.Cli.Tests.Benches;

public sealed class EvolutionScorerTests
{
    [Theory]
    [InlineData(new[] { 1, 4, 7 }, new[] { 1, 4, 7 }, 3)]
    [InlineData(new[] { 1, 4 }, new[] { 2, 5 }, 2)]
    [InlineData(new[] { 1, 4 }, new[] { 3, 6 }, 1)]
    [InlineData(new[] { 2, 3 }, new[] { 3 }, 1)]
    [InlineData(new int[0], new[] { 1 }, 0)]
    public void Matched_Starts_OneToOneNearestFirst(int[] gold, int[] found, int expected) => Assert.Equal(expected, BoundaryScore.Matched(gold, found));

    [Fact]
    public void Of_Outcomes_IsTheMeanOverClasses()
    {
        // success: P 2/3, R 1 → .8; failure: P 1, R 1/2 → 2/3; unknown without a match: 0.
        var score = OutcomeScore.Of([("success", "success"), ("success", "success"), ("failure", "failure"), ("failure", "success"), ("unknown", null)]);
        Assert.Equal((0.8 + (2.0 / 3) + 0) / 3, score, 6);
    }

    [Fact]
    public void Of_Patterns_IsBCubed()
    {
        // Three of one skill found together with a stranger: precision (3 * 3/4 + 1/4) / 4, recall 1.
        var score = PatternScore.Of([("skill", "p"), ("skill", "p"), ("skill", "p"), ("alone", "p")]);
        Assert.Equal(2 * 0.625 / 1.625, score, 6);
    }

    [Theory]
    [InlineData("evolution.json", 30, 0.95)]
    [InlineData("evolution-holdout.json", 20, 0.95)]
    [InlineData("evolution-strangers.json", 24, 0.95)]
    [InlineData("evolution-strangers-2.json", 22, 0.95)]
    [InlineData("evolution-strangers-3.json", 13, 0.95)]
    [InlineData("evolution-strangers-4.json", 10, 0.95)]
    [InlineData("evolution-strangers-5.json", 10, 0.95)]
    [InlineData("evolution-strangers-6.json", 10, 0.94)]
    public async Task RunAsync_Suites_ReachTheirBars(string file, int streams, double outcome)
    {
        var result = await new EvolutionBench().RunAsync(new() { DataFile = SuiteFiles.PathOf(file), Details = true }, CancellationToken.None);
        Assert.True(Figure(result, "streams") >= streams);
        Assert.True(Figure(result, "boundary_f1") >= 0.97, result.ToJsonString());
        Assert.True(Figure(result, "outcome_f1") >= outcome, result.ToJsonString());
        Assert.True(Figure(result, "pattern_f1") >= 0.94, result.ToJsonString());
        Assert.True(Figure(result, "skills_found") >= 0.97, result.ToJsonString());
        Assert.Equal(0, Figure(result, "skills_wrong"));
        Assert.Equal(1, Figure(result, "replay_exact"));
    }

    // What strangers wrote, as far as it is reached: nothing wrong is learned, and what is learned replays.
    [Theory]
    [InlineData("evolution-strangers-7.json", 0.9, 0.94, 0.9)]
    [InlineData("evolution-strangers-8.json", 0.9, 0.9, 0.8)]
    [InlineData("evolution-strangers-9.json", 0.95, 0.95, 0.93)]
    [InlineData("evolution-strangers-10.json", 0.93, 0.95, 0.93)]
    [InlineData("evolution-strangers-11.json", 0.95, 0.95, 0.95)]
    [InlineData("evolution-strangers-12.json", 0.95, 0.95, 0.95)]
    [InlineData("evolution-strangers-13.json", 0.9, 0.95, 0.9)]
    [InlineData("evolution-strangers-14.json", 0.92, 0.95, 0.9)]
    [InlineData("evolution-strangers-15.json", 0.92, 0.94, 0.9)]
    [InlineData("evolution-strangers-16.json", 0.95, 0.94, 0.9)]
    [InlineData("evolution-strangers-17.json", 0.95, 0.95, 0.9)]
    [InlineData("evolution-strangers-18.json", 0.95, 0.94, 0.9)]
    public async Task RunAsync_StrangersSuites_StayAboveTheirFloors(string file, double outcome, double pattern, double found)
    {
        var result = await new EvolutionBench().RunAsync(new() { DataFile = SuiteFiles.PathOf(file) }, CancellationToken.None);
        Assert.True(Figure(result, "boundary_f1") >= 0.97, result.ToJsonString());
        Assert.True(Figure(result, "outcome_f1") >= outcome, result.ToJsonString());
        Assert.True(Figure(result, "pattern_f1") >= pattern, result.ToJsonString());
        Assert.True(Figure(result, "skills_found") >= found, result.ToJsonString());
        Assert.Equal(0, Figure(result, "skills_wrong"));
        Assert.Equal(1, Figure(result, "replay_exact"));
    }

    // Two requests each, of which the second corrects the first in a few words, or is another task.
    [Fact]
    public async Task RunAsync_CorrectionsAndNextRequests_AreToldApart()
    {
        var result = await new EvolutionBench().RunAsync(new() { DataFile = SuiteFiles.PathOf("evolution-turns.json") }, CancellationToken.None);
        Assert.Equal(240, Figure(result, "streams"));
        Assert.True(Figure(result, "boundary_f1") >= 0.94, result.ToJsonString());
    }

    [Theory]
    [InlineData("evolution-feedback.json", 144, 0.97)]
    [InlineData("evolution-reactions.json", 100, 0.96)]
    public async Task RunAsync_WhatPeopleSayOfAnAnswer_IsJudgedRightly(string file, int tasks, double floor)
    {
        var result = await new EvolutionBench().RunAsync(new() { DataFile = SuiteFiles.PathOf(file) }, CancellationToken.None);
        Assert.Equal(tasks, Figure(result, "tasks"));
        Assert.True(Figure(result, "outcome_f1") >= floor, result.ToJsonString());
    }

    [Fact]
    public async Task RunAsync_NotASuite_SaysSo()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, """[{"id":"x"}]""");
        await Assert.ThrowsAsync<CliException>(() => new EvolutionBench().RunAsync(new() { DataFile = file }, CancellationToken.None));
        File.Delete(file);
    }

    private static double Figure(JsonObject result, string name) => double.Parse(result[name]!.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture);
}
