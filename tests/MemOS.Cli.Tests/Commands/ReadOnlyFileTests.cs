namespace MemOS.Cli.Tests.Commands;

/// <summary>A memory file that cannot be written.</summary>
public sealed class ReadOnlyFileTests : IDisposable
{
    private readonly CliRunner cli = new();

    [Fact]
    public async Task Commands_OnAReadOnlyFile_ReadAndSayWhatTheyCannotDo()
    {
        await cli.JsonAsync("add", "I'm allergic to walnuts.");
        File.SetAttributes(cli.Database, FileAttributes.ReadOnly);
        var before = await File.ReadAllBytesAsync(cli.Database);
        Assert.Contains("walnuts", (await cli.JsonAsync("search", "What am I allergic to?")).GetRawText(), StringComparison.Ordinal);
        Assert.NotEmpty((await cli.JsonAsync("list")).GetProperty("records").EnumerateArray());
        var doctor = await cli.JsonAsync("doctor", "--deep");
        Assert.True(doctor.GetProperty("healthy").GetBoolean());
        Assert.True(doctor.GetProperty("read_only").GetBoolean());
        await cli.JsonAsync("backup", cli.PathOf("backup.db"));
        string[][] writes = [["add", "I like rain."], ["forget", "r1-1"], ["erase", "r1-1", "--yes"], ["update", "r1-1", "x"], ["cubes", "create", "team"], ["doctor", "--repair"]];
        foreach (var write in writes)
        {
            var result = await cli.RunAsync(write);
            Assert.Equal(1, result.ExitCode);
            Assert.Contains("read-only", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        }

        Assert.Equal(before, await File.ReadAllBytesAsync(cli.Database));
    }

    public void Dispose()
    {
        File.SetAttributes(cli.Database, FileAttributes.Normal);
        cli.Dispose();
    }
}
