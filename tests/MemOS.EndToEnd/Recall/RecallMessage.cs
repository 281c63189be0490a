namespace MemOS.EndToEnd.Recall;

/// <summary>A message of a conversation.</summary>
internal sealed record RecallMessage(string MessageId, string SessionId, string Role, string? Name, string Content, DateTimeOffset Timestamp);
