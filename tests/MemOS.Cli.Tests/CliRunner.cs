using System.Text;
using System.Text.Json;

namespace MemOS.Cli.Tests;

/// <summary>Runs the command in process on a memory file of its own, deleted at the end.</summary>
public sealed class CliRunner : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("memos-cli-").FullName;

    /// <summary>The memory file that runs use unless they name another.</summary>
    public string Database => Path.Combine(folder, "memory.db");

    /// <summary>A path for a file of the test.</summary>
    public string PathOf(string name) => Path.Combine(folder, name);

    /// <summary>Writes a file for the test and returns its path.</summary>
    public string Write(string name, string text)
    {
        File.WriteAllText(PathOf(name), text);
        return PathOf(name);
    }

    /// <summary>Runs a command line on <see cref="Database"/>.</summary>
    public Task<CliResult> RunAsync(params string[] args) => RunAsync(args, input: "", environment: null);

    /// <summary>Runs a command line with a standard input and further environment variables.</summary>
    public async Task<CliResult> RunAsync(string[] args, string input, Dictionary<string, string>? environment)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var variables = new Dictionary<string, string>(environment ?? []) { ["COLUMNS"] = "200" };
        variables.TryAdd(GlobalOptions.DatabaseVariable, Database);
        var host = new CliHost
        {
            Out = output,
            Error = error,
            Input = () => new MemoryStream(Encoding.UTF8.GetBytes(input)),
            Environment = variables,
        };
        var code = await MemosCommand.InvokeAsync(args, host);
        return new(code, output.ToString(), error.ToString());
    }

    /// <summary>Runs a command line with <c>--json</c>, expects success and returns the document.</summary>
    public async Task<JsonElement> JsonAsync(params string[] args)
    {
        var result = await RunAsync([.. args, "--json"]);
        Assert.True(result.ExitCode == 0, $"{string.Join(' ', args)} gave {result.ExitCode}: {result.Error}");
        return result.Json;
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(folder, recursive: true);
}
