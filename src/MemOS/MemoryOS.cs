using MemOS.Cubes;
using MemOS.Evolution;
using MemOS.Evolution.Judging;
using MemOS.Recall;
using MemOS.Recall.Tasks;
using MemOS.Recall.Vectors;
using MemOS.Scheduling;
using MemOS.Storage;
using MemOS.Tokens;
using Microsoft.Extensions.Logging;

namespace MemOS;

/// <summary>
/// The memory system: adds what was said, reads it into records, recalls the few that matter, and forgets or erases on request.
/// </summary>
/// <remarks>
/// Open one for a file and share it: it is safe for concurrent use. Every operation takes the <see cref="MemoryScope"/> of the
/// person it acts for; what that scope cannot see does not exist for the operation. Disposing goes on reading for at most
/// <see cref="MemoryOSOptions.DisposeGrace"/>, and leaves the rest queued in the store for the next time.
/// </remarks>
public sealed partial class MemoryOS : IAsyncDisposable
{
    private readonly ReadingWorker reading;
    private readonly RecallEngine recall;
    private readonly TaskJudging? judging;
    private readonly EvolutionWorker evolving;
    private readonly TaskRecall tasks;
    private int disposed;

    private MemoryOS(IMemoryStore store, MemoryOSOptions options)
    {
        Store = store;
        Options = options;
        var embedder = options.Embeddings is { } generator ? new TextEmbedder(store, generator, options.QueryEmbeddingTimeout, options.TimeProvider, options.LoggerFactory.CreateLogger<MemoryOS>()) : null;
        recall = new(store, options, embedder);
        reading = new(store, embedder, options);
        tasks = new(store, options.TokenCounter ?? EstimatingTokenCounter.Instance);
        judging = TaskJudging.Of(store, options);
        evolving = new(store, options.Evolution, judging, reading.DrainRulesAsync, options.TimeProvider, options.LoggerFactory.CreateLogger<MemoryOS>());
    }

    /// <summary>Where memory is kept. Threat note: the store answers for any cube; go through this class unless you resolve scopes yourself.</summary>
    public IMemoryStore Store { get; }

    /// <summary>The settings it was created with.</summary>
    public MemoryOSOptions Options { get; }

    /// <summary>Creates the memory system over a store, which it then owns, and resumes reading that an earlier run left.</summary>
    public static Task<MemoryOS> CreateAsync(IMemoryStore store, MemoryOSOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        cancellationToken.ThrowIfCancellationRequested();
        options ??= new();
        options.Validate();
        var memory = new MemoryOS(store, options);
        if (memory.Options.ReadInBackground && !store.Maintenance.IsReadOnly)
        {
            memory.reading.Start();
        }

        if (memory.Options.Evolution.InBackground && memory.Options.ReadInBackground && !store.Maintenance.IsReadOnly)
        {
            memory.evolving.Start();
        }

        return Task.FromResult(memory);
    }

    /// <summary>Resolves a scope to the cubes it may use; creates the user and the default cube when they are new.</summary>
    /// <exception cref="ArgumentException">The user is empty, or a name of the scope is longer than 256 characters, holds control characters or is not valid UTF-16.</exception>
    /// <exception cref="MemoryAccessException">The scope names a cube without a sufficient grant.</exception>
    public ValueTask<CubeAccess> ResolveAsync(MemoryScope scope, CancellationToken cancellationToken = default)
    {
        NameGuard.CheckScope(scope);
        return Store.Cubes.ResolveAsync(scope, cancellationToken);
    }

    /// <summary>Completes when everything that was added before the call has been read into records, or was tried once and failed, or waits because the model failed a few times in a row; at once when the store is only read.</summary>
    public Task FlushAsync(CancellationToken cancellationToken = default) => Store.Maintenance.IsReadOnly ? Task.CompletedTask : reading.DrainAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) != 0)
        {
            return;
        }

        await evolving.DisposeAsync().ConfigureAwait(false);
        await reading.DisposeAsync().ConfigureAwait(false);
        await Store.DisposeAsync().ConfigureAwait(false);
    }
}
