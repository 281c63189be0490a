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
    /// Whether a model judges where tasks begin and how they ended, when one is configured. Default: yes. It is asked in the background
    /// about finished tasks, mostly one call a task, within <see cref="MemoryOSOptions.ReadingCeiling"/>; the rules stand where it
    /// cannot be asked.
    /// </summary>
    public bool IsJudgedByModel { get; init; } = true;

    /// <summary>
    /// The model that judges: a client without memory, function invocation or cache of its own; what users say, tool calls with secrets
    /// masked and answers are sent to it. Default: the one that <see cref="Reading.ChatClientMemReader"/> reads by, unless
    /// <see cref="MemoryOSOptions.ReadingMode"/> says that no model reads.
    /// </summary>
    public IChatClient? Judge { get; init; }

    /// <summary>How long the model has for an answer; then the rules judge. Default: 2 minutes.</summary>
    public TimeSpan JudgeTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Whether a call to a tool changes nothing in the world, so that it may be left out of a plan when its result is not used.
    /// Default: it says so itself, by <c>[ReadOnly(true)]</c> on the method or a true entry <c>read_only</c> or
    /// <c>readOnlyHint</c> in <see cref="AITool.AdditionalProperties"/>.
    /// </summary>
    public Func<AITool, bool> IsReadOnly { get; init; } = ReadOnlyTools.IsMarked;
}
