namespace MemOS.Evolution.Tasks.Language.Reports;

/// <summary>What a word tells about the state of things.</summary>
internal enum ReportSense
{
    /// <summary>Nothing by itself.</summary>
    None,

    /// <summary>Something is as it should not be.</summary>
    Bad,

    /// <summary>Something is as it should be.</summary>
    Good,

    /// <summary>Something has come about, which is good news unless it is denied.</summary>
    Done,
}
