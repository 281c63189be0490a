using MemOS.Storage;

namespace MemOS.Cli.Output;

/// <summary>Counts of a memory file.</summary>
internal sealed record StatsOutput(long Messages, long Records, long Tasks, long Skills, long Cubes, long Users, long Jobs, long Bytes)
{
    /// <summary>Jobs that wait for a cost ceiling to lift.</summary>
    public int JobsPaused { get; init; }

    /// <summary>Which ceiling, and until when; left out when none holds anything up.</summary>
    public string? PausedReason { get; init; }

    /// <summary>Readings that failed for good.</summary>
    public int JobsDead { get; init; }

    /// <summary>Calls of models that read, in the last 24 hours.</summary>
    public int ModelCalls { get; init; }

    /// <summary>Tokens that they took.</summary>
    public long ModelTokens { get; init; }

    /// <summary>Money that they cost, by the prices that were configured.</summary>
    public double ModelCost { get; init; }

    public static StatsOutput Of(StoreStatistics counts) =>
        new(counts.Messages, counts.Records, counts.Tasks, counts.Skills, counts.Cubes, counts.Users, counts.Jobs, counts.Bytes);

    /// <summary>The counts of a memory file, with what its models did.</summary>
    public static async Task<StatsOutput> LoadAsync(MemoryOS memory, CancellationToken cancellationToken)
    {
        var counts = await memory.Store.Maintenance.GetStatisticsAsync(cancellationToken);
        var jobs = await memory.Store.Jobs.CountAsync(null, cancellationToken);
        var spent = await memory.Store.Usage.SumAsync(null, memory.Options.TimeProvider.GetUtcNow().AddDays(-1), cancellationToken);
        return Of(counts) with
        {
            JobsPaused = jobs.Paused, PausedReason = jobs.PausedReason, JobsDead = jobs.Dead,
            ModelCalls = spent.Usage.Calls, ModelTokens = spent.Usage.Tokens, ModelCost = Math.Round(spent.Cost, 6),
        };
    }
}
