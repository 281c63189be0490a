using MemOS.Evidence;

namespace MemOS.Cli.Benches.PrefEval;

/// <summary>A line of a conversation.</summary>
/// <param name="Role">Who says it.</param>
/// <param name="Text">What is said.</param>
/// <param name="IsPreference">Whether the preference shows in it.</param>
internal sealed record SaidLine(EvidenceRole Role, string Text, bool IsPreference = false);
