using MemOS.Reading;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MemOS;

/// <summary>Says what the memory system of an application is made of. The last call of a kind wins.</summary>
/// <param name="services">The services it registers with.</param>
public sealed class MemOSBuilder(IServiceCollection services)
{
    /// <summary>The services it registers with.</summary>
    public IServiceCollection Services { get; } = services ?? throw new ArgumentNullException(nameof(services));

    /// <summary>Names the store; packages of stores have shorter calls, such as <c>UseSqlite</c>.</summary>
    /// <param name="open">Opens the store when the memory system is first needed.</param>
    public MemOSBuilder UseStore(MemoryStoreFactory open)
    {
        ArgumentNullException.ThrowIfNull(open);
        Services.Replace(ServiceDescriptor.Singleton(open));
        return this;
    }

    /// <summary>Names what turns evidence into records. Default: the rules, which need no model.</summary>
    public MemOSBuilder UseReader(IMemReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return Configure(options => options.Reader = reader);
    }

    /// <summary>Names what turns evidence into records, made from services.</summary>
    public MemOSBuilder UseReader(Func<IServiceProvider, IMemReader> reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return Configure((options, provider) => options.Reader = reader(provider));
    }

    /// <summary>Names what computes vectors for recall. Default: none, recall works by words, time and conversation.</summary>
    public MemOSBuilder UseEmbeddings(IEmbeddingGenerator<string, Embedding<float>> generator)
    {
        ArgumentNullException.ThrowIfNull(generator);
        return Configure(options => options.Embeddings = generator);
    }

    /// <summary>Uses the embedding generator that is registered with the services.</summary>
    public MemOSBuilder UseEmbeddings() =>
        Configure((options, provider) => options.Embeddings = provider.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>());

    /// <summary>Changes the settings.</summary>
    public MemOSBuilder Configure(Action<MemoryOSOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        Services.Configure(configure);
        return this;
    }

    /// <summary>Changes the settings with the help of services.</summary>
    public MemOSBuilder Configure(Action<MemoryOSOptions, IServiceProvider> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        Services.AddOptions<MemoryOSOptions>().Configure(configure);
        return this;
    }
}
