using Microsoft.Extensions.AI;

namespace MemOS.Evolution;

/// <summary>Settings of evolution.</summary>
public sealed record EvolutionOptions
{
    /// <summary>The pause within a session after which a next message opens another task. Default: 2 hours.</summary>
    public TimeSpan IdleGap { get; init; } = TimeSpan.FromHours(2);

    /// <summary>How many successes a pattern needs before a skill is induced from it, at least 2. Default: 3.</summary>
    public int MinimumSuccesses { get; init; } = 3;

    /// <summary>
    /// Whether sessions are segmented and skills are learned in the background, after reading and off the response path. Default:
    /// yes. When off, it happens in <see cref="MemoryOS.EvolveAsync(MemoryScope, IReadOnlyList{ToolDefinition}?, CancellationToken)"/>
    /// and <see cref="MemoryOS.EvolveDueAsync"/> alone.
    /// </summary>
    public bool InBackground { get; init; } = true;

    /// <summary>How long the background waits after something was added, so that it never competes with the turn itself. Default: 2 seconds.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Whether a call to a tool changes nothing in the world, so that it may be left out of a plan when its result is not used.
    /// Default: it says so itself, by <c>[ReadOnly(true)]</c> on the method or a true entry <c>read_only</c> or
    /// <c>readOnlyHint</c> in <see cref="AITool.AdditionalProperties"/>.
    /// </summary>
    public Func<AITool, bool> IsReadOnly { get; init; } = ReadOnlyTools.IsMarked;
}
