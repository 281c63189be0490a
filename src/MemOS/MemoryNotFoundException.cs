namespace MemOS;

/// <summary>The item that was named does not exist, or is not visible to the scope; the two are not told apart on purpose.</summary>
public sealed class MemoryNotFoundException : MemOSException
{
    /// <summary>Creates the error.</summary>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="innerException">The cause, if another error is behind this one.</param>
    public MemoryNotFoundException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
