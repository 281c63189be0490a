namespace MemOS;

/// <summary>The base of every error that the memory system raises; its message says what happened, what is safe and what to do next.</summary>
public class MemOSException : Exception
{
    /// <summary>Creates the error.</summary>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="innerException">The cause, if another error is behind this one.</param>
    public MemOSException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
