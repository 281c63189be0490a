using MemOS.Evidence;

namespace MemOS.Chat;

/// <summary>What alignment knows of a message: enough to tell whether it is one of the log.</summary>
/// <param name="ExternalId">The caller's id, where there is one.</param>
/// <param name="Role">Who spoke.</param>
/// <param name="Hash">The hash of the content.</param>
internal readonly record struct MessageKey(string? ExternalId, EvidenceRole Role, ContentHash Hash)
{
    /// <summary>
    /// Whether this is the message of a log line. Two ids decide when both are there, but an id with another content is an
    /// edited message; otherwise role and content decide.
    /// </summary>
    public bool Is(LogEntry entry) =>
        Role == entry.Role && Hash == entry.Hash &&
        (ExternalId is null || entry.ExternalId is null || string.Equals(ExternalId, entry.ExternalId, StringComparison.Ordinal));
}
