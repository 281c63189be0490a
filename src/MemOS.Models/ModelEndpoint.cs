using System.Globalization;
using System.Text;

namespace MemOS.Models;

/// <summary>Where a model answers: an OpenAI-compatible endpoint of OpenAI, Ollama, vLLM, LM Studio, llama.cpp's server and others.</summary>
/// <remarks>Threat note: whatever a chat client or an embedding generator is given is sent there. The key is never printed or logged.</remarks>
public sealed record ModelEndpoint
{
    /// <summary>The environment variable that names the endpoint of the chat model.</summary>
    public const string ChatUrlVariable = "MEMOS_CHAT_URL";

    /// <summary>The environment variable that names the chat model.</summary>
    public const string ChatModelVariable = "MEMOS_CHAT_MODEL";

    /// <summary>The environment variable that names the endpoint of the embedding model.</summary>
    public const string EmbeddingUrlVariable = "MEMOS_EMBEDDING_URL";

    /// <summary>The environment variable that names the embedding model.</summary>
    public const string EmbeddingModelVariable = "MEMOS_EMBEDDING_MODEL";

    /// <summary>The environment variable that holds the key of the chat model's endpoint. Default at OpenAI itself: <c>OPENAI_API_KEY</c>.</summary>
    public const string KeyVariable = "MEMOS_API_KEY";

    /// <summary>The environment variable that holds the key of the embedding model's endpoint. Default: the chat key, where both have one endpoint.</summary>
    public const string EmbeddingKeyVariable = "MEMOS_EMBEDDING_KEY";

    private const string PublicHost = "api.openai.com";
    private const string PublicKeyVariable = "OPENAI_API_KEY";

    /// <summary>The base address, such as <c>http://localhost:11434/v1</c>.</summary>
    public required Uri Url { get; init; }

    /// <summary>The model's name at the endpoint.</summary>
    public required string Model { get; init; }

    /// <summary>The key. Default: <see langword="null"/>, none is sent, as most local servers want it.</summary>
    public string? Key { get; init; }

    /// <summary>How long one answer, or the next piece of a streamed one, may take. Default: 5 minutes, for local models think slowly.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How often a call is tried again after 408, 429, 500, 502, 503 or 504. Default: 3.</summary>
    public int Retries { get; init; } = 3;

    /// <summary>The longest pause that is made before trying again; an endpoint that asks for more has failed. Default: 20 seconds.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The largest answer that is taken, in bytes; a larger one has failed. Default: 8 MiB.</summary>
    public long MaxAnswerBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>The clock of the pauses. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The address as it may be printed: without its query, which may hold a key.</summary>
    internal string Address => Url.GetLeftPart(UriPartial.Path);

    /// <summary>Whether the endpoint is OpenAI's own, which names some settings differently from the servers that follow it.</summary>
    internal bool IsPublic => Url.Host.Equals(PublicHost, StringComparison.OrdinalIgnoreCase);

    /// <summary>An endpoint by address and model, as people write them.</summary>
    /// <param name="url">The base address; without a path <c>/v1</c> is meant, and the name of an operation at its end is taken off.</param>
    /// <param name="model">The model's name.</param>
    /// <param name="key">The key; <see langword="null"/> sends none.</param>
    /// <exception cref="ArgumentException">The address is no absolute http or https address, or a name is empty.</exception>
    public static ModelEndpoint Of(string url, string model, string? key = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(url);
        ArgumentException.ThrowIfNullOrWhiteSpace(model);
        return new() { Url = BaseOf(url.Trim()), Model = model.Trim(), Key = string.IsNullOrWhiteSpace(key) ? null : key.Trim() };
    }

    /// <summary>The chat model that the given values or the environment name.</summary>
    /// <param name="variable">Reads an environment variable; <see langword="null"/> where it is unset.</param>
    /// <param name="url">The address. Default: the environment's.</param>
    /// <param name="model">The model. Default: the environment's.</param>
    /// <returns><see langword="null"/> when neither names one.</returns>
    /// <exception cref="ArgumentException">An address without a model, a model without an address, or an address that is none.</exception>
    public static ModelEndpoint? Chat(Func<string, string?> variable, string? url = null, string? model = null)
    {
        ArgumentNullException.ThrowIfNull(variable);
        return Find(variable, url, model, ChatUrlVariable, ChatModelVariable, "--chat", "--model", IsMeant(url, variable(ChatUrlVariable)) ? KeyVariable : null);
    }

