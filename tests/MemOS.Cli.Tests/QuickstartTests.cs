namespace MemOS.Cli.Tests;

/// <summary>The README's first command keeps its promise.</summary>
public sealed class QuickstartTests
{
    [Fact]
    public async Task Quickstart_Run_AnswersAcrossSessionsFromMemoryAlone()
    {
        var result = await ChildProcess.RunAsync(Path.Combine(AppContext.BaseDirectory, "Quickstart.dll"), []);
        Assert.True(result.ExitCode == 0, result.Error);
        var answers = result.Out[result.Out.IndexOf("30 March", StringComparison.Ordinal)..];
        Assert.Equal("Porto", Answered("Where do I live now?", "Porto"));
        Assert.Equal("walnuts", Answered("What am I allergic to?", "walnuts"));
        Assert.Equal("C#", Answered("What language is Kelp written in?", "C#"));
        Assert.Equal("2026-03-06", Answered("When did Kelp get its first paying customer?", "2026-03-06"));
        Assert.Equal("13 June 2026", Answered("When is my sister's wedding?", "13 June 2026"));
        Assert.Equal("early trains", Answered("Which trains do I like?", "early trains"));
        Assert.Equal("Biscuit", Answered("What is the name of my cat?", "Biscuit"));
        Assert.Equal("I don't know", Answered("What is the name of my dog?", "I don't know"));
        Assert.DoesNotContain("\u001b[", result.Out, StringComparison.Ordinal);

        // The expected words, or what was answered instead, so that a failure says it.
        string Answered(string question, string expected)
        {
            var line = answers[answers.IndexOf(question, StringComparison.Ordinal)..].Split('\n')[1].Trim();
            return line.Contains(expected, StringComparison.Ordinal) ? expected : line;
        }
    }
}
