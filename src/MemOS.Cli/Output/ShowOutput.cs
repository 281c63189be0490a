namespace MemOS.Cli.Output;

/// <summary>What <c>memos show --json</c> prints.</summary>
/// <param name="Record">The record, if the id names one.</param>
/// <param name="Message">The message, if the id names one.</param>
/// <param name="Sources">For a record: the messages behind it.</param>
/// <param name="Records">For a message: the records made of it.</param>
internal sealed record ShowOutput(RecordOutput? Record, MessageOutput? Message, IReadOnlyList<MessageOutput> Sources, IReadOnlyList<RecordOutput> Records);
