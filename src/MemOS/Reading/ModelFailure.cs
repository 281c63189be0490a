namespace MemOS.Reading;

/// <summary>Says why a client failed without a word of what it said.</summary>
/// <remarks>
/// Threat note: servers quote in their errors what they were sent, messages and keys, and clients pass that on in their messages. What is
/// logged or stored of such an error is its kind, and what a client has put into <see cref="Exception.Data"/> under <see cref="DataKey"/>
/// as free of content: the engine knows no client and no protocol.
/// </remarks>
public static class ModelFailure
{
    /// <summary>Where in <see cref="Exception.Data"/> an error may hold a sentence on itself that is safe to log and to store: no message, no key.</summary>
    public const string DataKey = "memos.failure";

    /// <summary>A sentence of the kind and what to do.</summary>
    internal static string Describe(Exception error)
    {
        for (var cause = error; cause is not null; cause = cause.InnerException)
        {
            if (cause.Data[DataKey] is string safe)
            {
                return safe;
            }

            if (cause is OperationCanceledException or TimeoutException)
            {
                return "it did not answer in time. Allow more time, or use a faster model.";
            }
        }

        return $"its client failed with {error.GetType().Name}. Ask the model directly to see more.";
    }
}
