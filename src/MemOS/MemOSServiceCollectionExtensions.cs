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
    /// <see cref="MemoryOSProvider"/> where opening must not block a thread.
    /// </remarks>
    /// <param name="services">The services.</param>
    /// <param name="configure">Changes the settings. Default: none changed.</param>
    public static MemOSBuilder AddMemOS(this IServiceCollection services, Action<MemoryOSOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<MemoryOSOptions>().Configure<IServiceProvider>(static (options, provider) =>
        {
            options.TimeProvider = provider.GetService<TimeProvider>() ?? TimeProvider.System;
            options.LoggerFactory = provider.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance;
        });
        services.TryAddSingleton(static provider => new MemoryOSProvider(provider, provider.GetRequiredService<IOptions<MemoryOSOptions>>(), provider.GetService<MemoryStoreFactory>()));
        services.TryAddSingleton(static provider => provider.GetRequiredService<MemoryOSProvider>().Get());
        var builder = new MemOSBuilder(services);
        return configure is null ? builder : builder.Configure(configure);
    }
}
