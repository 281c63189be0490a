namespace MemOS.Evolution.Tasks;

/// <summary>What the user said in a task.</summary>
/// <param name="Message">The evidence.</param>
/// <param name="Position">The place of the message in its session.</param>
/// <param name="Text">The text.</param>
public sealed record TaskStatement(MemoryId Message, int Position, string Text);
