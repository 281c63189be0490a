using MemOS.Cubes;

namespace MemOS.Evidence;

/// <summary>The evidence of a store. All members are safe for concurrent use; every statement is bound to the access's cubes.</summary>
public interface IEvidenceStore
{
    /// <summary>Records a batch durably, indexes its words and queues its reading, all in one transaction.</summary>
    /// <remarks>When the task completes the evidence survives <c>kill -9</c> and a power cut, and is searchable.</remarks>
    /// <returns>
    /// One entry for each item of the batch, in order. An item that was erased before is not recorded again: its entry is not
    /// new, and its id names an empty place in the session.
    /// </returns>
    /// <exception cref="MemoryConflictException">A known external id comes with another content; nothing of the batch is recorded.</exception>
    /// <exception cref="MemoryStoreException">The file cannot be written; nothing of the batch is recorded.</exception>
    Task<IReadOnlyList<AppendedEvidence>> AppendAsync(CubeAccess access, EvidenceBatch batch, CancellationToken cancellationToken = default);

    /// <summary>The last <paramref name="limit"/> messages of a session of the home cube as the conversation stands, oldest first.</summary>
    /// <remarks>Forgotten messages and the places of erased ones are in it, since callers re-send them; abandoned ones are not.</remarks>
    /// <param name="access">Whose log.</param>
    /// <param name="session">The session.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="held">
    /// Hashes of messages that the caller holds. The place of an erased message keeps a keyed hash alone; it is given back its
    /// own where it is one of these, so that a re-sent message is known and not recorded anew. Default: none.
    /// </param>
    /// <param name="cancellationToken">Cancels the read.</param>
    Task<IReadOnlyList<LogEntry>> GetLogAsync(CubeAccess access, string? session, int limit, IReadOnlyCollection<ContentHash>? held = null, CancellationToken cancellationToken = default);

    /// <summary>The items of these ids that the access may read, in the order asked for; unknown ids are left out.</summary>
    Task<IReadOnlyList<EvidenceItem>> GetAsync(CubeAccess access, IReadOnlyList<MemoryId> ids, CancellationToken cancellationToken = default);

    /// <summary>Evidence by id, a page at a time.</summary>
    Task<IReadOnlyList<EvidenceItem>> ListAsync(CubeAccess access, EvidenceFilter filter, CancellationToken cancellationToken = default);

    /// <summary>The active messages just before an item in its session, oldest first: the context in which it was said.</summary>
    Task<IReadOnlyList<EvidenceItem>> GetPrecedingAsync(CubeAccess access, MemoryId id, int count, CancellationToken cancellationToken = default);
}
