namespace MemOS.Evidence;

/// <summary>A piece of a document that belongs together: a heading, a paragraph, a list, a fenced block of code.</summary>
/// <param name="Text">The text as it stands, without blank lines around it.</param>
/// <param name="Level">The level of a heading, from 1 to 6; 0 for anything else.</param>
/// <param name="Title">The words of a heading; empty for anything else.</param>
internal readonly record struct DocumentBlock(string Text, int Level, string Title);
