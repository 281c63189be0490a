namespace MemOS;

/// <summary>Tells the cancellation that was asked for from one that a model's client made up, such as a time limit of its own.</summary>
internal static class Cancellation
{
    /// <summary>Whether an exception says that the work was stopped by its own token; any other is a failure like the rest.</summary>
    public static bool IsAskedBy(this Exception error, CancellationToken token) => error is OperationCanceledException && token.IsCancellationRequested;
}
