namespace MemOS.Models;

/// <summary>A model's endpoint could not be reached, did not answer in time, or answered something else than the protocol says.</summary>
/// <remarks>
/// The message names the endpoint and says what to do; it never holds the key, but may quote the server, and a server may quote what it was
/// sent: show it, and do not log it.
/// </remarks>
public sealed class ModelEndpointException : HttpRequestException
{
    /// <summary>An error with its cause.</summary>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="status">The HTTP status, where there was one.</param>
    /// <param name="innerException">What the library below said, where it holds no text of the server.</param>
    /// <param name="kind">What kind of failure. Default: an unknown one.</param>
    public ModelEndpointException(string message, int? status = null, Exception? innerException = null, HttpRequestError kind = HttpRequestError.Unknown)
        : base(kind, message, innerException, (System.Net.HttpStatusCode?)status) => Status = status;

    /// <summary>The HTTP status of the answer; <see langword="null"/> when there was no answer, or it was cut or malformed.</summary>
    public int? Status { get; }
}
