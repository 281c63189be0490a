using MemOS.Reading;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace MemOS;

/// <summary>Says what the memory system of an application is made of. The last call of a kind wins.</summary>
/// <param name="services">The services it registers with.</param>
/// <param name="serviceKey">The key of a memory system among several; <see langword="null"/> for the application's only one.</param>
public sealed class MemOSBuilder(IServiceCollection services, object? serviceKey = null)
{
    /// <summary>The services it registers with.</summary>
    public IServiceCollection Services { get; } = services ?? throw new ArgumentNullException(nameof(services));

    /// <summary>The key of this memory system; <see langword="null"/> for the application's only one.</summary>
    public object? ServiceKey { get; } = serviceKey;

    /// <summary>The name of the options of a memory system: <see cref="Options.DefaultName"/> without a key.</summary>
    public static string OptionsName(object? serviceKey) => serviceKey is null ? Options.DefaultName : $"{serviceKey.GetType().Name}:{serviceKey}";

    /// <summary>The settings of this memory system.</summary>
    public MemoryOSOptions GetOptions(IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(services);
        return services.GetRequiredService<IOptionsMonitor<MemoryOSOptions>>().Get(OptionsName(ServiceKey));
    }

    /// <summary>Names the store; packages of stores have shorter calls, such as <c>UseSqlite</c>.</summary>
    /// <param name="open">Opens the store when the memory system is first needed.</param>
    public MemOSBuilder UseStore(MemoryStoreFactory open)
    {
        ArgumentNullException.ThrowIfNull(open);
        if (ServiceKey is null)
        {
            Services.Replace(ServiceDescriptor.Singleton(open));
        }
        else
        {
            // A keyed service is asked for by its key, and the last registration answers.
            Services.AddKeyedSingleton(ServiceKey, open);
        }

        return this;
    }

    /// <summary>Names what turns evidence into records. Default: the rules, which need no model.</summary>
    public MemOSBuilder UseReader(IMemReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return Configure(options => options.Reader = reader);
    }

    /// <summary>Reads by a model behind the rules, over any chat client: one without memory, function invocation or cache of its own.</summary>
    /// <param name="chatClient">The client; what is recorded is sent to its model.</param>
    /// <param name="mode">When rules and when the model read. Default: the rules at once, then the model in the background.</param>
    /// <param name="options">Settings of the reader. Default: all defaults.</param>
    public MemOSBuilder UseReader(IChatClient chatClient, ReadingMode mode = ReadingMode.FastThenFine, ChatClientMemReaderOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(chatClient);
        return Configure(settings =>
        {
            settings.Reader = new ChatClientMemReader(chatClient, options);
            settings.ReadingMode = mode;
        });
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
        Services.Configure(OptionsName(ServiceKey), configure);
        return this;
    }

    /// <summary>Changes the settings with the help of services.</summary>
    public MemOSBuilder Configure(Action<MemoryOSOptions, IServiceProvider> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        Services.AddOptions<MemoryOSOptions>(OptionsName(ServiceKey)).Configure(configure);
        return this;
    }

    /// <summary>Sets how chat clients of this memory system take turns, for every pipeline that uses it. Checked when the application starts.</summary>
    public MemOSBuilder ConfigureChat(Action<MemoryChatOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return ConfigureChat((options, _) => configure(options));
    }

    /// <summary>Sets how chat clients of this memory system take turns, with the help of services, such as a resolver of the current user.</summary>
    public MemOSBuilder ConfigureChat(Action<MemoryChatOptions, IServiceProvider> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        Services.AddOptions<MemoryChatOptions>(OptionsName(ServiceKey)).Configure(configure).ValidateOnStart();
        Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<MemoryChatOptions>, MemOSOptionsValidator>());
        return this;
    }
}
