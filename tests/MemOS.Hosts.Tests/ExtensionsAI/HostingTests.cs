using MemOS.TestKit;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace MemOS.Hosts.Tests.ExtensionsAI;

/// <summary>Memory among the services of an application: several under keys, settings checked at start, health.</summary>
public sealed class HostingTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task KeyedMemories_EachHaveAFileAndSettingsOfTheirOwn()
    {
        var work = new ScriptedChatClient();
        var home = new ScriptedChatClient();
        var services = new ServiceCollection();
        services.AddKeyedMemOS("work", options => options.MaxTextLength = 111).UseSqlite(folder.File("work.db")).ConfigureChat(options => options.Scope = HostMemory.Ada);
        services.AddKeyedMemOS("home").UseSqlite(folder.File("home.db"));
        services.AddKeyedChatClient("work", work).UseKeyedMemOS("work");
        services.AddKeyedChatClient("home", home).UseKeyedMemOS("home", options => options.Scope = HostMemory.Bob);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredKeyedService<IChatClient>("work").GetResponseAsync("The standup is at nine.");
        await provider.GetRequiredKeyedService<IChatClient>("home").GetResponseAsync("My cat is called Miso.");
        await provider.GetRequiredKeyedService<IChatClient>("home").GetResponseAsync("My dog is called Rex.");

        var first = provider.GetRequiredKeyedService<MemoryOS>("work");
        var second = provider.GetRequiredKeyedService<MemoryOS>("home");
        Assert.Equal((111, 1_000_000), (first.Options.MaxTextLength, second.Options.MaxTextLength));
        Assert.Equal((2L, 4L), ((await first.Store.Maintenance.GetStatisticsAsync()).Messages, (await second.Store.Maintenance.GetStatisticsAsync()).Messages));
        Assert.Null(provider.GetService<MemoryOS>());
    }

    [Fact]
    public async Task ConfigureChat_WithServices_SetsEveryPipeline_AndUseMemOSComesAfter()
    {
        var services = new ServiceCollection();
        services.AddSingleton(new CurrentUser("grace"));
        services.AddMemOS().UseSqlite(folder.File())
            .ConfigureChat((options, provider) => options.ScopeResolver = (_, _) => ValueTask.FromResult<MemoryScope?>(MemoryScope.ForUser(provider.GetRequiredService<CurrentUser>().Name)));
        services.AddChatClient(new ScriptedChatClient()).UseMemOS();
        services.AddKeyedChatClient("other", new ScriptedChatClient()).UseMemOS((options, provider) =>
        {
            options.ScopeResolver = null;
            options.Scope = MemoryScope.ForUser(provider.GetRequiredService<CurrentUser>().Name + "-2");
        });
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IChatClient>().GetResponseAsync("hello");
        await provider.GetRequiredKeyedService<IChatClient>("other").GetResponseAsync("hello");

        var users = await provider.GetRequiredService<MemoryOS>().ListUsersAsync();
        Assert.Equal(["grace", "grace-2"], users.Select(user => user.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("MaxTextLength is 0")]
    [InlineData("BudgetTokens is -5")]
    [InlineData("of \"String:work\": Recall.Limit is 0")]
    public void Settings_ThatMakeNoSense_StopTheApplicationAtItsStart(string message)
    {
        var services = new ServiceCollection();
        services.AddMemOS(options => options.MaxTextLength = message.StartsWith("Max", StringComparison.Ordinal) ? 0 : 10)
            .UseSqlite(folder.File())
            .ConfigureChat(options => options.BudgetTokens = message.StartsWith("Budget", StringComparison.Ordinal) ? -5 : 5);
        services.AddKeyedMemOS("work", options => options.Recall = new() { Limit = message.StartsWith("of", StringComparison.Ordinal) ? 0 : 1 });
        using var provider = services.BuildServiceProvider();

        var error = Assert.Throws<OptionsValidationException>(provider.GetRequiredService<IStartupValidator>().Validate);

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_OfAWorkingStore_IsHealthyAndTellsNoContent()
    {
        await using var provider = Healthy().BuildServiceProvider();
        await provider.GetRequiredService<MemoryOS>().AddAsync("My cat is called Miso.", HostMemory.Ada);

        var entry = await CheckAsync(provider);

        Assert.Equal(HealthStatus.Healthy, entry.Status);
        Assert.Equal(1L, entry.Data["messages"]);
        Assert.DoesNotContain("Miso", string.Join(' ', entry.Data) + entry.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_OfAStoreThatCannotBeOpened_IsUnhealthyAndSaysWhy()
    {
        await File.WriteAllTextAsync(folder.File(), "not a memory file at all, but something else that is in the way");
        await using var provider = Healthy().BuildServiceProvider();

        var entry = await CheckAsync(provider);

        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.Contains("cannot be used", entry.Description, StringComparison.Ordinal);
        Assert.IsType<MemoryStoreException>(entry.Exception);
    }

    [Fact]
    public async Task Health_OfAKeyedMemory_IsItsOwn()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddKeyedMemOS("work").UseSqlite(folder.File("work.db"));
        services.AddHealthChecks().AddMemOS("work", "work memory", HealthStatus.Degraded, ["ready"]).AddMemOS("missing", "missing memory", HealthStatus.Degraded);
        await using var provider = services.BuildServiceProvider();

        var report = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync();

        Assert.Equal(HealthStatus.Healthy, report.Entries["work memory"].Status);
        Assert.Equal(["ready"], report.Entries["work memory"].Tags);
        Assert.Equal(HealthStatus.Degraded, report.Entries["missing memory"].Status);
    }

    private ServiceCollection Healthy()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddMemOS(options => options.ReadInBackground = false).UseSqlite(folder.File());
        services.AddHealthChecks().AddMemOS();
        return services;
    }

    private static async Task<HealthReportEntry> CheckAsync(ServiceProvider provider) =>
        (await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["memos"];

    private sealed record CurrentUser(string Name);
}
