namespace MemOS.Chat;

/// <summary>What all hooks of one turn share: it is recalled once and its answer recorded once.</summary>
internal sealed class SharedTurn(MemoryId? question)
{
    private readonly Lock sync = new();
    private Task<RecallOutcome>? recall;
    private int open;

    /// <summary>The evidence of the user's last message; <see langword="null"/> when it could not be recorded.</summary>
    public MemoryId? Question { get; } = question;

    /// <summary>Whether a hook has begun and not completed.</summary>
    public bool IsOpen => Volatile.Read(ref open) > 0;

    /// <summary>Whether another hook than one that is still under way has begun and not completed.</summary>
    public bool IsOpenBeside => Volatile.Read(ref open) > 1;

    /// <summary>What was recorded of the answer so far.</summary>
    public List<TurnMessage> Answer { get; } = [];

    /// <summary>Whether the ledger has the turn.</summary>
    public bool IsNoted { get; set; }

    /// <summary>A hook begins.</summary>
    public void Enter() => Interlocked.Increment(ref open);

    /// <summary>A hook is done.</summary>
    public void Leave() => Interlocked.Decrement(ref open);

    /// <summary>Recalls at the first call; later ones get the same. A recall that was cancelled does not count.</summary>
    public Task<RecallOutcome> RecallAsync(Func<Task<RecallOutcome>> start)
    {
        lock (sync)
        {
            if (recall is null || recall.IsCanceled || recall.IsFaulted)
            {
                recall = start();
            }

            return recall;
        }
    }
}
