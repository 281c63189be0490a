using MemOS.Reading;

namespace MemOS.Cli.Output;

/// <summary>A memory record.</summary>
internal sealed record RecordOutput
{
    public required string Id { get; init; }

    public required string Kind { get; init; }

    public required string Text { get; init; }

    public required string Subject { get; init; }

    public required IReadOnlyList<string> Entities { get; init; }

    /// <summary>When what it tells of happened, as ISO 8601; <see langword="null"/> when it has no time.</summary>
    public required string? EventTime { get; init; }

    public required string State { get; init; }

    public required int Version { get; init; }

    public required double Confidence { get; init; }

    public required string Origin { get; init; }

    /// <summary>Message ids, the telling one first.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required DateTimeOffset ValidFrom { get; init; }

    public required DateTimeOffset? ValidTo { get; init; }

    public required string? SupersededBy { get; init; }

    /// <summary>Why this version was written.</summary>
    public required string? Reason { get; init; }

    public static RecordOutput Of(MemoryRecord record, SourceLabels labels) => new()
    {
        Id = record.Id.ToString(),
        Kind = CliText.Lower(record.Kind),
        Text = record.Text,
        Subject = record.Subject,
        Entities = record.Entities,
        EventTime = record.EventTime?.ToString(),
        State = CliText.Lower(record.State),
        Version = record.Version,
        Confidence = Math.Round(record.Confidence, 3),
        Origin = CliText.Lower(record.Origin),
        Sources = [.. record.Sources.Select(labels.Of)],
        RecordedAt = record.RecordedAt,
        ValidFrom = record.ValidFrom,
        ValidTo = record.ValidTo,
        SupersededBy = record.SupersededBy?.ToString(),
        Reason = record.Reason,
    };
}
