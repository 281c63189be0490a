using MemOS.Reading.Extraction;
using Microsoft.Extensions.AI;

namespace MemOS.Reading;

/// <summary>The reader that asks a model, over any chat client: statements by schema, with sources, times and judgements over what is known.</summary>
/// <remarks>
/// <para>
/// One call reads many messages. The model is told to answer in JSON, at temperature 0, in the language of the messages; it sees small numbers
/// instead of ids. Fences, prose, reasoning and broken or cut JSON are coped with. An answer without any list of statements, a refusal and
/// an error of the client fail the reading, which is then tried again later.
/// </para>
/// <para>
/// Threat note: messages go to the client's model. What comes back is untrusted: it is bounded, checked against the messages, and can neither
/// make instructions of what tools, documents or the assistant say nor change records that it was not shown. A model can still be
/// misled into a false statement about the speaker. Safe for concurrent use if the client is; the client stays the caller's to dispose.
/// </para>
/// </remarks>
public sealed class ChatClientMemReader : IMemReader
{
    private readonly IChatClient client;
    private readonly ChatClientMemReaderOptions options;
    private readonly string model;
    private volatile bool isSchemaRefused;

    /// <summary>A reader over a chat client.</summary>
    /// <param name="client">The client; one without memory, function invocation or cache of its own.</param>
    /// <param name="options">Settings; they must not be changed afterwards. Default: all defaults.</param>
    /// <exception cref="ArgumentException">A setting makes no sense; the message says which.</exception>
    public ChatClientMemReader(IChatClient client, ChatClientMemReaderOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        this.client = client;
        this.options = options ?? new();
        this.options.Validate();
        model = this.options.ModelId ?? client.GetService<ChatClientMetadata>()?.DefaultModelId ?? "chat client";
    }

    /// <inheritdoc/>
    public string Name => model;

    /// <inheritdoc/>
    public bool UsesModel => true;

    /// <inheritdoc/>
    public int CountCalls(ReadingRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ExtractionBatch.Of(request, options).Count();
    }

    /// <inheritdoc/>
    /// <exception cref="MemoryReadingException">The model could not be asked, refused, or answered something else than statements.</exception>
    public async ValueTask<ReadingResult> ReadAsync(ReadingRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var records = new List<RecordDraft>();
        var usage = default(ModelUsage);
        var rejected = 0;
        foreach (var batch in ExtractionBatch.Of(request, options))
        {
            var (answer, cost) = await AskAsync(request, batch, usage, cancellationToken).ConfigureAwait(false);
            usage += cost;
            var items = AnswerText.Find(answer) ?? throw new MemoryReadingException($"{model} answered without a list of statements; its {answer.Length} characters hold no JSON of the form it was asked for.", usage);
            var check = new ExtractionCheck(batch, request.UserName);
            var accepted = items.Select(ExtractedItem.Of).Select(item => item is null ? null : check.Accept(item)).OfType<RecordDraft>().Take(MostRecords(batch)).ToList();
            records.AddRange(accepted);
            rejected += items.Count - accepted.Count;
        }

        return new([.. records.OrderBy(record => record.Sources[0])]) { Usage = usage, Rejected = rejected };
    }

    // A message holds a few statements; an answer that lists hundreds has run away.
    private static int MostRecords(ExtractionBatch batch) => 20 + (4 * (batch.Messages.Count - batch.FirstNew + 1));

    private async Task<(string Answer, ModelUsage Usage)> AskAsync(ReadingRequest request, ExtractionBatch batch, ModelUsage before, CancellationToken cancellationToken)
    {
        var prompt = ExtractionPrompt.Of(batch);
        var sent = prompt.Sum(message => (long)options.TokenCounter.Count(message.Text));
        var cost = default(ModelUsage);
        while (true)
        {
            var withSchema = options.UseSchema && !isSchemaRefused;
            try
            {
                var response = await client.GetResponseAsync(prompt, Settings(withSchema), cancellationToken).ConfigureAwait(false);
                cost += UsageOf(response, sent);
                if (response.Messages.SelectMany(message => message.Contents).OfType<ErrorContent>().FirstOrDefault() is { } error)
                {
                    throw new MemoryReadingException($"{model} refused to read ({error.ErrorCode ?? "no code"}). The messages stay searchable.", before + cost);
                }

                return (response.Text, cost);
            }
            catch (Exception ex) when (ex is not MemoryReadingException && !cancellationToken.IsCancellationRequested)
            {
                cost += new ModelUsage(1, sent, 0);
                if (!withSchema || !BlamesTheSchema(ex))
                {
                    throw new MemoryReadingException($"{model} could not be asked: {ModelFailure.Describe(ex)}", before + cost);
                }

                isSchemaRefused = true;
                if (request.MayCallAgainAsync is { } mayCall && !await mayCall(cancellationToken).ConfigureAwait(false))
                {
                    throw new MemoryReadingException($"{model} refused the schema, and the ceiling leaves no call to ask it without. It is asked without when the ceiling lifts.", before + cost);
                }
            }
        }
    }

    private ChatOptions Settings(bool withSchema) => new()
    {
        ModelId = options.ModelId,
        Temperature = 0,
        MaxOutputTokens = options.MaxOutputTokens,
        ResponseFormat = withSchema ? ChatResponseFormat.ForJsonSchema(ExtractionSchema.Value, ExtractionSchema.Name) : null,
    };

    // No type of error is common to all clients; servers that know no schemas say so in words.
    private static bool BlamesTheSchema(Exception error) =>
        error is NotSupportedException || new[] { "response_format", "json_schema", "schema", "grammar", "guidance", "guided" }.Any(word => error.Message.Contains(word, StringComparison.OrdinalIgnoreCase));

    private ModelUsage UsageOf(ChatResponse response, long sent) =>
        new(1, response.Usage?.InputTokenCount ?? sent, response.Usage?.OutputTokenCount ?? options.TokenCounter.Count(response.Text));
}
