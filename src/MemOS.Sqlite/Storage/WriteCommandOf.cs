namespace MemOS.Sqlite.Storage;

/// <summary>Work for the writer that gives a result.</summary>
internal sealed class WriteCommandOf<T>(Func<Connection, T> work, bool isAlone, CancellationToken cancellationToken) : WriteCommand(isAlone, cancellationToken)
{
    // Callers go on elsewhere: the writer's thread is for writing.
    private readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? result;

    /// <summary>Completes when the work is durable, or failed.</summary>
    public Task<T> Task => done.Task;

    /// <inheritdoc/>
    public override void Run(Connection connection) => result = work(connection);

    /// <inheritdoc/>
    public override void Complete() => done.TrySetResult(result!);

    /// <inheritdoc/>
    public override void Fail(Exception error)
    {
        if (error is OperationCanceledException)
        {
            done.TrySetCanceled(CancellationToken);
        }
        else
        {
            done.TrySetException(error);
        }
    }
}
