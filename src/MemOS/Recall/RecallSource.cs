using MemOS.Evidence;

namespace MemOS.Recall;

/// <summary>A piece of evidence behind a result.</summary>
/// <param name="Id">The evidence.</param>
/// <param name="ExternalId">The caller's id of the message, where it had one.</param>
/// <param name="Session">The session in which it was said.</param>
/// <param name="Role">Who spoke.</param>
/// <param name="Author">The speaker's name, where it is known.</param>
/// <param name="Time">When it was said.</param>
public sealed record RecallSource(MemoryId Id, string? ExternalId, string? Session, EvidenceRole Role, string? Author, DateTimeOffset Time)
{
    /// <summary>The id that people know: the caller's where there is one, otherwise the store's.</summary>
    public string Label => ExternalId ?? Id.ToString();
}
