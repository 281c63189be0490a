namespace MemOS.Reading.Rules;

/// <summary>When a clause places what it tells, as its verb says.</summary>
internal enum Tense
{
    Present,
    Past,
    Future,
}
