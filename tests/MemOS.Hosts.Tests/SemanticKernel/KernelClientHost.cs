using MemOS.Hosts.Tests.Conformance;
using MemOS.TestKit;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace MemOS.Hosts.Tests.SemanticKernel;

/// <summary>A kernel whose model is a chat client behind the kernel's function invocation.</summary>
public sealed class KernelClientHost : IHost
{
    private Kernel? kernel;

    public string Adapter => "MemOS.SemanticKernel";

    public Task StartAsync(MemoryOS memory, ScriptedChatClient model)
    {
        var builder = Kernel.CreateBuilder();
        builder.Services.AddSingleton(new ChatClientBuilder(model).UseKernelFunctionInvocation().Build());
        builder.AddMemOS(memory);
        kernel = builder.Build();
        return Task.CompletedTask;
    }

    public Task<IHostSession> OpenSessionAsync(MemoryScope? scope)
    {
        var clone = scope is null ? kernel!.Clone() : kernel!.WithMemoryScope(scope.InSession(Guid.NewGuid().ToString("N")));
        return Task.FromResult<IHostSession>(new KernelSession(clone, clone.GetRequiredService<IChatClient>().AsChatCompletionService()));
    }

    public async ValueTask DisposeAsync()
    {
        if (kernel?.Services is IAsyncDisposable services)
        {
            await services.DisposeAsync();
        }
    }
}
