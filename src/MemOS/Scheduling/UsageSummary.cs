using MemOS.Reading;

namespace MemOS.Scheduling;

/// <summary>What models were asked in a span of time.</summary>
/// <param name="Usage">Calls and tokens.</param>
/// <param name="Cost">Money, by the prices at the time of each call.</param>
public sealed record UsageSummary(ModelUsage Usage, double Cost);
