namespace MemOS.Architecture.Tests;

/// <summary>A place that breaks a rule.</summary>
internal sealed record Violation(string Path, int Line, string Message)
{
    public override string ToString() => $"{Path}({Line}): {Message}";
}
