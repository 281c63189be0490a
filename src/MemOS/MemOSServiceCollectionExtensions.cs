using MemOS;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers a memory system.</summary>
public static class MemOSServiceCollectionExtensions
{
    /// <summary>
    /// Registers one <see cref="MemoryOS"/> for the application, opened when it is first needed. Name a store on the builder,
    /// such as <c>UseSqlite("memory.db")</c>.
    /// </summary>
    /// <remarks>
    /// The clock and the logger factory are those of the container where it has them. Inject <see cref="MemoryOS"/>, or
    /// <see cref="MemoryOSProvider"/> where opening must not block a thread. The settings are checked when the application starts.
    /// </remarks>
    /// <param name="services">The services.</param>
    /// <param name="configure">Changes the settings. Default: none changed.</param>
    public static MemOSBuilder AddMemOS(this IServiceCollection services, Action<MemoryOSOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        AddOptions(services, null);
        services.TryAddSingleton(static provider => new MemoryOSProvider(provider, provider.GetRequiredService<IOptionsMonitor<MemoryOSOptions>>(), null));
        services.TryAddSingleton(static provider => provider.GetRequiredService<MemoryOSProvider>().Get());
        var builder = new MemOSBuilder(services);
        return configure is null ? builder : builder.Configure(configure);
    }

    /// <summary>
    /// Registers one <see cref="MemoryOS"/> among several under a key, with a store and settings of its own, opened when it is first
    /// needed. Name a store on the builder, such as <c>UseSqlite("work.db")</c>.
    /// </summary>
    /// <remarks>Inject it with <c>[FromKeyedServices(key)] MemoryOS</c>, and use it in a pipeline with <c>UseKeyedMemOS(key)</c>.</remarks>
    /// <param name="services">The services.</param>
    /// <param name="serviceKey">The key, such as a name.</param>
    /// <param name="configure">Changes the settings. Default: none changed.</param>
    public static MemOSBuilder AddKeyedMemOS(this IServiceCollection services, object serviceKey, Action<MemoryOSOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(serviceKey);
        AddOptions(services, serviceKey);
        services.TryAddKeyedSingleton(serviceKey, static (provider, key) => new MemoryOSProvider(provider, provider.GetRequiredService<IOptionsMonitor<MemoryOSOptions>>(), key));
        services.TryAddKeyedSingleton(serviceKey, static (provider, key) => provider.GetRequiredKeyedService<MemoryOSProvider>(key).Get());
        var builder = new MemOSBuilder(services, serviceKey);
        return configure is null ? builder : builder.Configure(configure);
    }

    private static void AddOptions(IServiceCollection services, object? serviceKey)
    {
        services.AddOptions<MemoryOSOptions>(MemOSBuilder.OptionsName(serviceKey)).Configure<IServiceProvider>(static (options, provider) =>
        {
            options.TimeProvider = provider.GetService<TimeProvider>() ?? TimeProvider.System;
            options.LoggerFactory = provider.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance;
        }).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<MemoryOSOptions>, MemOSOptionsValidator>());
    }
}
