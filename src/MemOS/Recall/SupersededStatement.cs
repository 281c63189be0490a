namespace MemOS.Recall;

/// <summary>A statement of a message that a later one has replaced.</summary>
/// <param name="Evidence">The message that told it.</param>
/// <param name="Successor">The telling message of the record that replaced it; <see langword="null"/> when nothing took its place.</param>
/// <param name="Text">The statement.</param>
/// <param name="IsAll">Whether nothing else that the message told is still true.</param>
/// <param name="Until">Until when it was true.</param>
/// <param name="Record">The id of the record that holds the statement.</param>
/// <param name="SuccessorRecord">The id of the record that replaced it; <see langword="null"/> when nothing took its place.</param>
public sealed record SupersededStatement(long Evidence, long? Successor, string Text, bool IsAll, DateTimeOffset Until, long Record, long? SuccessorRecord = null);
