using MemOS.Evidence;

namespace MemOS;

public sealed partial class MemoryOS
{
    /// <summary>Records messages of one session durably and queues their reading.</summary>
    /// <remarks>When the task completes the messages survive a crash and can be searched; records follow in the background.</remarks>
    /// <param name="messages">The messages in order. A message whose external id is known with the same content is passed over.</param>
    /// <param name="scope">Whose memory, and which session.</param>
    /// <param name="cancellationToken">Cancels before anything is written.</param>
    /// <exception cref="ArgumentException">A text is too long or not valid Unicode; nothing is recorded.</exception>
    /// <exception cref="MemoryConflictException">A known external id comes with another content; nothing is recorded.</exception>
    /// <exception cref="MemoryAccessException">The scope may not write to a cube it names.</exception>
    /// <exception cref="MemoryStoreException">The store cannot be written; nothing is recorded.</exception>
    public async Task<AddResult> AddAsync(IReadOnlyList<EvidenceDraft> messages, MemoryScope scope, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        ArgumentNullException.ThrowIfNull(scope);
        for (var i = 0; i < messages.Count; i++)
        {
            EvidenceGuard.Check(messages[i], i, Options.MaxTextLength);
        }

        if (messages.Count == 0)
        {
            return new([]);
        }

        var access = await ResolveAsync(scope, cancellationToken).ConfigureAwait(false);
        var added = await Store.Evidence.AppendAsync(access, new() { Session = scope.Session, Items = messages }, cancellationToken).ConfigureAwait(false);
        NotifyAdded();
        return new(added);
    }

    /// <summary>Records a text that the user stated, outside any conversation.</summary>
    /// <inheritdoc cref="AddAsync(IReadOnlyList{EvidenceDraft}, MemoryScope, CancellationToken)" path="/exception"/>
    public Task<AddResult> AddAsync(string text, MemoryScope scope, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        var draft = new EvidenceDraft { Role = EvidenceRole.User, Text = text, Time = Options.TimeProvider.GetLocalNow(), Kind = EvidenceKind.Manual };
        return AddAsync([draft], scope, cancellationToken);
    }

    /// <summary>Tells the background reader that evidence was appended to the store directly.</summary>
    internal void NotifyAdded()
    {
        if (Options.ReadInBackground)
        {
            reading.Notify();
        }
    }
}
