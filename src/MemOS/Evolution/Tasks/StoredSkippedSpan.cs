namespace MemOS.Evolution.Tasks;

/// <summary>A span that is in no task, as it was recorded when its session was segmented.</summary>
/// <param name="Span">The messages, and why they make no task.</param>
/// <param name="Session">The session; <see langword="null"/> for the unnamed one.</param>
/// <param name="Started">When its first message was said, in the speaker's offset.</param>
/// <param name="SkippedAt">When it was found so first, in UTC; it stays while segmenting finds the same again.</param>
public sealed record StoredSkippedSpan(SkippedSpan Span, string? Session, DateTimeOffset Started, DateTimeOffset SkippedAt);
