namespace MemOS.Reading;

/// <summary>A reader could not read; the evidence is safe, stays searchable, and is read again later.</summary>
public sealed class MemoryReadingException : MemOSException
{
    /// <summary>Creates the error.</summary>
    /// <param name="message">What happened; no text of messages or of the model's answer.</param>
    /// <param name="usage">What the attempt cost all the same.</param>
    /// <param name="innerException">The cause, if another error is behind this one.</param>
    public MemoryReadingException(string message, ModelUsage usage = default, Exception? innerException = null)
        : base(message, innerException) => Usage = usage;

    /// <summary>What the attempt cost all the same.</summary>
    public ModelUsage Usage { get; }

    /// <summary>Whether the model could not be asked at all, so that the next reading may well meet the same. Default: <see langword="false"/>.</summary>
    /// <remarks>After a few such failures in a row reading pauses, and what was not tried keeps its tries.</remarks>
    public bool IsUnavailable { get; init; }
}
