namespace MemOS.Cli.Tests.Commands;

/// <summary>Several people and one cube.</summary>
public sealed class SharedCubeTests : IDisposable
{
    private readonly CliRunner cli = new();

    [Fact]
    public async Task Add_ToASharedCube_IsFoundByTheOthersAndChangedByWriters()
    {
        await ShareAsync();
        await cli.JsonAsync("add", "The office printer is called Vesper.", "--cube", "team", "-u", "bob");
        Assert.Contains("Vesper", (await cli.JsonAsync("search", "How is the printer called?", "-u", "ada")).GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Vesper", (await cli.JsonAsync("list", "--messages", "-u", "dora")).GetRawText(), StringComparison.Ordinal);
        var link = await MessageAsync("ada", "Vesper");
        var closed = await cli.RunAsync("forget", link, "-u", "carol");
        Assert.Equal(1, closed.ExitCode);
        Assert.Contains("writer", Assert.Single(closed.ErrorLines), StringComparison.Ordinal);
        await cli.JsonAsync("forget", link, "-u", "ada");
        Assert.DoesNotContain("Vesper", (await cli.JsonAsync("search", "How is the printer called?", "-u", "carol")).GetRawText(), StringComparison.Ordinal);
        await cli.JsonAsync("restore", link, "-u", "ada");
        await cli.JsonAsync("erase", link, "-u", "ada", "--yes");
        Assert.DoesNotContain("Vesper", (await cli.JsonAsync("list", "--messages", "--all", "-u", "carol")).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_ToASharedCube_LinksEveryMessage()
    {
        await ShareAsync();
        var chat = cli.Write("chat.txt", "Bob: I live in Bern.\nBob: My cat is called Vesper.\n");
        await cli.JsonAsync("import", chat, "--cube", "team", "-u", "bob");
        Assert.Equal(2, (await cli.JsonAsync("list", "--messages", "-u", "carol")).GetProperty("messages").GetArrayLength());
        var denied = await cli.RunAsync("import", chat, "--cube", "team", "-u", "carol");
        Assert.Equal(1, denied.ExitCode);
        Assert.Single(denied.ErrorLines);
    }

    [Fact]
    public async Task Forget_InAnAttachedCube_SaysHowToChangeIt()
    {
        await cli.JsonAsync("add", "The office printer is called Vesper.", "-u", "ada");
        await cli.JsonAsync("cubes", "dump", "ada", "--file", cli.PathOf("ada.memcube"), "-u", "ada");
        await cli.JsonAsync("cubes", "attach", "shelf", "--file", cli.PathOf("ada.memcube"), "-u", "bob");
        var result = await cli.RunAsync("forget", await MessageAsync("bob", "Vesper"), "-u", "bob");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("cubes load", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    public void Dispose() => cli.Dispose();

    private async Task ShareAsync()
    {
        await cli.JsonAsync("cubes", "create", "team", "-u", "ada");
        await cli.JsonAsync("cubes", "share", "team", "--with", "bob", "--role", "writer", "-u", "ada");
        await cli.JsonAsync("cubes", "share", "team", "--with", "carol", "--role", "reader", "-u", "ada");
        await cli.JsonAsync("add", "I like rain.", "-u", "dora");
    }

    private async Task<string> MessageAsync(string user, string word) =>
        (await cli.JsonAsync("list", "--messages", "-u", user)).GetProperty("messages").EnumerateArray()
            .First(message => message.GetProperty("text").GetString()!.Contains(word, StringComparison.Ordinal)).GetProperty("id").GetString()!;
}
