namespace MemOS;

/// <summary>No scope could be resolved for a call: it is not known whose memory to use.</summary>
public sealed class MemoryScopeException : MemOSException
{
    /// <summary>Creates the error.</summary>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="innerException">The cause, if another error is behind this one.</param>
    public MemoryScopeException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
