namespace MemOS.Evidence;

/// <summary>A line of a session's log as alignment needs it: enough to tell whether a re-sent message is this one.</summary>
/// <param name="Id">The id.</param>
/// <param name="ExternalId">The caller's id, where there was one.</param>
/// <param name="Role">Who spoke.</param>
/// <param name="Hash">The hash of the content, see <see cref="ContentHash"/>.</param>
public readonly record struct LogEntry(MemoryId Id, string? ExternalId, EvidenceRole Role, ContentHash Hash)
{
    /// <summary>
    /// Whether the message was erased. Then only its place and role are left; the hash is the default, unless the caller of
    /// <see cref="IEvidenceStore.GetLogAsync"/> holds the message itself.
    /// </summary>
    public bool IsErased { get; init; }
}
