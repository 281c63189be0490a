using MemOS;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.AI;

/// <summary>Puts memory into a pipeline of chat clients.</summary>
/// <remarks>
/// The order that works: telemetry, memory, function invocation, cache, telemetry, model. Before function invocation memory
/// runs once a turn, and the loop behind it calls the memory tools and skills that it adds to the options.
/// </remarks>
public static class ChatClientBuilderMemOSExtensions
{
    /// <summary>Adds the memory that is registered with the services (<c>services.AddMemOS()</c>).</summary>
    /// <remarks>The settings are those of <see cref="MemOSBuilder.ConfigureChat(Action{MemoryChatOptions})"/>, then those given here.</remarks>
    /// <param name="builder">The pipeline.</param>
    /// <param name="configure">Changes the settings of the turns. Default: none changed.</param>
    /// <exception cref="InvalidOperationException">When the pipeline is built: no memory is registered.</exception>
    /// <exception cref="ArgumentException">When the pipeline is built: a setting makes no sense; the message says which.</exception>
    public static ChatClientBuilder UseMemOS(this ChatClientBuilder builder, Action<MemoryChatOptions>? configure = null) =>
        builder.UseMemOS((options, _) => configure?.Invoke(options));

    /// <summary>Adds the memory that is registered with the services, with settings made with their help, such as a resolver of the current user.</summary>
    /// <inheritdoc cref="UseMemOS(ChatClientBuilder, Action{MemoryChatOptions})"/>
    public static ChatClientBuilder UseMemOS(this ChatClientBuilder builder, Action<MemoryChatOptions, IServiceProvider> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        return builder.Use((inner, services) => new MemoryChatClient(inner, services.GetRequiredService<MemoryOS>(), Make(services, null, configure)));
    }

    /// <summary>Adds the memory that is registered under a key (<c>services.AddKeyedMemOS(key)</c>).</summary>
    /// <param name="builder">The pipeline.</param>
    /// <param name="serviceKey">The key.</param>
    /// <param name="configure">Changes the settings of the turns. Default: none changed.</param>
    /// <inheritdoc cref="UseMemOS(ChatClientBuilder, Action{MemoryChatOptions})" path="/exception"/>
    public static ChatClientBuilder UseKeyedMemOS(this ChatClientBuilder builder, object serviceKey, Action<MemoryChatOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(serviceKey);
        return builder.Use((inner, services) =>
            new MemoryChatClient(inner, services.GetRequiredKeyedService<MemoryOS>(serviceKey), Make(services, serviceKey, (options, _) => configure?.Invoke(options))));
    }

    /// <summary>Adds a memory.</summary>
    /// <param name="builder">The pipeline.</param>
    /// <param name="memory">The memory; it stays the caller's to dispose.</param>
    /// <param name="configure">Changes the settings of the turns. Default: none changed, each call names its scope.</param>
    /// <exception cref="ArgumentException">When the pipeline is built: a setting makes no sense; the message says which.</exception>
    public static ChatClientBuilder UseMemOS(this ChatClientBuilder builder, MemoryOS memory, Action<MemoryChatOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(memory);
        return builder.Use((inner, services) => new MemoryChatClient(inner, memory, Make(services, null, (options, _) => configure?.Invoke(options))));
    }

    // Each client has settings of its own: a factory makes them anew, where a monitor would share them.
    private static MemoryChatOptions Make(IServiceProvider services, object? serviceKey, Action<MemoryChatOptions, IServiceProvider> configure)
    {
        var options = services.GetService<IOptionsFactory<MemoryChatOptions>>()?.Create(MemOSBuilder.OptionsName(serviceKey)) ?? new();
        configure(options, services);
        return options;
    }
}
