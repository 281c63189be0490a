using MemOS.Reading;
using MemOS.SemanticKernel.Services;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel.ChatCompletion;

namespace MemOS;

/// <summary>Lets a memory use the models that its kernel has, whichever connector they come from.</summary>
public static class MemOSBuilderKernelExtensions
{
    /// <summary>Reads by a model of the kernel behind the rules: an <see cref="IChatClient"/>, else an <see cref="IChatCompletionService"/>, as it was before memory.</summary>
    /// <param name="builder">What <c>kernelBuilder.AddMemOS()</c> returned.</param>
    /// <param name="serviceKey">The service key of the model. Default: <see langword="null"/>, the one that was registered last.</param>
    /// <param name="mode">When rules and when the model read. Default: the rules at once, then the model in the background.</param>
    /// <param name="options">Settings of the reader. Default: all defaults.</param>
    /// <exception cref="InvalidOperationException">When memory is first used: the kernel has no such model.</exception>
    public static MemOSBuilder UseKernelReader(
        this MemOSBuilder builder, object? serviceKey = null, ReadingMode mode = ReadingMode.FastThenFine, ChatClientMemReaderOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Configure((settings, services) =>
        {
            var chat = services.GetService<ChatServices>();
            var client = chat?.FindRaw<IChatClient>(services, serviceKey) ?? chat?.FindRaw<IChatCompletionService>(services, serviceKey)?.AsChatClient();
            settings.Reader = new ChatClientMemReader(client ?? throw Missing("chat service", serviceKey), options);
            settings.ReadingMode = mode;
        });
    }

    /// <summary>Computes vectors for recall by an embedding generator of the kernel.</summary>
    /// <param name="builder">What <c>kernelBuilder.AddMemOS()</c> returned.</param>
    /// <param name="serviceKey">The service key of the generator. Default: <see langword="null"/>, the one without a key.</param>
    /// <exception cref="InvalidOperationException">When memory is first used: the kernel has no such generator.</exception>
    public static MemOSBuilder UseKernelEmbeddings(this MemOSBuilder builder, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Configure((settings, services) => settings.Embeddings =
            (serviceKey is null ? services.GetService<IEmbeddingGenerator<string, Embedding<float>>>() : services.GetKeyedService<IEmbeddingGenerator<string, Embedding<float>>>(serviceKey))
            ?? throw Missing("embedding generator", serviceKey));
    }

    private static InvalidOperationException Missing(string what, object? serviceKey) =>
        new($"The kernel has no {what}{(serviceKey is null ? "" : $" with the key '{serviceKey}'")}. Add it to the kernel's builder before AddMemOS.");
}
