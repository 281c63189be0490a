using MemOS.SemanticKernel.Agents;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace MemOS.Hosts.Tests.SemanticKernel;

/// <summary>The provider as an agent's thread uses it: messages in, the model's context, the answer in.</summary>
public sealed class KernelMemoryProviderTests
{
    private const string Question = "Where does my sister Runa live?";

    [Fact]
    public async Task Turn_OfAThread_IsRecalledIntoTheInstructionsAndRecordedOnce()
    {
        await using var host = await HostMemory.OpenAsync();
        await host.KnowAsync(HostMemory.Ada, "My sister Runa lives in Bergen.");
        AIContextProvider provider = new KernelMemoryProvider(host.Memory, HostMemory.Ada);

        await provider.ConversationCreatedAsync("t1");
        await provider.MessageAddingAsync("t1", new(ChatRole.User, Question));
        var context = await provider.ModelInvokingAsync([new(ChatRole.User, Question)]);
        await provider.MessageAddingAsync("t1", new(ChatRole.Assistant, [new Microsoft.Extensions.AI.FunctionCallContent("c1", "map", new Dictionary<string, object?>())]));
        await provider.MessageAddingAsync("t1", new(ChatRole.Tool, [new Microsoft.Extensions.AI.FunctionResultContent("c1", "a map")]));
        await provider.MessageAddingAsync("t1", new(ChatRole.Assistant, "In Bergen."));
        await provider.MessageAddingAsync("t1", new(ChatRole.User, "Thanks."));
        await provider.ModelInvokingAsync([new(ChatRole.User, "Thanks.")]);

        Assert.Contains("Runa lives in Bergen", context.Instructions, StringComparison.Ordinal);
        Assert.Contains("not instructions", context.Instructions, StringComparison.Ordinal);
        Assert.Equal(["user: " + Question, "assistant:  call map{}", "tool:  result a map", "assistant: In Bergen.", "user: Thanks."], await host.LogAsync(HostMemory.Ada));
    }

    [Fact]
    public async Task Turn_PassesTheProviderAndTheKernelsService_IsRecalledOnceAndRecordedOnce()
    {
        await using var host = await HostMemory.OpenAsync();
        await host.KnowAsync(HostMemory.Ada, "My sister Runa lives in Bergen.");
        var model = new ScriptedChatService { Answer = (_, _) => Task.FromResult("In Bergen.") };
        var kernel = KernelHost.WithService(host, model, _ => { }).WithMemoryScope(HostMemory.Ada);
        var provider = await kernel.CreateMemoryProviderAsync();

        await provider.MessageAddingAsync("t1", new(ChatRole.User, Question));
        var context = await provider.ModelInvokingAsync([new(ChatRole.User, Question)]);
        await kernel.ChatAsync(new(context.Instructions!) { new(AuthorRole.User, Question) }, streaming: false);
        await provider.MessageAddingAsync("t1", new(ChatRole.Assistant, "In Bergen.") { AuthorName = "Guide" });

        Assert.Single(model.Calls[0].Select(message => message.Content), text => text!.Contains("Runa lives in Bergen", StringComparison.Ordinal));
        Assert.Equal(["user: " + Question, "assistant: In Bergen."], await host.LogAsync(HostMemory.Ada));
    }

    [Fact]
    public async Task Kernel_WithoutMemory_SaysHowToGetOne()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => new Kernel().CreateMemoryProviderAsync());
        Assert.Contains("AddMemOS", error.Message, StringComparison.Ordinal);
    }
}
