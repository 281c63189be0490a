namespace MemOS.Evolution.Tasks.Language;

/// <summary>What a user's words say about the work before them.</summary>
internal enum Verdict
{
    None,

    /// <summary>Thanks or praise, without saying that it was tried.</summary>
    Pleased,

    /// <summary>It works, arrived, is right.</summary>
    Worked,

    /// <summary>It does not work, is wrong, or is given up with regret.</summary>
    Negative,

    /// <summary>Dropped in words.</summary>
    Dropped,

    /// <summary>To be looked at later: no judgement yet.</summary>
    Deferred,
}
