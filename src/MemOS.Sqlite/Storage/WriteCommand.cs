namespace MemOS.Sqlite.Storage;

/// <summary>Work for the writer. It may run more than once, each time on a fresh state; only the last run counts.</summary>
internal abstract class WriteCommand(bool isAlone, CancellationToken cancellationToken)
{
    /// <summary>Whether it runs by itself, with no transaction open.</summary>
    public bool IsAlone { get; } = isAlone;

    /// <summary>Cancels the work before it has begun.</summary>
    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>Does the work inside the writer's transaction.</summary>
    public abstract void Run(Connection connection);

    /// <summary>Tells the caller that the work is durable.</summary>
    public abstract void Complete();

    /// <summary>Tells the caller that nothing of the work was kept.</summary>
    public abstract void Fail(Exception error);
}
