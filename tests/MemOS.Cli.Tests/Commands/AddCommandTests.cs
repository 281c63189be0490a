namespace MemOS.Cli.Tests.Commands;

public sealed class AddCommandTests : IDisposable
{
    private readonly CliRunner cli = new();

    [Fact]
    public async Task Add_Statement_IsReadAndFound()
    {
        var added = await cli.JsonAsync("add", "I'm allergic to walnuts.", "--user", "ada");
        Assert.Contains("walnuts", added.GetProperty("records")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        var found = await cli.JsonAsync("search", "walnuts", "--user", "ada");
        Assert.NotEmpty(found.GetProperty("results").EnumerateArray());
    }

    [Fact]
    public async Task Add_FromStandardInput_ReadsIt()
    {
        var result = await cli.RunAsync(["add", "-", "--json"], "I love green tea.\n", null);
        Assert.Contains("green tea", result.Json.GetProperty("records")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_Nothing_IsAnErrorAndMakesNoFile()
    {
        var result = await cli.RunAsync("add", " ");
        Assert.Equal(2, result.ExitCode);
        Assert.False(File.Exists(cli.Database));
    }

    public void Dispose() => cli.Dispose();
}
