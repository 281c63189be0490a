using MemOS.TestKit;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;

namespace MemOS.Hosts.Tests.SemanticKernel;

/// <summary>The code of docs/hosts/semantic-kernel.md that no sample runs.</summary>
public sealed class PageExampleTests
{
    [Fact]
    public async Task Skills_AsOnThePage_AreOfferedInACloneAlone()
    {
        await using var host = await HostMemory.OpenAsync();
        var model = new ScriptedChatClient();
        var kernel = KernelHost.WithClient(host, model);

        #region skills
        // the few learned skills that fit the request, as functions of the plugin "skills" of a clone
        Kernel able = await kernel.WithMemorySkillsAsync("Please refund order 2001");
        await able.InvokePromptAsync("Please refund order 2001", new(new PromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() }));
        #endregion

        Assert.True(able.Plugins.TryGetPlugin("skills", out _));
        Assert.False(kernel.Plugins.TryGetPlugin("skills", out _));
        Assert.Contains(model.Last.Options!.Tools!, tool => tool.Name == "memory_recall");
    }

    [Fact]
    public async Task Provider_AsOnThePage_GivesTheAgentWhatIsKnown()
    {
        await using var host = await HostMemory.OpenAsync();
        await host.KnowAsync(HostMemory.Ada, "My sister Runa lives in Bergen.");
        var kernel = KernelHost.WithClient(host, new ScriptedChatClient());

        #region provider
        // for an agent's thread: thread.AIContextProviders.Add(provider)
        AIContextProvider provider = await kernel.CreateMemoryProviderAsync();
        #endregion

        var context = await provider.ModelInvokingAsync([new(ChatRole.User, "Where does my sister Runa live?")]);
        Assert.Contains("Bergen", context.Instructions, StringComparison.Ordinal);
    }
}
