namespace MemOS.Scheduling;

/// <summary>What a job does. The values are stored and never change.</summary>
public enum JobKind
{
    /// <summary>Reads evidence with the rules.</summary>
    Read = 1,

    /// <summary>Reads evidence again with a model, refining what the rules found.</summary>
    Refine = 2,

    /// <summary>Computes vectors for texts.</summary>
    Embed = 3,

    /// <summary>Segments a session into tasks and learns from them.</summary>
    Evolve = 4,
}
