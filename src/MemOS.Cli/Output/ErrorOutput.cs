namespace MemOS.Cli.Output;

/// <summary>What <c>--json</c> prints when a command fails.</summary>
/// <param name="Error">What happened and what to do.</param>
internal sealed record ErrorOutput(string Error);
