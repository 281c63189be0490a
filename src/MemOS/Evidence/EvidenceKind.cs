namespace MemOS.Evidence;

/// <summary>What a piece of evidence is. The values are stored and never change.</summary>
public enum EvidenceKind
{
    /// <summary>A message of a conversation.</summary>
    Message = 1,

    /// <summary>A chunk of a document.</summary>
    Document = 2,

    /// <summary>A memory added or corrected by hand.</summary>
    Manual = 3,
}
