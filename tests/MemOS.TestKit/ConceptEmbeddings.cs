using Microsoft.Extensions.AI;

namespace MemOS.TestKit;

/// <summary>An embedding generator with one dimension a concept: texts are near when they name the same concepts, in whatever words.</summary>
public sealed class ConceptEmbeddings(params string[][] concepts) : IEmbeddingGenerator<string, Embedding<float>>
{
    /// <summary>How many texts were embedded.</summary>
    public int Count => Texts.Count;

    /// <summary>The texts that were embedded.</summary>
    public List<string> Texts { get; } = [];

    /// <summary>The model's name. Default: "concepts".</summary>
    public string Model { get; init; } = "concepts";

    /// <summary>A call that holds this word fails; <see langword="null"/> when none does.</summary>
    public string? FailsOn { get; init; }

    /// <summary>What the next calls throw; <see langword="null"/> when they work.</summary>
    public Exception? Failure { get; set; }

    /// <inheritdoc/>
    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (Failure is { } failure)
        {
            return Task.FromException<GeneratedEmbeddings<Embedding<float>>>(failure);
        }

        var texts = values.ToList();
        if (FailsOn is { } word && texts.Exists(text => text.Contains(word, StringComparison.OrdinalIgnoreCase)))
        {
            return Task.FromException<GeneratedEmbeddings<Embedding<float>>>(new InvalidOperationException("This text is too much."));
        }

        var made = texts.Select(text => new Embedding<float>(Vector(text))).ToList();
        Texts.AddRange(texts);
        return Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(made));
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(EmbeddingGeneratorMetadata) ? new EmbeddingGeneratorMetadata("test", null, Model) : null;

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    // A text of no concept is a vector of zeros, as a broken model may return.
    private float[] Vector(string text) =>
        concepts.Select(words => words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)) ? 1f : 0f).ToArray();
}
