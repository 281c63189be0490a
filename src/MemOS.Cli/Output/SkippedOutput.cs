using MemOS.Evolution.Tasks;

namespace MemOS.Cli.Output;

/// <summary>Messages that are in no task, why, and when that was found.</summary>
internal sealed record SkippedOutput(string? Session, IReadOnlyList<string> Sources, string Reason, DateTimeOffset Started, DateTimeOffset SkippedAt)
{
    public static SkippedOutput Of(StoredSkippedSpan stored) =>
        new(stored.Session, [.. stored.Span.Evidence.Select(source => source.ToString())], stored.Span.Reason, stored.Started, stored.SkippedAt);
}
