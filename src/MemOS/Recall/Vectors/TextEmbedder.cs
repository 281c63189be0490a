using System.Numerics.Tensors;
using MemOS.Cubes;
using MemOS.Evidence;
using MemOS.Reading;
using MemOS.Scheduling;
using MemOS.Storage;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace MemOS.Recall.Vectors;

/// <summary>Keeps the vectors of a cube's texts complete, and turns queries into vectors, by any embedding generator.</summary>
/// <remarks>
/// A failure costs the vectors, never the search or the reading: it is logged, what is missing is tried again later, and no empty
/// vector is ever stored. A text that the cube holds already has its vector copied. Somebody waits for a query's vector: it is waited for
/// briefly, and not by every search while the generator is out of order.
/// </remarks>
/// <param name="store">Where the texts and their vectors are.</param>
/// <param name="generator">What makes vectors.</param>
/// <param name="queryTimeout">How long a query's vector is waited for.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where failures go.</param>
internal sealed partial class TextEmbedder(IMemoryStore store, IEmbeddingGenerator<string, Embedding<float>> generator, TimeSpan queryTimeout, TimeProvider time, ILogger logger)
{
    private const int BatchSize = 64;

    // So many texts that are refused before any is taken: that is not for what they say.
    private const int FailuresWhenDown = 2;

    // Models take a few thousand tokens; what is longer would fail, and a whole batch with it.
    private const int LongestText = 8000;

    private readonly Outage outage = new(1, TimeSpan.FromMinutes(1), time);
    private readonly string model = generator.GetService<EmbeddingGeneratorMetadata>()?.DefaultModelId ?? generator.GetType().FullName!;

    /// <summary>The vector of a query; <see langword="null"/> when it could not be made in time.</summary>
    public async ValueTask<QueryVector?> EmbedQueryAsync(string text, CancellationToken cancellationToken)
    {
        if (outage.Left is not null)
        {
            return null;
        }

        try
        {
            var made = await GenerateInTimeAsync(Shortened(text), cancellationToken).ConfigureAwait(false);
            outage.Succeed();
            return made.Count == 1 && IsUsable(made[0].Vector) ? new(model, made[0].Vector) : null;
        }
        catch (Exception ex) when (!ex.IsAskedBy(cancellationToken))
        {
            if (outage.Fail() is { } pause)
            {
                LogQueryFailed(ex, model, pause);
            }

            return null;
        }
    }

    /// <summary>The cubes whose texts lack vectors of the model: after a change of model, all.</summary>
    public async Task<IReadOnlyList<CubeAccess>> FindIncompleteAsync(CancellationToken cancellationToken)
    {
        var cubes = await store.Vectors.FindIncompleteAsync(model, cancellationToken).ConfigureAwait(false);
        return [.. cubes.Select(cube => new CubeAccess(new() { User = "" }, [cube], [cube]))];
    }

    /// <summary>Makes the vectors that a cube still lacks; what is missing then is to be tried again.</summary>
    public async Task<EmbeddingOutcome> CompleteAsync(CubeAccess access, CancellationToken cancellationToken)
    {
        try
        {
            var after = default(MemoryId);
            var outcome = EmbeddingOutcome.Whole;
            while (true)
            {
                var missing = await store.Vectors.GetMissingAsync(access, model, BatchSize, after, cancellationToken).ConfigureAwait(false);
                if (missing.Count == 0)
                {
                    return outcome;
                }

                var known = (await store.Vectors.ReuseAsync(access, model, missing, cancellationToken).ConfigureAwait(false)).ToHashSet();
                var made = await EmbedAsync(access, [.. missing.Where(item => !known.Contains(item.Id))], cancellationToken).ConfigureAwait(false);
                outcome = made > outcome ? made : outcome;
                after = missing[^1].Id;
            }
        }
        catch (Exception ex) when (!ex.IsAskedBy(cancellationToken))
        {
            LogTextsFailed(ex, model);
            return EmbeddingOutcome.Failed;
        }
    }

    private async Task<EmbeddingOutcome> EmbedAsync(CubeAccess access, List<(MemoryId Id, string Text)> items, CancellationToken cancellationToken)
    {
        var texts = items.GroupBy(item => item.Text, item => item.Id, StringComparer.Ordinal).ToList();
        try
        {
            await EmbedTextsAsync(access, texts, cancellationToken).ConfigureAwait(false);
            return EmbeddingOutcome.Whole;
        }
        catch (Exception ex) when (!ex.IsAskedBy(cancellationToken) && texts.Count == 1)
        {
            LogTextFailed(ex, model, texts[0].First());
            return EmbeddingOutcome.Partly;
        }
        catch (Exception ex) when (!ex.IsAskedBy(cancellationToken))
        {
            LogBatchFailed(ex, model, texts.Count);
        }

        return await EmbedOneByOneAsync(access, texts, cancellationToken).ConfigureAwait(false);
    }

