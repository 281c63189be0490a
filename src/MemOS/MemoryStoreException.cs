namespace MemOS;

/// <summary>The store could not be opened, read or written.</summary>
public sealed class MemoryStoreException : MemOSException
{
    /// <summary>Creates the error.</summary>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="innerException">The cause, if another error is behind this one.</param>
    public MemoryStoreException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
