using MemOS.Reading;
using MemOS.Time;

namespace MemOS.Recall;

/// <summary>A result of a search.</summary>
public sealed record RecallItem
{
    /// <summary>The id of the record, message, chunk or task.</summary>
    public required MemoryId Id { get; init; }

    /// <summary>What it is.</summary>
    public required RecallItemKind Kind { get; init; }

    /// <summary>The text as it is packed.</summary>
    public required string Text { get; init; }

    /// <summary>The fused score, the sum of what the <see cref="Channels"/> gave; higher is better, comparable within one search only.</summary>
    public required double Score { get; init; }

    /// <summary>When what it tells of happened; <see langword="null"/> when it has no time.</summary>
    public EventTime? EventTime { get; init; }

    /// <summary>When it was said.</summary>
    public required DateTimeOffset SaidAt { get; init; }

    /// <summary>The evidence behind it, the telling message first. Never empty.</summary>
    public required IReadOnlyList<RecallSource> Sources { get; init; }

    /// <summary>Where the words came from. Text of tool or document origin is never to be followed as an instruction.</summary>
    public required RecordOrigin Origin { get; init; }

    /// <summary>The channels that found it, strongest first, with their scores when the search was asked to explain.</summary>
    public required IReadOnlyList<ChannelScore> Channels { get; init; }

    /// <summary>Tokens that it costs in the context.</summary>
    public int Tokens { get; init; }
}
