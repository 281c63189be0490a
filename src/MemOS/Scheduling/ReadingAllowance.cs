using MemOS.Reading;

namespace MemOS.Scheduling;

/// <summary>The answer to a request to call a model.</summary>
/// <param name="Usage">What was noted for the call in advance; settled when it is known.</param>
/// <param name="Hour">The hour that it was noted for.</param>
/// <param name="Until">When a ceiling lifts that stands in the way; <see langword="null"/> when the call may be made.</param>
/// <param name="Reason">Which ceiling stands in the way; <see langword="null"/> when none does.</param>
public sealed record ReadingAllowance(ModelUsage Usage, long Hour, DateTimeOffset? Until = null, string? Reason = null);
