namespace MemOS.Cli.Benches;

/// <summary>A message that a record names as its source.</summary>
/// <param name="Speaker">The speaker's name, if there is one.</param>
/// <param name="Text">What was said.</param>
internal sealed record ReadingSource(string? Speaker, string Text);
