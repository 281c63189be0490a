namespace MemOS.Evolution.Replay;

/// <summary>Whether a pattern's plan did again what was done, each instance left out in turn.</summary>
/// <param name="Instances">How many instances were left out, one after the other.</param>
/// <param name="Exact">How many of them were issued exactly.</param>
/// <param name="Reason">Why the first of the others was not; <see langword="null"/> when all were.</param>
public sealed record ReplayReport(int Instances, int Exact, string? Reason)
{
    /// <summary>Whether every instance was issued exactly.</summary>
    public bool IsExact => Instances > 0 && Exact == Instances;
}
