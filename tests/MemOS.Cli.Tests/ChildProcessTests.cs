using System.Diagnostics;

namespace MemOS.Cli.Tests;

public sealed class ChildProcessTests : IDisposable
{
    private readonly CliRunner cli = new();

    [Fact]
    public async Task Memos_AsAProcess_ImportsAndSearches()
    {
        var import = await StartAsync("import", cli.Write("a.txt", "Ada: I live in Bern."), "--user", "ada", "--json");
        Assert.True(import.ExitCode == 0, import.Error);
        Assert.Equal(1, import.Json.GetProperty("added").GetInt32());
        var search = await StartAsync("search", "--user", "ada", "Where does Ada live?", "--json");
        Assert.Contains("Bern", search.Json.GetProperty("context").GetString(), StringComparison.Ordinal);
        var wrong = await StartAsync("serch");
        Assert.Equal(2, wrong.ExitCode);
    }

    public void Dispose() => cli.Dispose();

    private async Task<CliResult> StartAsync(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(typeof(MemosCommand).Assembly.Location);
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        start.Environment["MEMOS_DB"] = cli.Database;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await error);
    }
}
