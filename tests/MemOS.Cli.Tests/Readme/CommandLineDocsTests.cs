using System.Text.RegularExpressions;

namespace MemOS.Cli.Tests.Readme;

/// <summary>Every command in the how-to pages, run in the order of the page.</summary>
public sealed partial class CommandLineDocsTests : IDisposable
{
    private readonly CliRunner cli = new();

    [Theory]
    [InlineData("command-line.md", 20)]
    [InlineData("cubes.md", 9)]
    public async Task Commands_OfThePage_AllWork(string page, int atLeast)
    {
        var text = DocsFiles.Read("docs", "how-to", page);
        if (DocsFiles.Blocks(text, "text").SingleOrDefault() is { } chat)
        {
            cli.Write("chat.txt", chat);
        }

        var lines = DocsFiles.Blocks(text, "sh").SelectMany(DocsFiles.Lines).ToList();
        Assert.InRange(lines.Count, atLeast, 100);
        foreach (var line in lines)
        {
            var words = Word().Matches(line).Select(static match => match.Value.Trim('"')).ToList();
            Assert.Equal("memos", words[0]);
            var args = words.Skip(1).Select(word => FileName().IsMatch(word) ? cli.PathOf(word) : word).ToArray();
            var result = await cli.RunAsync(args);
            Assert.True(result.ExitCode == 0, $"{line}: {result.Error}");
            Assert.NotEmpty(result.Out);
            Assert.Empty(result.ErrorLines);
        }
    }

    [Fact]
    public async Task Commands_OfThePage_FindWhatTheyAskFor()
    {
        cli.Write("chat.txt", DocsFiles.Blocks(DocsFiles.Read("docs", "how-to", "command-line.md"), "text").Single());
        await cli.JsonAsync("import", cli.PathOf("chat.txt"), "--user", "ada");
        foreach (var (query, answer) in new[] { ("Where does Ada live?", "Basel"), ("What is Ada allergic to?", "walnuts"), ("When does Maria arrive?", "2026-03-03") })
        {
            var found = await cli.JsonAsync("search", query, "--user", "ada");
            Assert.Contains(answer, found.GetProperty("context").GetString(), StringComparison.Ordinal);
        }
    }

    public void Dispose() => cli.Dispose();

    [GeneratedRegex("\"[^\"]*\"|[^ ]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"^[a-z]+\.(txt|db|memcube)$")]
    private static partial Regex FileName();
}
