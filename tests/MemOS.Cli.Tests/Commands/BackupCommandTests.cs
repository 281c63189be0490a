namespace MemOS.Cli.Tests.Commands;

public sealed class BackupCommandTests : IDisposable
{
    private readonly CliRunner cli = new();

    [Fact]
    public async Task Backup_ThenRestore_BringsBackWhatWas()
    {
        await cli.JsonAsync("add", "I love green tea.");
        var backup = cli.PathOf("copy.db");
        var written = await cli.JsonAsync("backup", backup);
        Assert.True(written.GetProperty("bytes").GetInt64() > 0);
        await cli.JsonAsync("add", "I love rooibos.");
        var restored = await cli.JsonAsync("restore-backup", backup, "--yes");
        Assert.Equal(1, (await cli.JsonAsync("stats")).GetProperty("messages").GetInt32());

        // What was replaced is kept.
        var previous = restored.GetProperty("previous").GetString()!;
        Assert.Equal(2, (await cli.JsonAsync("stats", "--db", previous)).GetProperty("messages").GetInt32());
    }

    [Fact]
    public async Task Backup_OntoAFile_IsRefused()
    {
        await cli.JsonAsync("add", "I love green tea.");
        var taken = cli.Write("taken.db", "mine");
        var result = await cli.RunAsync("backup", taken);
        Assert.Equal(1, result.ExitCode);
        Assert.Equal("mine", File.ReadAllText(taken));
    }

    [Fact]
    public async Task Restore_WithoutYes_ReplacesNothing()
    {
        await cli.JsonAsync("add", "I love green tea.");
        var backup = cli.PathOf("copy.db");
        await cli.JsonAsync("backup", backup);
        await cli.JsonAsync("add", "I love rooibos.");
        var result = await cli.RunAsync("restore-backup", backup);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("--yes", result.Error, StringComparison.Ordinal);
        Assert.Equal(2, (await cli.JsonAsync("stats")).GetProperty("messages").GetInt32());
    }

    [Fact]
    public async Task Restore_OfAForeignFile_ReplacesNothing()
    {
        await cli.JsonAsync("add", "I love green tea.");
        var result = await cli.RunAsync("restore-backup", cli.Write("foreign.db", new string('x', 5000)), "--yes");
        Assert.Equal(1, result.ExitCode);
        Assert.Equal(1, (await cli.JsonAsync("stats")).GetProperty("messages").GetInt32());
    }

    [Fact]
    public async Task Restore_WhileTheFileIsInUse_ReplacesNothing()
    {
        await cli.JsonAsync("add", "I love green tea.");
        var backup = cli.PathOf("copy.db");
        await cli.JsonAsync("backup", backup);
        await using (var memory = await MemoryOS.OpenAsync(cli.Database))
        {
            var result = await cli.RunAsync("restore-backup", backup, "--yes");
            Assert.Equal(1, result.ExitCode);
            Assert.Contains("in use", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
            await memory.AddAsync("I love rooibos.", MemoryScope.ForUser("default"));
        }

        Assert.Equal(2, (await cli.JsonAsync("stats")).GetProperty("messages").GetInt32());
        await cli.JsonAsync("restore-backup", backup, "--yes");
        Assert.Equal(1, (await cli.JsonAsync("stats")).GetProperty("messages").GetInt32());
    }

    public void Dispose() => cli.Dispose();
}
