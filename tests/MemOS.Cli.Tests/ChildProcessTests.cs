namespace MemOS.Cli.Tests;

public sealed class ChildProcessTests : IDisposable
{
    private readonly CliRunner cli = new();

    [Fact]
    public async Task Memos_AsAProcess_ImportsAndSearches()
    {
        var import = await RunAsync("import", cli.Write("a.txt", "Ada: I live in Bern."), "--user", "ada", "--json");
        Assert.True(import.ExitCode == 0, import.Error);
        Assert.Equal(1, import.Json.GetProperty("added").GetInt32());
        var search = await RunAsync("search", "--user", "ada", "Where does Ada live?", "--json");
        Assert.Contains("Bern", search.Json.GetProperty("context").GetString(), StringComparison.Ordinal);
        var wrong = await RunAsync("serch");
        Assert.Equal(2, wrong.ExitCode);
    }

    public void Dispose() => cli.Dispose();

    private Task<CliResult> RunAsync(params string[] args) =>
        ChildProcess.RunAsync(typeof(MemosCommand).Assembly.Location, args, new Dictionary<string, string> { [GlobalOptions.DatabaseVariable] = cli.Database });
}
