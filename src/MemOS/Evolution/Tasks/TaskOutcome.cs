namespace MemOS.Evolution.Tasks;

/// <summary>How a task ended. The values are stored and never change.</summary>
public enum TaskOutcome
{
    /// <summary>Nothing says how it ended; success is never assumed.</summary>
    Unknown = 0,

    /// <summary>The user said that it worked, or thanked for it.</summary>
    Success = 1,

    /// <summary>The user said that it did not work or dropped it, or its last call failed.</summary>
    Failure = 2,
}
