using System.Numerics.Tensors;
using MemOS.Cubes;
using MemOS.Storage;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace MemOS.Recall.Vectors;

/// <summary>Keeps the vectors of a cube's texts complete, and turns queries into vectors, by any embedding generator.</summary>
/// <remarks>
/// A failure costs the vectors, never the search or the reading: it is logged, what is missing is tried again with the next
/// reading of the cube, and no empty vector is ever stored.
/// </remarks>
internal sealed partial class TextEmbedder(IMemoryStore store, IEmbeddingGenerator<string, Embedding<float>> generator, ILogger logger)
{
    private const int BatchSize = 64;

    private readonly string model = generator.GetService<EmbeddingGeneratorMetadata>()?.DefaultModelId ?? generator.GetType().FullName!;

    /// <summary>The vector of a query; <see langword="null"/> when it could not be made.</summary>
    public async ValueTask<QueryVector?> EmbedQueryAsync(string text, CancellationToken cancellationToken)
    {
        try
        {
            var made = await generator.GenerateAsync([text], cancellationToken: cancellationToken).ConfigureAwait(false);
            return made.Count == 1 && IsUsable(made[0].Vector) ? new(model, made[0].Vector) : null;
        }
        catch (Exception ex) when (ex is not OperationCanceledException)
        {
            LogQueryFailed(ex, model);
            return null;
        }
    }

    /// <summary>Makes the vectors that a cube still lacks.</summary>
    public async Task CompleteAsync(CubeAccess access, CancellationToken cancellationToken)
    {
        try
        {
            var tried = new HashSet<MemoryId>();
            while (true)
            {
                var missing = await store.Vectors.GetMissingAsync(access, model, BatchSize, cancellationToken).ConfigureAwait(false);
                var batch = missing.Where(item => tried.Add(item.Id)).ToList();
                if (batch.Count == 0)
                {
                    return;
                }

                var made = await generator.GenerateAsync(batch.Select(item => item.Text), cancellationToken: cancellationToken).ConfigureAwait(false);
                var vectors = batch.Zip(made).Where(pair => IsUsable(pair.Second.Vector)).Select(pair => (pair.First.Id, pair.Second.Vector)).ToList();
                if (vectors.Count > 0)
                {
                    await store.Vectors.PutAsync(access, model, vectors, cancellationToken).ConfigureAwait(false);
                }
            }
        }
        catch (Exception ex) when (ex is not OperationCanceledException)
        {
            LogTextsFailed(ex, model);
        }
    }

    private static bool IsUsable(ReadOnlyMemory<float> vector) =>
        vector.Length > 0 && TensorPrimitives.Norm(vector.Span) is var norm && float.IsFinite(norm) && norm > 0;

    [LoggerMessage(EventId = 1101, Level = LogLevel.Warning, Message = "The query could not be embedded by {Model}; this search goes by words, time and conversation alone.")]
    private partial void LogQueryFailed(Exception exception, string model);

    [LoggerMessage(EventId = 1102, Level = LogLevel.Warning, Message = "Texts could not be embedded by {Model}; they stay searchable by words and are tried again with the next reading.")]
    private partial void LogTextsFailed(Exception exception, string model);
}
