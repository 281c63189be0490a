namespace MemOS.Models;

/// <summary>A model's endpoint could not be reached, did not answer in time, or answered something else than the protocol says.</summary>
/// <remarks>
/// The message names the endpoint and says what to do; it never holds the key, but may quote the server, and a server may quote what it was
/// sent: show it, and do not log it.
/// </remarks>
public sealed class ModelEndpointException : Exception
{
    /// <summary>An error with its cause.</summary>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="status">The HTTP status, where there was one.</param>
    /// <param name="innerException">What the library below said, where it holds no text of the server.</param>
    public ModelEndpointException(string message, int? status = null, Exception? innerException = null)
        : this(message, status is { } answered ? $"it answered {answered}. {AdviceOn(answered)}" : IsUnreachable(innerException) ? "it cannot be reached. Is the server running, and is the address right?" : null, status, innerException)
    {
    }

    /// <param name="message">What happened and what to do.</param>
    /// <param name="safe">The same without a word of the server, for logs and stores; <see langword="null"/> when only the kind of the error is safe.</param>
    /// <param name="status">The HTTP status, where there was one.</param>
    /// <param name="innerException">What the library below said, where it holds no text of the server.</param>
    internal ModelEndpointException(string message, string? safe, int? status, Exception? innerException)
        : base(message, innerException)
    {
        Status = status;
        if (safe is not null)
        {
            // For who logs or stores a failure, and must not quote the server: the memory system looks here.
            Data["memos.failure"] = safe;
        }
    }

    /// <summary>The HTTP status of the answer; <see langword="null"/> when there was no answer, or it was cut or malformed.</summary>
    public int? Status { get; }

    private static bool IsUnreachable(Exception? error)
    {
        for (; error is not null; error = error is AggregateException { InnerExceptions: [var first, ..] } ? first : error.InnerException)
        {
            if (error is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError })
            {
                return true;
            }
        }

        return false;
    }

    private static string AdviceOn(int status) => status switch
    {
        401 or 403 => "Check the key.",
        404 => "Check the address and the model's name.",
        429 => "It is busy, or a limit is reached.",
        >= 500 => "Its own log says more.",
        _ => "Ask the model directly to see more.",
    };
}
