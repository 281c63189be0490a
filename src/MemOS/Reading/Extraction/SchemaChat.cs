using System.Text.Json;
using Microsoft.Extensions.AI;

namespace MemOS.Reading.Extraction;

/// <summary>Asks a model for JSON of one form, at temperature 0; one that takes no schemas, or no temperature, is asked without from then on.</summary>
/// <remarks>Safe for concurrent use if the client is. Errors say nothing of what was sent or answered.</remarks>
internal sealed class SchemaChat(IChatClient client, ChatClientMemReaderOptions options, JsonElement schema, string schemaName)
{
    private const string Temperature = "temperature";

    private volatile bool isSchemaRefused;
    private volatile bool isTemperatureRefused;

    /// <summary>What the model is called.</summary>
    public string Model { get; } = options.ModelId ?? client.GetService<ChatClientMetadata>()?.DefaultModelId ?? "chat client";

    /// <summary>Asks once, and once more for each of schema and temperature that is refused.</summary>
    /// <param name="prompt">The messages.</param>
    /// <param name="before">What was spent before, which an error adds to.</param>
    /// <param name="mayCallAgainAsync">Asks the ceiling for a second call. Default: none is needed.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="MemoryReadingException">The model could not be asked, or refused.</exception>
    public async Task<(string Answer, ModelUsage Usage)> AskAsync(
        IReadOnlyList<ChatMessage> prompt, ModelUsage before, Func<CancellationToken, Task<bool>>? mayCallAgainAsync, CancellationToken cancellationToken)
    {
        var sent = prompt.Sum(message => (long)options.TokenCounter.Count(message.Text));
        var cost = default(ModelUsage);
        while (true)
        {
            var withSchema = options.UseSchema && !isSchemaRefused;
            var withTemperature = !isTemperatureRefused;
            try
            {
                var response = await client.GetResponseAsync(prompt, Settings(withSchema, withTemperature), cancellationToken).ConfigureAwait(false);
                cost += UsageOf(response, sent);
                if (response.Messages.SelectMany(message => message.Contents).OfType<ErrorContent>().FirstOrDefault() is { } error)
                {
                    throw new MemoryReadingException($"{Model} refused to read ({error.ErrorCode ?? "no code"}). The messages stay searchable.", before + cost);
                }

                return (response.Text, cost);
            }
            catch (Exception ex) when (ex is not MemoryReadingException && !cancellationToken.IsCancellationRequested)
            {
                var refused = withTemperature && ex.Message.Contains(Temperature, StringComparison.OrdinalIgnoreCase) ? Temperature : withSchema && BlamesTheSchema(ex) ? "schema" : null;
                if (refused is null)
                {
                    cost += new ModelUsage(1, sent, 0);
                    throw new MemoryReadingException($"{Model} could not be asked: {ModelFailure.Describe(ex)}", before + cost) { IsUnavailable = true };
                }

                // Refused before it was read: a call, and no tokens.
                cost += new ModelUsage(1, 0, 0);
                isTemperatureRefused |= refused == Temperature;
                isSchemaRefused |= refused != Temperature;
                if (mayCallAgainAsync is { } mayCall && !await mayCall(cancellationToken).ConfigureAwait(false))
                {
                    throw new MemoryReadingException($"{Model} refused the {refused}, and the ceiling leaves no call to ask it without. It is asked without when the ceiling lifts.", before + cost);
                }
            }
        }
    }

    private ChatOptions Settings(bool withSchema, bool withTemperature) => new()
    {
        ModelId = options.ModelId,
        Temperature = withTemperature ? 0 : null,
        MaxOutputTokens = options.MaxOutputTokens,
        ResponseFormat = withSchema ? ChatResponseFormat.ForJsonSchema(schema, schemaName) : null,
    };

    // No type of error is common to all clients; servers that know no schemas say so in words.
    private static bool BlamesTheSchema(Exception error) =>
        error is NotSupportedException || new[] { "response_format", "json_schema", "schema", "grammar", "guidance", "guided" }.Any(word => error.Message.Contains(word, StringComparison.OrdinalIgnoreCase));

    // A server that counts nothing, or less, would lift every ceiling in tokens or money.
    private ModelUsage UsageOf(ChatResponse response, long sent) => new(
        1,
        response.Usage?.InputTokenCount is > 0 and var input ? input : sent,
        response.Usage?.OutputTokenCount is > 0 and var output ? output : options.TokenCounter.Count(response.Text));
}
