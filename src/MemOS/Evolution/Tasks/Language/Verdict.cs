namespace MemOS.Evolution.Tasks.Language;

/// <summary>What a user's words say about the work before them.</summary>
internal enum Verdict
{
    None,

    /// <summary>Thanks or praise, without saying that it was tried.</summary>
    Pleased,

    /// <summary>It works, arrived, is right.</summary>
    Worked,

    /// <summary>It does not work, or is wrong.</summary>
    Negative,

    /// <summary>It did not work out, and the user leaves it at that.</summary>
    Resigned,

    /// <summary>Dropped in words.</summary>
    Dropped,

    /// <summary>To be looked at later: no judgement yet.</summary>
    Deferred,
}
