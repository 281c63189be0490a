namespace MemOS.Recall.Packing;

/// <summary>One line of the context.</summary>
/// <param name="Heading">The heading it stands under.</param>
/// <param name="Time">When it was said; the earliest time for what holds at all times.</param>
/// <param name="Position">Its place in the session.</param>
/// <param name="Text">The line.</param>
internal readonly record struct PackedLine(string Heading, DateTimeOffset Time, int Position, string Text);
