namespace MemOS.Reading.Rules;

/// <summary>A change of something that a clause names as its object.</summary>
/// <param name="Start">First word of the thing, its determiner.</param>
/// <param name="End">The place after the thing's last word.</param>
/// <param name="Value">First word of the new time or size.</param>
/// <param name="IsTime">Whether it is a time; otherwise a number.</param>
internal sealed record ThingChange(int Start, int End, int Value, bool IsTime)
{
    /// <summary>Whether it is another thing of the kind: "switched my provider to Telekom".</summary>
    public bool IsNamed { get; init; }
}
