namespace MemOS.Cli.Tests;

/// <summary>The sample of skills does what its README shows.</summary>
public sealed class EvolvingSkillsTests
{
    [Fact]
    public async Task EvolvingSkills_Run_DoesTheFourthReturnByOneCall()
    {
        var result = await ChildProcess.RunAsync(Path.Combine(AppContext.BaseDirectory, "EvolvingSkills.dll"), []);
        Assert.True(result.ExitCode == 0, result.Error);
        var lines = result.Out.Split('\n').Select(line => line.Trim()).ToList();
        Assert.Equal(3, lines.Count(line => line == "tools: get_order → create_return → restock_item → issue_refund → send_note"));
        Assert.Contains("skill issue_refund_then_send_note, Candidate: Replayed 3 of 3 tasks exactly; waits for approval.", lines);
        Assert.Contains("parameters: number (integer), reason (string)", lines);
        Assert.Contains("tools: issue_refund_then_send_note", lines);
        Assert.Contains("R-504: order O-a4, too late, refunded 55.5", lines);
        Assert.Equal((6, 2), Row("model calls"));
        Assert.Equal((5, 1), Row("calls by the model"));
        var (before, after) = Row("prompt tokens");
        Assert.True(after < before / 2, result.Out);

        (double Before, double After) Row(string name)
        {
            var figures = lines.Single(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return (double.Parse(figures[0], System.Globalization.CultureInfo.InvariantCulture), double.Parse(figures[1], System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public async Task Readme_ShowsWhatTheSamplePrints()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(Path.GetDirectoryName(Benches.SuiteFiles.PathOf("evolution.json"))!, "..", "..", "samples", "EvolvingSkills", "README.md"));
        var shown = readme.Split("```text")[1].Split("```")[0].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var printed = (await ChildProcess.RunAsync(Path.Combine(AppContext.BaseDirectory, "EvolvingSkills.dll"), [])).Out.Split('\n').Select(line => line.TrimEnd()).ToHashSet();
        Assert.All(shown.Select(line => line.TrimEnd()).Where(line => !line.Contains("milliseconds", StringComparison.Ordinal)), line => Assert.Contains(line, printed));
    }
}
