using MemOS.Evolution;
using MemOS.Evolution.Tasks;

namespace MemOS.Cli.Benches.Evolution;

/// <summary>A stream with what was found in it, matched with what should be.</summary>
internal sealed class FoundStream
{
    public FoundStream(SuiteStream gold, StreamEvidence evidence, EvolutionResult found)
    {
        Gold = gold;
        Evidence = evidence;
        Found = found;
        Spans = [.. gold.Tasks.Select(evidence.Span)];
        Matches = [.. Spans.Select(span => Match(span.Select(item => item.Id).ToHashSet()))];
    }

    public SuiteStream Gold { get; }

    public StreamEvidence Evidence { get; }

    public EvolutionResult Found { get; }

    /// <summary>The messages of each gold task.</summary>
    public IReadOnlyList<IReadOnlyList<MemOS.Evidence.EvidenceItem>> Spans { get; }

    /// <summary>For each gold task the found task with the largest overlap of messages, ties to the earlier; null when none overlaps.</summary>
    public IReadOnlyList<MemoryTask?> Matches { get; }

    private MemoryTask? Match(HashSet<MemoryId> span) => Found.Tasks
        .Select(task => (Task: task, Overlap: task.Evidence.Count(span.Contains)))
        .Where(pair => pair.Overlap > 0)
        .OrderByDescending(pair => pair.Overlap)
        .ThenBy(pair => pair.Task.Evidence[0])
        .Select(pair => pair.Task)
        .FirstOrDefault();
}
