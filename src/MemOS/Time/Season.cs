namespace MemOS.Time;

/// <summary>A season of the northern year, by whole months: spring is March to May.</summary>
internal enum Season
{
    Spring,
    Summer,
    Autumn,
    Winter,
}
