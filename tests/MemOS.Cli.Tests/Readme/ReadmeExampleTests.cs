using MemOS.Recall;
using MemOS.TestKit;
using Microsoft.Extensions.AI;

namespace MemOS.Cli.Tests.Readme;

/// <summary>The README's code, compiled and run. The region is the block, word for word.</summary>
public sealed class ReadmeExampleTests
{
    [Fact]
    public async Task ReadmeCode_Run_RemembersAcrossConversations()
    {
        using var folder = new TemporaryFolder();
        using var model = new ScriptedChatClient();
        var path = folder.File();
        var printed = await RunAsync(model, path);
        Assert.Contains("walnuts", printed, StringComparison.Ordinal);
        Assert.Contains("F#", string.Concat(model.Calls[^1].Messages.Select(message => message.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public void ReadmeCode_InTheReadme_IsThisRegion()
    {
        var region = DocsFiles.Region(DocsFiles.Read("tests", "MemOS.Cli.Tests", "Readme", "ReadmeExampleTests.cs"), "#region readme\n", "#endregion");
        var block = DocsFiles.Lines(DocsFiles.Blocks(DocsFiles.Read("README.md"), "csharp").First());
        Assert.Equal(block.Select(line => line.Replace("\"memory.db\"", "path", StringComparison.Ordinal)), region);
    }

    private static async Task<string> RunAsync(IChatClient model, string path)
    {
        using var Console = new StringWriter();

        #region readme
        // one file; recording, recall and reading are on from here
        await using var memory = await MemoryOS.OpenAsync(path);

        // any IChatClient remembers; the scope says whose memory it is
        IChatClient chat = model.WithMemory(memory, MemoryScope.ForUser("ada"));
        await chat.GetResponseAsync("My project is written in F#, and I'm allergic to walnuts.");
        await memory.FlushAsync();

        // weeks later, in a new conversation
        var answer = await chat.GetResponseAsync("What language does my project use?");

        // or ask the memory itself
        RecallResult found = await memory.SearchAsync("What am I allergic to?", MemoryScope.ForUser("ada"));
        Console.WriteLine(found.Context);
        #endregion

        Assert.NotEmpty(answer.Text);
        return Console.ToString();
    }
}
