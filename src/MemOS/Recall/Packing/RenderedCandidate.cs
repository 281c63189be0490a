using MemOS.Time;

namespace MemOS.Recall.Packing;

/// <summary>A candidate as it is printed.</summary>
/// <param name="Text">The text without its speaker.</param>
/// <param name="Line">The line of the context.</param>
/// <param name="EventTime">When what it tells of happened.</param>
internal readonly record struct RenderedCandidate(string Text, string Line, EventTime? EventTime);
