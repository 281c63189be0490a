namespace MemOS.Reading;

/// <summary>Whether a record is held to be true now. The values are stored and never change.</summary>
public enum RecordState
{
    /// <summary>True now, as far as is known.</summary>
    Current = 1,

    /// <summary>Replaced by a later statement; kept with the time until which it held.</summary>
    Superseded = 2,

    /// <summary>Forgotten: kept, not recalled, can be restored.</summary>
    Forgotten = 3,
}
