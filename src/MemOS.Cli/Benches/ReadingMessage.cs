namespace MemOS.Cli.Benches;

/// <summary>A message of a <see cref="ReadingCase"/>.</summary>
internal sealed record ReadingMessage(string? MessageId, string? SessionId, string Role, string? Name, string Content, DateTimeOffset Timestamp);
