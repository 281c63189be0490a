namespace MemOS.Reading;

/// <summary>Where the words behind a record came from; text of tool or web origin never becomes an instruction. Stored values.</summary>
public enum RecordOrigin
{
    /// <summary>A person said it.</summary>
    User = 1,

    /// <summary>The assistant said it.</summary>
    Assistant = 2,

    /// <summary>A tool returned it.</summary>
    Tool = 3,

    /// <summary>A document holds it.</summary>
    Document = 4,

    /// <summary>Somebody added or corrected it by hand.</summary>
    Manual = 5,
}
