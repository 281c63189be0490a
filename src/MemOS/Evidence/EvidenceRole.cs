namespace MemOS.Evidence;

/// <summary>Who spoke. The values are stored and never change.</summary>
public enum EvidenceRole
{
    /// <summary>A person.</summary>
    User = 1,

    /// <summary>The model.</summary>
    Assistant = 2,

    /// <summary>The application's instructions.</summary>
    System = 3,

    /// <summary>A tool, with its result.</summary>
    Tool = 4,
}
