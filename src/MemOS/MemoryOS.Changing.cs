using MemOS.Evidence;
using MemOS.Reading;

namespace MemOS;

public sealed partial class MemoryOS
{
    /// <summary>Records of the scope's cubes, a page at a time.</summary>
    /// <param name="scope">Whose memory.</param>
    /// <param name="filter">Which records. Default: the first 100 current ones.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <exception cref="MemoryStoreException">The store cannot be read.</exception>
    public async Task<IReadOnlyList<MemoryRecord>> ListAsync(MemoryScope scope, RecordFilter? filter = null, CancellationToken cancellationToken = default)
    {
        var access = await ResolveAsync(scope, cancellationToken).ConfigureAwait(false);
        return await Store.Records.ListAsync(access, filter ?? new(), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Corrects what a record says. The old version stays in its history, and the correction becomes evidence of its own.</summary>
    /// <param name="id">The record, such as <c>r1-12</c>.</param>
    /// <param name="text">What it says from now on: one statement that can be read without its conversation.</param>
    /// <param name="scope">Whose memory; the record lies in the scope's home cube.</param>
    /// <param name="reason">Why, in a few words. Default: "corrected".</param>
    /// <param name="cancellationToken">Cancels before anything is written.</param>
    /// <exception cref="MemoryNotFoundException">There is no such record in the scope's home cube.</exception>
    /// <exception cref="MemoryStoreException">The store cannot be written.</exception>
    public async Task<MemoryRecord> UpdateAsync(MemoryId id, string text, MemoryScope scope, string? reason = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        var access = await ResolveAsync(scope, cancellationToken).ConfigureAwait(false);
        var known = await Store.Records.GetAsync(access, [id], cancellationToken).ConfigureAwait(false);
        if (known is not [{ State: not RecordState.Forgotten } record] || id.Cube != access.Home)
        {
            throw new MemoryNotFoundException($"There is no record {id} that this scope can change. List records to see their ids.");
        }

        var draft = new EvidenceDraft { Role = EvidenceRole.User, Text = text, Time = Options.TimeProvider.GetLocalNow(), Kind = EvidenceKind.Manual };
        EvidenceGuard.Check(draft, 0, Options.MaxTextLength);
        var batch = new EvidenceBatch { Session = scope.Session, Items = [draft], Read = false };
        var evidence = await Store.Evidence.AppendAsync(access, batch, cancellationToken).ConfigureAwait(false);

        // The value in the slot is not known without reading, and a wrong one would win against later statements.
        var content = new RecordContent
        {
            Kind = record.Kind,
            Text = text,
            Subject = record.Subject,
            Entities = record.Entities,
            EventTime = record.EventTime,
            Confidence = 1,
            Origin = RecordOrigin.Manual,
            Slot = record.Slot,
            Polarity = record.Polarity,
            Topic = record.Topic,
        };
        await Store.Records.ApplyAsync(access, [new RecordChange.Revise(id, content, [evidence[0].Id], reason ?? "corrected")], [], CancellationToken.None).ConfigureAwait(false);
        return (await Store.Records.GetAsync(access, [id], cancellationToken).ConfigureAwait(false))[0];
    }
}
