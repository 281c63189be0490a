namespace MemOS.Scheduling;

/// <summary>What a job does. The values are stored and never change.</summary>
public enum JobKind
{
    /// <summary>Reads evidence with the rules.</summary>
    Read = 1,

    /// <summary>Reads evidence again with a model, refining what the rules found.</summary>
    Refine = 2,
}
