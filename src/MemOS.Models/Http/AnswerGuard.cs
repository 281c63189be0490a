using System.Net.Http.Headers;

namespace MemOS.Models.Http;

/// <summary>Refuses redirects, and answers that are no JSON or too large, before they are read.</summary>
internal sealed class AnswerGuard(ModelEndpoint endpoint, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if ((int)response.StatusCode is >= 300 and < 400)
        {
            response.Dispose();
            throw new ModelEndpointException($"{endpoint.Address} answered {(int)response.StatusCode}, a redirect, which is not followed: nothing is sent to an address that was not named. Name the address that it leads to.", $"it answered {(int)response.StatusCode}, a redirect, which is not followed. Name the address that it leads to.", (int)response.StatusCode, null);
        }

        if (response.IsSuccessStatusCode && response.Content.Headers.ContentType is { } type && !IsProtocol(type))
        {
            response.Dispose();
            throw new ModelEndpointException($"{endpoint.Address} answered with {type.MediaType} instead of JSON. Is that the base address of an OpenAI-compatible API? It mostly ends in /v1.", "it answered with something else than JSON. Is that the base address of an OpenAI-compatible API? It mostly ends in /v1.", (int)response.StatusCode, null);
        }

        if (response.Content.Headers.ContentLength > endpoint.MaxAnswerBytes)
        {
            response.Dispose();
            throw TooLarge(endpoint);
        }

        var content = new StreamContent(new CappedStream(await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false), endpoint));
        foreach (var header in response.Content.Headers)
        {
            content.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        response.Content = content;
        return response;
    }

    internal static ModelEndpointException TooLarge(ModelEndpoint endpoint) =>
        new(
            $"The answer of {endpoint.Model} at {endpoint.Address} is larger than {endpoint.MaxAnswerBytes:N0} bytes and was not taken. Ask for less, or limit the model's output.",
            $"its answer is larger than {endpoint.MaxAnswerBytes:N0} bytes and was not taken. Limit the model's output.",
            null,
            null);

    private static bool IsProtocol(MediaTypeHeaderValue type) =>
        type.MediaType is null || type.MediaType.EndsWith("json", StringComparison.OrdinalIgnoreCase) || type.MediaType.Equals("text/event-stream", StringComparison.OrdinalIgnoreCase);
}
