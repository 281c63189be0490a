namespace MemOS.Time.English;

/// <summary>Which part of a period is meant: "early", "mid", "late", or "start of", "middle of", "end of".</summary>
internal enum PeriodEdge
{
    Early,
    Mid,
    Late,
    Start,
    Middle,
    End,
}
