namespace MemOS.Reading;

/// <summary>Says why a client failed without a word of what it said.</summary>
/// <remarks>
/// Threat note: servers quote in their errors what they were sent, messages and keys, and clients pass that on in their messages. What is
/// logged or stored of such an error is its kind, its status and advice.
/// </remarks>
internal static class ModelFailure
{
    /// <summary>A sentence of the kind, the status and what to do.</summary>
    public static string Describe(Exception error)
    {
        for (var cause = error; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case HttpRequestException { StatusCode: { } status }:
                    return $"it answered {(int)status}. {AdviceOn((int)status)}";
                case HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError }:
                    return "it cannot be reached. Is the server running, and is the address right?";
                case OperationCanceledException or TimeoutException:
                    return "it did not answer in time. Allow more time, or use a faster model.";
            }
        }

        return $"its client failed with {error.GetType().Name}. Ask the model directly to see more.";
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
