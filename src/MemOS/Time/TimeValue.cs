namespace MemOS.Time;

/// <summary>One reading of a time expression, printed as Microsoft.Recognizers.Text prints it.</summary>
/// <remarks>
/// Dates are <c>2023-05-07</c>, moments <c>2023-05-07 18:30:00</c>, times of day <c>18:30:00</c>, durations whole seconds. A
/// point has <see cref="Value"/>; a range has <see cref="Start"/> and <see cref="End"/> (excluded), one of them missing when it is open.
/// Immutable; safe for concurrent use.
/// </remarks>
/// <param name="Value">The point, or <see langword="null"/> for a range.</param>
/// <param name="Start">The start of the range, or <see langword="null"/>.</param>
/// <param name="End">The end of the range, or <see langword="null"/>.</param>
public sealed record TimeValue(string? Value, string? Start, string? End);
