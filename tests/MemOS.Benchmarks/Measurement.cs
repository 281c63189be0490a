namespace MemOS.Benchmarks;

/// <summary>One line of the table.</summary>
/// <param name="What">What was measured, with its size.</param>
/// <param name="Value">The figure.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Target">What it must reach, as text.</param>
/// <param name="BaselineName">What it is held against in the same run; <see langword="null"/> when nothing is.</param>
/// <param name="Baseline">The figure of that, in the same unit.</param>
internal sealed record Measurement(string What, double Value, string Unit, string Target, string? BaselineName = null, double? Baseline = null)
{
    public double? Ratio => Baseline is > 0 and var baseline ? Value / baseline : null;
}
