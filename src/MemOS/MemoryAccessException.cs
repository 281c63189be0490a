namespace MemOS;

/// <summary>The scope has no grant for the cube or the operation.</summary>
public sealed class MemoryAccessException : MemOSException
{
    /// <summary>Creates the error.</summary>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="innerException">The cause, if another error is behind this one.</param>
    public MemoryAccessException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
