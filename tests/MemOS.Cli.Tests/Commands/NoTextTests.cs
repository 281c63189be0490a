using System.Text;

namespace MemOS.Cli.Tests.Commands;

/// <summary>Files that hold no text are refused before anything is written.</summary>
public sealed class NoTextTests : IDisposable
{
    private readonly CliRunner cli = new();

    public static TheoryData<string, byte[], string> Files => new()
    {
        { "empty.md", [], "is empty" },
        { "binary.md", [(byte)'a', 0, (byte)'b'], "is binary: it holds NUL bytes" },
        { "latin.md", [(byte)'c', (byte)'a', (byte)'f', 0xE9, (byte)'s'], "is not UTF-8" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task AddDocument_FileWithoutText_IsRefusedAndNothingIsWritten(string name, byte[] content, string expected) =>
        Check(await cli.RunAsync("add", "--document", Write(name, content)), expected);

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Import_FileWithoutText_IsRefusedAndNothingIsWritten(string name, byte[] content, string expected) =>
        Check(await cli.RunAsync("import", Write(name, content)), expected);

    [Fact]
    public async Task AddDocument_OnlyBlanks_IsRefused() => Check(await cli.RunAsync("add", "--document", Write("blank.md", "  \n \n"u8.ToArray())), "is empty");

    [Theory]
    [InlineData(65_533)]
    [InlineData(65_534)]
    [InlineData(65_535)]
    public async Task Import_LetterAcrossTheEndOfWhatIsLookedAt_IsText(int length)
    {
        var file = Write("long.txt", [.. "\uFEFF"u8, .. Encoding.UTF8.GetBytes("Ada: I live in Bern. " + new string('.', length - 28) + "\n" + "Ada: 你好，我住在奥斯陆。\n" + new string('.', 500))]);

        var result = await cli.RunAsync("import", file);

        Assert.True(result.ExitCode == 0, result.Error);
    }

    [Fact]
    public async Task AddDocument_Utf16WithItsMark_IsText()
    {
        var result = await cli.RunAsync("add", "--document", Write("wide.txt", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("The harbour opens at six.")]));

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains("harbour", (await cli.RunAsync("search", "harbour")).Out, StringComparison.Ordinal);
    }

    public void Dispose() => cli.Dispose();

    private string Write(string name, byte[] content)
    {
        File.WriteAllBytes(cli.PathOf(name), content);
        return cli.PathOf(name);
    }

    private void Check(CliResult result, string expected)
    {
        Assert.Equal(ExitCode.Usage, result.ExitCode);
        var line = Assert.Single(result.ErrorLines);
        Assert.Contains(expected, line, StringComparison.Ordinal);
        Assert.Contains("Nothing was written.", line, StringComparison.Ordinal);
        Assert.False(File.Exists(cli.Database));
    }
}
