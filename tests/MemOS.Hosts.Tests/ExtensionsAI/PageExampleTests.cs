using MemOS.TestKit;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace MemOS.Hosts.Tests.ExtensionsAI;

/// <summary>The code of docs/hosts/extensions-ai.md that no sample runs.</summary>
public sealed class PageExampleTests
{
    [Fact]
    public async Task Hosting_AsOnThePage_Works()
    {
        using var folder = new TemporaryFolder();
        var (path, teamPath) = (folder.File(), folder.File("team.db"));
        using var model = new ScriptedChatClient();
        var services = new ServiceCollection();
        services.AddLogging();

        #region hosting
        services.AddMemOS(options => options.MaxTextLength = 100_000).UseSqlite(path);
        services.AddKeyedMemOS("team").UseSqlite(teamPath).ConfigureChat(options => options.BudgetTokens = 300);
        services.AddChatClient(model).UseMemOS(options => options.Scope = MemoryScope.ForUser("ada")).UseFunctionInvocation();
        services.AddKeyedChatClient("team", model).UseKeyedMemOS("team", options => options.Scope = MemoryScope.ForUser("ada"));
        services.AddHealthChecks().AddMemOS().AddMemOS("team", name: "team memory");
        #endregion

        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<IChatClient>().GetResponseAsync("hello");
        await provider.GetRequiredKeyedService<IChatClient>("team").GetResponseAsync("hello");
        var report = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync();

        Assert.Equal(HealthStatus.Healthy, report.Status);
        Assert.Equal([2L, 2L], report.Entries.Values.Select(entry => (long)entry.Data["messages"]));
    }
}
