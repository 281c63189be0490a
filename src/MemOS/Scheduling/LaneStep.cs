namespace MemOS.Scheduling;

/// <summary>What came of taking the next jobs of a lane.</summary>
internal enum LaneStep
{
    /// <summary>Nothing was due.</summary>
    Idle,

    /// <summary>Jobs were done, put off, or failed by what is in them.</summary>
    Done,

    /// <summary>The model could not be asked: the next job may well meet the same.</summary>
    Unanswered,
}
