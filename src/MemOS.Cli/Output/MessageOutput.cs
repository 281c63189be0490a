using MemOS.Evidence;

namespace MemOS.Cli.Output;

/// <summary>A message or document chunk.</summary>
internal sealed record MessageOutput
{
    public required string Id { get; init; }

    public required string? MessageId { get; init; }

    public required string Kind { get; init; }

    public required string? Session { get; init; }

    public required string Role { get; init; }

    public required string? Name { get; init; }

    public required string Text { get; init; }

    public required DateTimeOffset Time { get; init; }

    public required string State { get; init; }

    public static MessageOutput Of(EvidenceItem item) => new()
    {
        Id = item.Id.ToString(),
        MessageId = item.Content.ExternalId,
        Kind = CliText.Lower(item.Content.Kind),
        Session = item.Session,
        Role = CliText.Lower(item.Content.Role),
        Name = item.Content.Author,
        Text = item.Content.Text,
        Time = item.Content.Time,
        State = CliText.Lower(item.State),
    };
}
