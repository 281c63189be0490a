namespace MemOS.Evolution.Tasks.Language.Reports;

/// <summary>What a clause reports of the work before it.</summary>
internal enum Report
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Things are as they should be.</summary>
    Good,

    /// <summary>Something came about; whether that is good news, the words do not say.</summary>
    Done,

    /// <summary>Things are as they should not be.</summary>
    Bad,

    /// <summary>It will be seen later.</summary>
    Postponed,

    /// <summary>A statement of fact without a word of judgement.</summary>
    Plain,
}
