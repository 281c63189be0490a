using MemOS;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Extensions.AI;

/// <summary>Puts memory into a pipeline of chat clients.</summary>
/// <remarks>
/// The order that works: telemetry, memory, function invocation, cache, telemetry, model. Before function invocation memory
/// runs once a turn and its tools are called by the loop behind it.
/// </remarks>
public static class ChatClientBuilderMemOSExtensions
{
    /// <summary>Adds the memory that is registered with the services (<c>services.AddMemOS()</c>).</summary>
    /// <param name="builder">The pipeline.</param>
    /// <param name="configure">Changes the settings of the turns. Default: none changed, each call names its scope.</param>
    /// <exception cref="InvalidOperationException">When the pipeline is built: no memory is registered.</exception>
    public static ChatClientBuilder UseMemOS(this ChatClientBuilder builder, Action<MemoryChatOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Use((inner, services) => new MemoryChatClient(inner, services.GetRequiredService<MemoryOS>(), Make(configure)));
    }

    /// <summary>Adds a memory.</summary>
    /// <param name="builder">The pipeline.</param>
    /// <param name="memory">The memory; it stays the caller's to dispose.</param>
    /// <param name="configure">Changes the settings of the turns. Default: none changed, each call names its scope.</param>
    public static ChatClientBuilder UseMemOS(this ChatClientBuilder builder, MemoryOS memory, Action<MemoryChatOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(memory);
        return builder.Use((inner, _) => new MemoryChatClient(inner, memory, Make(configure)));
    }

    private static MemoryChatOptions Make(Action<MemoryChatOptions>? configure)
    {
        var options = new MemoryChatOptions();
        configure?.Invoke(options);
        return options;
    }
}
