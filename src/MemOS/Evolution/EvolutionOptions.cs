namespace MemOS.Evolution;

/// <summary>Settings of evolution.</summary>
public sealed record EvolutionOptions
{
    /// <summary>The pause within a session after which a next message opens another task. Default: 2 hours.</summary>
    public TimeSpan IdleGap { get; init; } = TimeSpan.FromHours(2);

    /// <summary>How many successes a pattern needs before a skill is induced from it, at least 2. Default: 3.</summary>
    public int MinimumSuccesses { get; init; } = 3;
}
