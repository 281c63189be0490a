using MemOS.Storage;

namespace MemOS.Cli.Output;

/// <summary>Counts of a memory file.</summary>
internal sealed record StatsOutput(long Messages, long Records, long Tasks, long Skills, long Cubes, long Users, long Jobs, long Bytes)
{
    public static StatsOutput Of(StoreStatistics counts) =>
        new(counts.Messages, counts.Records, counts.Tasks, counts.Skills, counts.Cubes, counts.Users, counts.Jobs, counts.Bytes);
}
