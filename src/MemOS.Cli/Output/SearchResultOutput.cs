using System.Text.Json.Serialization;
using MemOS.Recall;

namespace MemOS.Cli.Output;

/// <summary>A result of a search.</summary>
internal sealed record SearchResultOutput
{
    public required string Id { get; init; }

    public required string Kind { get; init; }

    public required string Text { get; init; }

    public required double Score { get; init; }

    /// <summary>When what it tells of happened, as ISO 8601; <see langword="null"/> when it has no time.</summary>
    public required string? EventTime { get; init; }

    /// <summary>When it was said.</summary>
    public required DateTimeOffset SaidAt { get; init; }

    public required string? Session { get; init; }

    /// <summary>Message ids, the telling one first.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>The channels that found it, strongest first.</summary>
    public required IReadOnlyList<string> Channels { get; init; }

    /// <summary>What each channel added and why; only with <c>--explain</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ChannelScore>? Scores { get; init; }

    public static SearchResultOutput Of(RecallItem item, bool explain) => new()
    {
        Id = item.Id.ToString(),
        Kind = CliText.Lower(item.Kind),
        Text = item.Text,
        Score = Math.Round(item.Score, 4),
        EventTime = item.EventTime?.ToString(),
        SaidAt = item.SaidAt,
        Session = item.Sources.Count > 0 ? item.Sources[0].Session : null,
        Sources = [.. item.Sources.Select(source => SourceLabels.Of(source.Id, source.ExternalId))],
        Channels = [.. item.Channels.Select(channel => channel.Channel)],
        Scores = explain ? item.Channels : null,
    };
}