    // Either the generator is out of order, which the first texts show, or one text is more than it takes: the others get theirs.
    private async Task<EmbeddingOutcome> EmbedOneByOneAsync(CubeAccess access, List<IGrouping<string, MemoryId>> texts, CancellationToken cancellationToken)
    {
        var made = 0;
        var failed = 0;
        foreach (var text in texts)
        {
            try
            {
                await EmbedTextsAsync(access, [text], cancellationToken).ConfigureAwait(false);
                made++;
            }
            catch (Exception ex) when (!ex.IsAskedBy(cancellationToken) && (made > 0 || failed + 1 < FailuresWhenDown))
            {
                failed++;
                LogTextFailed(ex, model, text.First());
            }
        }

        return failed == 0 ? EmbeddingOutcome.Whole : EmbeddingOutcome.Partly;
    }

    private async Task EmbedTextsAsync(CubeAccess access, IReadOnlyList<IGrouping<string, MemoryId>> texts, CancellationToken cancellationToken)
    {
        if (texts.Count == 0)
        {
            return;
        }

        var made = await GenerateAsync(texts.Select(text => Shortened(text.Key)), cancellationToken).ConfigureAwait(false);
        if (made.Count != texts.Count)
        {
            throw new InvalidOperationException($"The generator made {made.Count} vectors of {texts.Count} texts.");
        }

        outage.Succeed();

        var vectors = texts.Zip(made).Where(pair => IsUsable(pair.Second.Vector)).SelectMany(pair => pair.First.Select(id => (id, pair.Second.Vector))).ToList();
        if (vectors.Count > 0)
        {
            await store.Vectors.PutAsync(access, model, vectors, cancellationToken).ConfigureAwait(false);
        }
    }

    // A generator may take no notice of being cancelled: it is not waited for all the same.
    private async Task<GeneratedEmbeddings<Embedding<float>>> GenerateInTimeAsync(string text, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var making = GenerateAsync([text], limit.Token);
        try
        {
            return await making.WaitAsync(queryTimeout, time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw new MemoryReadingException($"{model} did not make the vector of a query within {queryTimeout.TotalSeconds:0.#} seconds. Allow more with {nameof(MemoryOSOptions)}.{nameof(MemoryOSOptions.QueryEmbeddingTimeout)}, or use a faster model.");
        }
        finally
        {
            await limit.CancelAsync().ConfigureAwait(false);
            _ = making.ContinueWith(static late => late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    // What a generator says in an error may hold the texts or its key, and errors are logged.
    private async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> texts, CancellationToken cancellationToken)
    {
        try
        {
            return await generator.GenerateAsync(texts, cancellationToken: cancellationToken).ConfigureAwait(false);
        }
        catch (Exception ex) when (!cancellationToken.IsCancellationRequested)
        {
            throw new MemoryReadingException($"{model} could not be asked: {ModelFailure.Describe(ex)}");
        }
    }

    private static string Shortened(string text) => text.Length <= LongestText ? text : text[..TextCut.Find(text, LongestText)];

    private static bool IsUsable(ReadOnlyMemory<float> vector) =>
        vector.Length > 0 && TensorPrimitives.Norm(vector.Span) is var norm && float.IsFinite(norm) && norm > 0;

    [LoggerMessage(EventId = 1101, Level = LogLevel.Warning, Message = "The query could not be embedded by {Model}; searches go by words, time and conversation alone for {Pause}.")]
    private partial void LogQueryFailed(Exception exception, string model, TimeSpan pause);

    [LoggerMessage(EventId = 1102, Level = LogLevel.Warning, Message = "Texts could not be embedded by {Model}; they stay searchable by words and are tried again later.")]
    private partial void LogTextsFailed(Exception exception, string model);

    [LoggerMessage(EventId = 1103, Level = LogLevel.Debug, Message = "A batch of {Count} texts could not be embedded by {Model}; they are tried one by one.")]
    private partial void LogBatchFailed(Exception exception, string model, int count);

    [LoggerMessage(EventId = 1104, Level = LogLevel.Warning, Message = "{Item} could not be embedded by {Model}; it stays searchable by words and is tried again later.")]
    private partial void LogTextFailed(Exception exception, string model, MemoryId item);
}
