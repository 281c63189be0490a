using System.Runtime.CompilerServices;
using MemOS.Chat;
using MemOS.Evidence;
using Microsoft.Extensions.AI;

namespace MemOS;

public sealed partial class MemoryOS
{
    /// <summary>Records messages of one session durably and queues their reading.</summary>
    /// <remarks>
    /// When the task completes the messages survive a crash and can be searched; records follow in the background. All messages of
    /// a call are recorded or none. Each cube of <see cref="MemoryScope.WriteCubes"/> gets a link to every new message.
    /// </remarks>
    /// <param name="messages">The messages in order. A message whose external id is known with the same content is passed over.</param>
    /// <param name="scope">Whose memory, and which session.</param>
    /// <param name="cancellationToken">Cancels before anything is written.</param>
    /// <exception cref="ArgumentException">
    /// A text is empty, longer than <see cref="MemoryOSOptions.MaxTextLength"/> or not valid UTF-16, or a time lies before the year
    /// 1000 or after 9000; nothing is recorded.
    /// </exception>
    /// <exception cref="MemoryConflictException">A known external id comes with another content; nothing is recorded.</exception>
    /// <exception cref="MemoryAccessException">The scope may not write to a cube it names; nothing is recorded.</exception>
    /// <exception cref="MemoryStoreException">The store cannot be written; nothing is recorded.</exception>
    [OverloadResolutionPriority(1)]
    public async Task<AddResult> AddAsync(IReadOnlyList<EvidenceDraft> messages, MemoryScope scope, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        ArgumentNullException.ThrowIfNull(scope);
        for (var i = 0; i < messages.Count; i++)
        {
            EvidenceGuard.Check(messages[i], i, Options.MaxTextLength);
        }

        var access = await ResolveAsync(scope, cancellationToken).ConfigureAwait(false);
        if (messages.Count == 0)
        {
            return new([]);
        }

        using var activity = MemOSTelemetry.Start(MemOSTelemetry.CreateMemory);
        var added = await Store.Evidence.AppendAsync(access, new() { Session = scope.Session, Items = messages }, cancellationToken).ConfigureAwait(false);
        NotifyAdded(messages);
        return new(added);
    }

    /// <summary>Records chat messages of one session, such as a history that was kept elsewhere, durably and queues their reading.</summary>
    /// <remarks>
    /// Roles, authors, times, tool calls and results are kept; attachments leave a note. System messages, messages that hold nothing
    /// to keep, and what memory itself injected are passed over and have no entry in the result. <see cref="ChatMessage.MessageId"/>
    /// makes a repeated call harmless; messages without one are recorded again. A message without a time was said now.
    /// </remarks>
    /// <inheritdoc cref="AddAsync(IReadOnlyList{EvidenceDraft}, MemoryScope, CancellationToken)" path="/param"/>
    /// <inheritdoc cref="AddAsync(IReadOnlyList{EvidenceDraft}, MemoryScope, CancellationToken)" path="/exception"/>
    public Task<AddResult> AddAsync(IEnumerable<ChatMessage> messages, MemoryScope scope, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var now = Options.TimeProvider.GetLocalNow();
        var drafts = new List<EvidenceDraft>();
        var index = 0;
        foreach (var message in messages)
        {
            index++;

            // A turn mends what a cut stream left; here a broken text is the caller's mistake to hear of.
            foreach (var part in message.Contents.OfType<TextContent>())
            {
                EvidenceGuard.CheckText($"Message {index}", part.Text, int.MaxValue);
            }

            if (MessageEvidence.Of(message, now) is { } draft)
            {
                drafts.Add(draft with { Time = message.CreatedAt ?? now });
            }
        }

        return AddAsync(drafts, scope, cancellationToken);
    }

    /// <summary>Records a text that the user stated, outside any conversation; what is read from it is about the subject "user", as what nameless messages say, unless it is about somebody else.</summary>
    /// <param name="text">The text: one or a few statements.</param>
    /// <param name="scope">Whose memory, and which session.</param>
    /// <param name="cancellationToken">Cancels before anything is written.</param>
    /// <inheritdoc cref="AddAsync(IReadOnlyList{EvidenceDraft}, MemoryScope, CancellationToken)" path="/exception"/>
    public Task<AddResult> AddAsync(string text, MemoryScope scope, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        var draft = new EvidenceDraft { Role = EvidenceRole.User, Text = text, Time = Options.TimeProvider.GetLocalNow(), Kind = EvidenceKind.Manual };
        return AddAsync([draft], scope, cancellationToken);
    }

    /// <summary>Records a document in chunks that can be searched; each knows its document and its neighbours.</summary>
    /// <remarks>
    /// HTML is taken as the Markdown of what the page says. Chunks are cut at headings, then between paragraphs, and led by the headings above them. They are evidence of kind
    /// <see cref="EvidenceKind.Document"/> with consecutive positions in the session, listed by <see cref="EvidenceFilter.Document"/>.
    /// A document that is known under its name with the same text is passed over. Threat note: the text of a document is data and
    /// never becomes an instruction; the rules read no records from it.
    /// </remarks>
    /// <param name="document">The document.</param>
    /// <param name="scope">Whose memory, and which session.</param>
    /// <param name="cancellationToken">Cancels before anything is written.</param>
    /// <returns>One entry for each chunk, in order.</returns>
    /// <exception cref="ArgumentException">
    /// The text is empty, holds a NUL character, is longer than <see cref="MemoryOSOptions.MaxDocumentLength"/> or not valid UTF-16, the name is empty or too
    /// long, the longest chunk is outside 200 to 100,000, or the time lies before the year 1000 or after 9000; nothing is recorded.
    /// </exception>
    /// <exception cref="MemoryConflictException">The session holds another text under the document's name; nothing is recorded.</exception>
    /// <exception cref="MemoryAccessException">The scope may not write to a cube it names; nothing is recorded.</exception>
    /// <exception cref="MemoryStoreException">The store cannot be written; nothing is recorded.</exception>
    public async Task<AddResult> AddAsync(DocumentDraft document, MemoryScope scope, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        var chunks = DocumentEvidence.Of(document, Options.TimeProvider.GetLocalNow(), Options.MaxDocumentLength);
        var access = await ResolveAsync(scope, cancellationToken).ConfigureAwait(false);
        var known = await new DocumentEvidence(Store.Evidence, access).FindAsync(document.Name, cancellationToken).ConfigureAwait(false);
        if (known.Count == 0)
        {
            return await AddAsync(chunks, scope, cancellationToken).ConfigureAwait(false);
        }

        if (!known.Select(item => item.Content.Text).SequenceEqual(chunks.Select(chunk => chunk.Text)))
        {
            throw new MemoryConflictException($"A document \"{document.Name}\" is known here with another text; nothing was recorded. Give the new version a name of its own, and forget the chunks of the old one.");
        }

        return new([.. known.Select(item => new AppendedEvidence(item.Id, false))]);
    }

    /// <summary>Tells the background that evidence was appended to the store directly, or taken away.</summary>
    /// <param name="added">What was appended. Default: nothing that waits for evolution; what there is, the next work or start finds.</param>
    internal void NotifyAdded(IReadOnlyList<EvidenceDraft>? added = null)
    {
        if (Options.ReadInBackground)
        {
            reading.Notify();
            evolving.Notify(added is not null && added.Any(draft => draft.ToolCalls.Count > 0));
        }
    }
}
