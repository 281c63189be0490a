using MemOS.Reading.Extraction;
using Microsoft.Extensions.AI;

namespace MemOS.Reading;

/// <summary>The reader that asks a model, over any chat client: statements by schema, with sources, times and judgements over what is known.</summary>
/// <remarks>
/// <para>
/// One call reads many messages. The model is told to answer in JSON, at temperature 0, in the language of the messages; it sees small numbers
/// instead of ids. Fences, prose, reasoning and broken or cut JSON are coped with. An answer without any list of statements, or with none of
/// the form that was asked for, a refusal and an error of the client fail the reading, which is then tried again later.
/// </para>
/// <para>
/// Threat note: messages go to the client's model. What comes back is untrusted: it is bounded, checked against the messages, and can neither
/// make instructions of what tools, documents or the assistant say nor change records that it was not shown. A model can still be
/// misled into a false statement about the speaker. Safe for concurrent use if the client is; the client stays the caller's to dispose.
/// </para>
/// </remarks>
public sealed class ChatClientMemReader : IMemReader
{
    private readonly ChatClientMemReaderOptions options;
    private readonly SchemaChat chat;

    /// <summary>A reader over a chat client.</summary>
    /// <param name="client">The client; one without memory, function invocation or cache of its own.</param>
    /// <param name="options">Settings; they must not be changed afterwards. Default: all defaults.</param>
    /// <exception cref="ArgumentException">A setting makes no sense; the message says which.</exception>
    public ChatClientMemReader(IChatClient client, ChatClientMemReaderOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        this.options = options ?? new();
        this.options.Validate();
        Client = client;
        chat = new(client, this.options, ExtractionSchema.Value, ExtractionSchema.Name);
    }

    /// <summary>The client it asks.</summary>
    internal IChatClient Client { get; }

    /// <summary>Its settings.</summary>
    internal ChatClientMemReaderOptions Options => options;

    /// <inheritdoc/>
    public string Name => chat.Model;

    /// <inheritdoc/>
    public bool UsesModel => true;

    /// <inheritdoc/>
    public int CountCalls(ReadingRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ExtractionBatch.Of(request, options).Count();
    }

    /// <inheritdoc/>
    public long? CountTokens(ReadingRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ExtractionBatch.Of(request, options).SelectMany(ExtractionPrompt.Of).Sum(message => (long)options.TokenCounter.Count(message.Text));
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
            var (answer, cost) = await chat.AskAsync(ExtractionPrompt.Of(batch), usage, request.MayCallAgainAsync, cancellationToken).ConfigureAwait(false);
            usage += cost;
            var items = AnswerText.Find(answer) ?? throw new MemoryReadingException($"{Name} answered without a list of statements; its {answer.Length} characters hold no JSON of the form it was asked for.", usage);
            if (items.Count > 0 && !items.Any(ExtractedItem.HasForm))
            {
                throw new MemoryReadingException($"{Name} answered with {items.Count} item(s) of which none has the form that it was asked for: a text and the numbers of its sources.", usage);
            }

            var check = new ExtractionCheck(batch, request.UserName);
            var accepted = items.Select(ExtractedItem.Of).Select(item => item is null ? null : check.Accept(item)).OfType<RecordDraft>().Take(MostRecords(batch)).ToList();
            records.AddRange(accepted);
            rejected += items.Count - accepted.Count;
        }

        return new([.. records.OrderBy(record => record.Sources[0])]) { Usage = usage, Rejected = rejected };
    }

    // A message holds a few statements; an answer that lists hundreds has run away.
    private static int MostRecords(ExtractionBatch batch) => 20 + (4 * (batch.Messages.Count - batch.FirstNew + 1));
}
