namespace MemOS.Consolidation;

/// <summary>What a new statement is to one that is held.</summary>
internal enum StatementRelation
{
    /// <summary>They have nothing to do with one another, or stand side by side.</summary>
    None,

    /// <summary>It says the same, or less.</summary>
    Repeats,

    /// <summary>It says the same and more.</summary>
    SaysMore,

    /// <summary>It says that the earlier one is not so any more, or never was.</summary>
    Replaces,
}
