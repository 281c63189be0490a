using MemOS;
using MemOS.SemanticKernel;
using MemOS.SemanticKernel.Filters;
using MemOS.SemanticKernel.Plugins;
using MemOS.SemanticKernel.Services;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.SemanticKernel;

/// <summary>Gives a kernel memory.</summary>
public static class KernelBuilderMemOSExtensions
{
    /// <summary>
    /// Gives the kernel memory: its chat services remember and recall, its functions become evidence, and it has the plugin
    /// <c>memory</c>. Name a store on what this returns, such as <c>UseSqlite("memory.db")</c>.
    /// </summary>
    /// <remarks>Call it after the chat services were added: they are taken over as they are registered now. One that is added later is reported when the kernel is built.</remarks>
    /// <param name="builder">The builder, with its chat services.</param>
    /// <param name="configure">Changes the settings. Default: none changed, each request names its scope.</param>
    /// <exception cref="ArgumentException">A setting makes no sense; the message says which.</exception>
    public static MemOSBuilder AddMemOS(this IKernelBuilder builder, Action<KernelMemoryOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        Register(builder.Services, configure);
        return builder.Services.AddMemOS();
    }

    /// <summary>Gives the kernel a memory that exists.</summary>
    /// <param name="builder">The builder, with its chat services.</param>
    /// <param name="memory">The memory; it stays the caller's to dispose.</param>
    /// <param name="configure">Changes the settings. Default: none changed, each request names its scope.</param>
    /// <inheritdoc cref="AddMemOS(IKernelBuilder, Action{KernelMemoryOptions})" path="/remarks"/>
    public static IKernelBuilder AddMemOS(this IKernelBuilder builder, MemoryOS memory, Action<KernelMemoryOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(memory);
        Register(builder.Services, configure);
        builder.Services.AddSingleton(memory);
        return builder;
    }

    private static void Register(IServiceCollection services, Action<KernelMemoryOptions>? configure)
    {
        var options = new KernelMemoryOptions();
        configure?.Invoke(options);
        options.Validate();
        services.Replace(ServiceDescriptor.Singleton(options));
        if (ChatServices.Of(services) is { } known)
        {
            known.Decorate();
            return;
        }

        var chat = new ChatServices(services);
        chat.Decorate();
        services.AddSingleton(chat);
        services.AddSingleton(provider => new KernelMemory(provider, provider.GetRequiredService<KernelMemoryOptions>()));
        services.AddSingleton(provider =>
        {
            chat.ThrowIfLate();
            return new MemoryFilters(provider.GetRequiredService<KernelMemory>());
        });
        services.AddSingleton<IPromptRenderFilter>(static provider => provider.GetRequiredService<MemoryFilters>());
        services.AddSingleton<IFunctionInvocationFilter>(static provider => provider.GetRequiredService<MemoryFilters>());
        services.AddSingleton<IAutoFunctionInvocationFilter>(static provider => provider.GetRequiredService<MemoryFilters>());
        if (options.PluginName is { } name)
        {
            services.AddSingleton(provider => MemoryPlugin.Create(name, provider.GetRequiredService<KernelMemory>()));
        }
    }
}
