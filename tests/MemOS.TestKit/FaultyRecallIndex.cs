using MemOS.Cubes;
using MemOS.Recall;

namespace MemOS.TestKit;

/// <summary>The search side of another store, counting searches and failing when a test says so.</summary>
public sealed class FaultyRecallIndex(IRecallIndex inner) : IRecallIndex
{
    private int searches;

    /// <summary>What opening throws; <see langword="null"/> while it works.</summary>
    public Exception? Fails { get; set; }

    /// <summary>What opening waits for before it goes on. Default: nothing.</summary>
    public Func<CancellationToken, Task>? Waits { get; set; }

    /// <summary>How many searches were begun.</summary>
    public int Searches => searches;

    /// <inheritdoc/>
    public async ValueTask<IRecallReader> OpenAsync(CubeAccess access, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref searches);
        if (Waits is { } wait)
        {
            await wait(cancellationToken);
        }

        return Fails is { } error ? throw error : await inner.OpenAsync(access, cancellationToken);
    }
}
