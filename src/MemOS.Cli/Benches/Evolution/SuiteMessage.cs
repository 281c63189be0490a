namespace MemOS.Cli.Benches.Evolution;

internal sealed record SuiteMessage
{
    public required string MessageId { get; init; }

    public string? SessionId { get; init; }

    public required string Role { get; init; }

    public string? Content { get; init; }

    public required DateTimeOffset Timestamp { get; init; }

    public IReadOnlyList<SuiteToolCall>? ToolCalls { get; init; }

    public SuiteToolResult? ToolResult { get; init; }
}
