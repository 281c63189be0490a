namespace MemOS.Reading.Rules;

/// <summary>What a value is, so that a correction finds the value it corrects.</summary>
internal enum ValueSort
{
    Other,
    Weekday,
    Month,
    Number,
    Ordinal,
    Name,
}
