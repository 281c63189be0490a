namespace MemOS.Models;

/// <summary>A model's endpoint could not be reached, did not answer in time, or answered something else than the protocol says.</summary>
/// <remarks>The message names the endpoint and says what to do; it never holds the key.</remarks>
public sealed class ModelEndpointException : Exception
{
    /// <summary>An error with its cause.</summary>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="status">The HTTP status, where there was one.</param>
    /// <param name="innerException">What the library below said.</param>
    public ModelEndpointException(string message, int? status = null, Exception? innerException = null)
        : base(message, innerException) => Status = status;

    /// <summary>The HTTP status of the answer; <see langword="null"/> when there was no answer, or it was cut or malformed.</summary>
    public int? Status { get; }
}
