namespace MemOS.Evidence;

/// <summary>A piece of evidence on its way into the store.</summary>
public sealed record EvidenceDraft
{
    /// <summary>The caller's id of the message, unique within its session; <see langword="null"/> where the caller has none.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Who spoke.</summary>
    public required EvidenceRole Role { get; init; }

    /// <summary>The speaker's name, where it is known.</summary>
    public string? Author { get; init; }

    /// <summary>What was said. May be empty when the message only carries tool calls or results.</summary>
    public required string Text { get; init; }

    /// <summary>When it was said, in the speaker's own offset. Relative times in the text are resolved against it.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>What it is. Default: a message.</summary>
    public EvidenceKind Kind { get; init; } = EvidenceKind.Message;

    /// <summary>Tool calls that the message holds. Default: none.</summary>
    public IReadOnlyList<ToolCall> ToolCalls { get; init; } = [];

    /// <summary>Tool results that the message holds. Default: none.</summary>
    public IReadOnlyList<ToolResult> ToolResults { get; init; } = [];

    /// <summary>Whether the message is an answer that was cut off before its end.</summary>
    public bool IsPartial { get; init; }

    /// <summary>The document that a chunk belongs to; <see langword="null"/> for messages.</summary>
    public string? Document { get; init; }
}
