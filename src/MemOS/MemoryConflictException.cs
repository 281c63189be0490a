namespace MemOS;

/// <summary>What was given contradicts what the store already holds, such as a known message id with another content.</summary>
public sealed class MemoryConflictException : MemOSException
{
    /// <summary>Creates the error.</summary>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="innerException">The cause, if another error is behind this one.</param>
    public MemoryConflictException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
