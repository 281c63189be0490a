namespace MemOS.Recall.Packing;

/// <summary>One line of the context.</summary>
/// <param name="Time">When it was said.</param>
/// <param name="Position">Its place in the session.</param>
/// <param name="Text">The line.</param>
internal readonly record struct PackedLine(DateTimeOffset Time, int Position, string Text);
