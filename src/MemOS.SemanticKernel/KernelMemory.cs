using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;

namespace MemOS.SemanticKernel;

/// <summary>What all hooks of a kernel share: the memory, the settings, and whose memory a call uses.</summary>
internal sealed class KernelMemory(IServiceProvider services, KernelMemoryOptions options)
{
    /// <summary>The key in <see cref="Kernel.Data"/>.</summary>
    public const string ScopeKey = "memos.scope";

    private static readonly ConcurrentDictionary<Type, PropertyInfo?> KernelProperties = new();

    public KernelMemoryOptions Options { get; } = options;

    /// <summary>The memory, opened at the first use.</summary>
    public MemoryOS Memory => services.GetRequiredService<MemoryOS>();

    public async ValueTask<MemoryOS> GetMemoryAsync(CancellationToken cancellationToken) =>
        services.GetService<MemoryOSProvider>() is { } provider ? await provider.GetAsync(cancellationToken).ConfigureAwait(false) : Memory;

    /// <summary>Whose memory, or <see langword="null"/> when nothing says so.</summary>
    public async ValueTask<MemoryScope?> FindScopeAsync(Kernel? kernel, CancellationToken cancellationToken)
    {
        kernel ??= KernelCall.Current?.Kernel;
        if (kernel?.GetMemoryScope() is { } scope)
        {
            return scope;
        }

        var resolved = Options.ScopeResolver is { } resolver ? await resolver(kernel, cancellationToken).ConfigureAwait(false) : null;
        return resolved ?? Options.Scope;
    }

    /// <summary>Whose memory.</summary>
    /// <exception cref="MemoryScopeException">Nothing says so.</exception>
    public async ValueTask<MemoryScope> GetScopeAsync(Kernel? kernel, CancellationToken cancellationToken) =>
        await FindScopeAsync(kernel, cancellationToken).ConfigureAwait(false) ?? throw new MemoryScopeException(
            "It is not known whose memory to use, so the model was not called. Write one of: " +
            "builder.AddMemOS(o => o.Scope = MemoryScope.ForUser(\"ada\")) for one user; " +
            "kernel.WithMemoryScope(MemoryScope.ForUser(userId)), a clone for one request; " +
            "builder.AddMemOS(o => o.ScopeResolver = (kernel, ct) => ...) to find it from the request.");

    /// <summary>The kernel that a chat client is called by. The type of such options is Semantic Kernel's own, its property is not.</summary>
    public static Kernel? KernelOf(ChatOptions? options) => options is null ? null : KernelProperties
        .GetOrAdd(options.GetType(), static type => type.GetProperty("Kernel", typeof(Kernel)))?.GetValue(options) as Kernel;
}
