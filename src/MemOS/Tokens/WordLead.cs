namespace MemOS.Tokens;

/// <summary>What stands before a word and is merged with it by byte-pair tokenizers.</summary>
internal enum WordLead
{
    /// <summary>Nothing: the start, a line break, a digit or a run of signs.</summary>
    None,

    /// <summary>A blank.</summary>
    Blank,

    /// <summary>One sign, such as a dot or a bracket.</summary>
    Sign,

    /// <summary>An apostrophe, as in a contraction.</summary>
    Apostrophe,
}
