using MemOS.TestKit;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MemOS.EndToEnd.Chat;

public class DependencyInjectionTests
{
    [Fact]
    public async Task AddMemOS_WithSqlite_GivesOneMemoryWithTheContainersClock()
    {
        using var folder = new TemporaryFolder();
        var time = new ManualTime();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(time);
        services.AddMemOS(options => options.MaxTextLength = 1234).UseSqlite(folder.File());
        await using (var provider = services.BuildServiceProvider())
        {
            var memory = provider.GetRequiredService<MemoryOS>();
            Assert.Same(memory, await provider.GetRequiredService<MemoryOSProvider>().GetAsync());
            Assert.Same(time, memory.Options.TimeProvider);
            Assert.Equal(1234, memory.Options.MaxTextLength);
            var client = new ScriptedChatClient().WithMemory(memory, MemoryScope.ForUser("ada"));
            await client.AskAsync(false, "hello");
        }

        await using var again = await MemoryOS.OpenAsync(folder.File());
        Assert.Equal(2, (await again.Store.Maintenance.GetStatisticsAsync()).Messages);
    }

    [Fact]
    public void AddMemOS_ContainerDisposedSynchronously_ClosesTheFile()
    {
        using var folder = new TemporaryFolder();
        using (var provider = new ServiceCollection().AddMemOS().UseSqlite(folder.File()).Services.BuildServiceProvider())
        {
            provider.GetRequiredService<MemoryOS>();
        }

        Assert.False(File.Exists(folder.File() + "-wal"));
    }

    [Fact]
    public async Task AddMemOS_WithoutAStore_ShowsTheLineToWrite()
    {
        await using var provider = new ServiceCollection().AddMemOS().Services.BuildServiceProvider();
        var error = Assert.Throws<InvalidOperationException>(provider.GetRequiredService<MemoryOS>);
        Assert.Contains("UseSqlite(\"memory.db\")", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddMemOS_FirstOpeningFails_IsTriedAgain()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File(), "not a memory file at all, but something else that is in the way");
        await using var provider = new ServiceCollection().AddMemOS().UseSqlite(folder.File()).Services.BuildServiceProvider();
        var memory = provider.GetRequiredService<MemoryOSProvider>();
        await Assert.ThrowsAsync<MemoryStoreException>(() => memory.GetAsync());
        File.Delete(folder.File());
        Assert.NotNull(await memory.GetAsync());
    }

    [Fact]
    public async Task GetAsync_OneCallerGivesUp_OthersStillGetIt()
    {
        using var folder = new TemporaryFolder();
        await using var provider = new ServiceCollection().AddMemOS().UseSqlite(folder.File()).Services.BuildServiceProvider();
        var memory = provider.GetRequiredService<MemoryOSProvider>();
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        var first = memory.GetAsync(gone.Token);
        Assert.NotNull(await memory.GetAsync());
        await Record.ExceptionAsync(() => first);
    }

    [Fact]
    public void UseReaderAndEmbeddings_Services_ReachTheOptions()
    {
        var services = new ServiceCollection();
        var reader = new Reading.RuleMemReader();
        services.AddMemOS().UseReader(_ => reader).Configure((options, _) => options.ReadInBackground = false);
        using var provider = services.BuildServiceProvider();
        var options = provider.GetRequiredService<IOptions<MemoryOSOptions>>().Value;
        Assert.Same(reader, options.Reader);
        Assert.False(options.ReadInBackground);
    }
}
