using System.ClientModel;
using System.Text.Json;

namespace MemOS.Models.Http;

/// <summary>Says in one line what went wrong at an endpoint, and what to do.</summary>
internal static class EndpointErrors
{
    /// <summary>That an answer ended too early, without a word of the server.</summary>
    public const string CutOff = "its answer was cut off before it ended. Its own log may say more.";

    private const int LongestQuote = 300;

    /// <summary>The error of a call; <see langword="null"/> for what is no error of the endpoint, such as the caller's own cancellation.</summary>
    public static ModelEndpointException? Translate(Exception error, ModelEndpoint endpoint, CancellationToken cancellationToken) => error switch
    {
        _ when cancellationToken.IsCancellationRequested => null,
        ModelEndpointException or ObjectDisposedException => null,
        _ when Find<ModelEndpointException>(error) is { } inner => inner,
        ClientResultException { Status: > 0 } refused => OfStatus(refused, endpoint),
        OperationCanceledException => new($"{endpoint.Model} at {endpoint.Address} did not answer within {endpoint.Timeout.TotalSeconds:0.#} seconds. Allow more time, or use a faster model.", null, error),
        JsonException or FormatException or InvalidOperationException or ArgumentException or NullReferenceException or IndexOutOfRangeException or KeyNotFoundException =>
            new($"The answer of {endpoint.Model} at {endpoint.Address} is not what the protocol says: {Quote(error.Message, endpoint)}", "its answer is not what the protocol says. Is that an OpenAI-compatible API, and is the model one for this?", null, null),
        _ when Find<HttpRequestException>(error) is { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError } =>
            new($"{endpoint.Address} cannot be reached: {Quote(Innermost(error).Message, endpoint)} Is the server running, and is the address right?", null, error),
        ClientResultException or IOException or HttpRequestException =>
            new($"The answer of {endpoint.Model} at {endpoint.Address} was cut off: {Quote(Innermost(error).Message, endpoint)}", CutOff, null, error),
        _ => null,
    };

    private static ModelEndpointException OfStatus(ClientResultException error, ModelEndpoint endpoint)
    {
        var advice = error.Status switch
        {
            401 or 403 => $" Check the key in {ModelEndpoint.KeyVariable}.",
            404 => " Check the address, which mostly ends in /v1, and the model's name.",
            429 => " It is busy, or a limit is reached: try again later.",
            >= 500 => " Its log says more.",
            _ => "",
        };
        return new($"{endpoint.Model} at {endpoint.Address} answered {error.Status}: {Quote(error.Message, endpoint)}{advice}", error.Status);
    }

    // What a server says may be long, and may hold what it was sent, the key too: it is cut here, and the library's error is not passed on.
    private static string Quote(string message, ModelEndpoint endpoint)
    {
        var line = string.Join(' ', endpoint.Redact(message).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestQuote ? line : string.Concat(line.AsSpan(0, LongestQuote), "…");
    }

    private static Exception Innermost(Exception error) => error.InnerException is { } inner ? Innermost(inner) : error;

    private static T? Find<T>(Exception? error)
        where T : Exception
    {
        while (error is not null and not T)
        {
            error = error is AggregateException { InnerExceptions: [var first, ..] } ? first : error.InnerException;
        }

        return (T?)error;
    }
}
