using System.Diagnostics;
using MemOS.Hosts.Tests.Docs;

namespace MemOS.Hosts.Tests.Samples;

/// <summary>Samples that need no key print what their README says they print.</summary>
public sealed class SampleTests
{
    [Theory]
    [InlineData("AgentFrameworkAgent")]
    [InlineData("ChatPipeline")]
    [InlineData("SemanticKernelAgent")]
    [InlineData("SharedMemory")]
    public async Task Sample_Run_PrintsWhatItsReadmeSays(string name)
    {
        var printed = (await RunAsync(name)).ReplaceLineEndings("\n").Trim('\n').Split('\n', 2);
        Assert.Contains(": ", printed[0], StringComparison.Ordinal);
        var readme = await File.ReadAllTextAsync(Path.Combine(Checkout.Root, "samples", name, "README.md"));
        Assert.Equal(CodeBlock.Of(readme, "text").Single().Text, printed[1].Trim('\n'));
    }

    [Fact]
    public async Task OllamaSample_WithoutTheRealLibrary_SaysHowToGetIt()
    {
        if (typeof(OllamaSharp.OllamaApiClient).Assembly.GetName().Version is { Major: > 0 })
        {
            // On the real library it talks to a server that no test has; that it was built on it is all that is shown here.
            Assert.True(File.Exists(Path.Combine(AppContext.BaseDirectory, "SemanticKernelOllama.dll")));
            return;
        }

        var readme = await File.ReadAllTextAsync(Path.Combine(Checkout.Root, "samples", "SemanticKernelOllama", "README.md"));
        Assert.Contains(CodeBlock.Of(readme, "text").Single().Text, await RunAsync("SemanticKernelOllama"), StringComparison.Ordinal);
    }

    private static async Task<string> RunAsync(string name)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, name + ".dll"));
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await error);
        return await output;
    }
}
