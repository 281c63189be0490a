namespace MemOS;

// Containers and using statements that are not asynchronous would otherwise refuse the type.
public sealed partial class MemoryOS : IDisposable
{
    /// <summary>Does what <see cref="DisposeAsync"/> does, and waits for it. Prefer that one.</summary>
    public void Dispose() => Task.Run(async () => await DisposeAsync().ConfigureAwait(false)).GetAwaiter().GetResult();
}
