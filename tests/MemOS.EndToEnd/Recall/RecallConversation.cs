namespace MemOS.EndToEnd.Recall;

/// <summary>A conversation of the suite with its questions.</summary>
internal sealed record RecallConversation(string Id, string Language, DateTimeOffset AskedAt, IReadOnlyList<RecallMessage> Messages, IReadOnlyList<RecallQuestion> Questions);
