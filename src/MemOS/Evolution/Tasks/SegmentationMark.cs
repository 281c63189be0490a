namespace MemOS.Evolution.Tasks;

/// <summary>How far a session was segmented.</summary>
/// <param name="Place">The place in the session of the first message that was not seen.</param>
/// <param name="From">The first message of what may still change when more is said.</param>
/// <param name="OpenUntil">When the last task is over if nothing more is said; <see langword="null"/> when none is open.</param>
public sealed record SegmentationMark(int Place, MemoryId From, DateTimeOffset? OpenUntil = null);