    /// <summary>The embedding model that the given values or the environment name.</summary>
    /// <inheritdoc cref="Chat" path="/param"/>
    /// <inheritdoc cref="Chat" path="/returns"/>
    /// <inheritdoc cref="Chat" path="/exception"/>
    public static ModelEndpoint? Embedding(Func<string, string?> variable, string? url = null, string? model = null)
    {
        ArgumentNullException.ThrowIfNull(variable);

        var keyVariable = variable(EmbeddingKeyVariable) is not null && IsMeant(url, variable(EmbeddingUrlVariable)) ? EmbeddingKeyVariable
            : IsSame(url ?? variable(EmbeddingUrlVariable), variable(ChatUrlVariable)) ? KeyVariable
            : null;
        return Find(variable, url, model, EmbeddingUrlVariable, EmbeddingModelVariable, "--embed", "--embed-model", keyVariable);
    }

    /// <summary>Takes the key, and the query of the address, out of a text that came from elsewhere.</summary>
    internal string Redact(string text)
    {
        text = Key is { Length: > 0 } ? text.Replace(Key, "***", StringComparison.Ordinal) : text;
        return Url.Query.Length > 1 ? text.Replace(Url.Query, "?***", StringComparison.Ordinal) : text;
    }

    // A key goes to the host it was given for, and to no other: not to one that is named instead of the environment's, nor over plain http in place of https.
    private static bool IsMeant(string? url, string? environment) => url is null || environment is null || IsSame(url, environment);

    private static bool IsSame(string? one, string? other) =>
        Uri.TryCreate(one, UriKind.Absolute, out var left) && Uri.TryCreate(other, UriKind.Absolute, out var right) && Uri.Compare(left, right, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;

    private static ModelEndpoint? Find(Func<string, string?> variable, string? url, string? model, string urlVariable, string modelVariable, string urlOption, string modelOption, string? keyVariable)
    {
        url ??= variable(urlVariable);
        model ??= variable(modelVariable);
        if (url is null && model is null)
        {
            return null;
        }

        if (string.IsNullOrWhiteSpace(url))
        {
            throw new ArgumentException($"The model \"{model}\" has no endpoint. Name one with {urlOption} or {urlVariable}, such as http://localhost:11434/v1.");
        }

        if (string.IsNullOrWhiteSpace(model))
        {
            throw new ArgumentException($"The endpoint {BaseOf(url.Trim()).GetLeftPart(UriPartial.Path)} has no model. Name one with {modelOption} or {modelVariable}.");
        }

        var endpoint = Of(url, model, keyVariable is null ? null : variable(keyVariable));
        return endpoint.Key is null && endpoint.IsPublic && endpoint.Url.Scheme == Uri.UriSchemeHttps ? endpoint with { Key = variable(PublicKeyVariable) } : endpoint;
    }

    private static Uri BaseOf(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            // What was given is not repeated where it may hold a password or a key.
            throw new ArgumentException($"{(url.AsSpan().IndexOfAny('@', '?') < 0 ? $"\"{url}\"" : "What was given")} is no address of an endpoint. Write one such as http://localhost:11434/v1.");
        }

        var path = address.AbsolutePath.TrimEnd('/');
        foreach (var operation in new[] { "/chat/completions", "/embeddings" })
        {
            path = path.EndsWith(operation, StringComparison.OrdinalIgnoreCase) ? path[..^operation.Length] : path;
        }

        return new UriBuilder(address) { Path = path.Length == 0 ? "/v1" : path, UserName = "", Password = "" }.Uri;
    }

    // A record prints its members; this one must not.
    private bool PrintMembers(StringBuilder text)
    {
        text.Append(CultureInfo.InvariantCulture, $"Url = {Address}, Model = {Model}, Key = {(Key is null ? "none" : "***")}");
        return true;
    }
}
