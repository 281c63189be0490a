namespace MemOS.Cli.Tests.Commands;

public sealed class DoctorCommandTests : IDisposable
{
    private readonly CliRunner cli = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Doctor_HealthyFile_SaysAllGood(bool deep)
    {
        await cli.JsonAsync("import", cli.Write("a.txt", "Ada: I live in Bern."));
        string[] args = deep ? ["doctor", "--deep"] : ["doctor"];
        var shown = await cli.RunAsync(args);
        Assert.Equal(0, shown.ExitCode);
        Assert.Contains("all good, 0 network", shown.Out, StringComparison.Ordinal);
        var json = await cli.JsonAsync(args);
        Assert.True(json.GetProperty("healthy").GetBoolean());
        Assert.Equal(0, json.GetProperty("network").GetInt32());
        Assert.Equal(1, json.GetProperty("stats").GetProperty("messages").GetInt32());
    }

    [Fact]
    public async Task Doctor_WithoutAFile_IsStillAllGoodAndMakesNone()
    {
        var shown = await cli.RunAsync("doctor");
        Assert.Equal(0, shown.ExitCode);
        Assert.Contains("all good, 0 network", shown.Out, StringComparison.Ordinal);
        Assert.False(File.Exists(cli.Database));
    }

    [Fact]
    public async Task Doctor_ForeignFile_FailsAndLeavesItUntouched()
    {
        var text = new string('x', 5000);
        File.WriteAllText(cli.Database, text);
        var result = await cli.RunAsync("doctor");
        Assert.Equal(1, result.ExitCode);
        Assert.Single(result.ErrorLines);
        Assert.Equal(text, File.ReadAllText(cli.Database));
    }

    [Fact]
    public async Task Doctor_Repair_LeavesAHealthyFileHealthy()
    {
        await cli.JsonAsync("import", cli.Write("a.txt", "Ada: I live in Bern."));
        var json = await cli.JsonAsync("doctor", "--repair");
        Assert.True(json.GetProperty("healthy").GetBoolean());
        Assert.True(json.GetProperty("repaired").GetBoolean());
    }

    public void Dispose() => cli.Dispose();
}
