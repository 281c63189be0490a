namespace MemOS;

/// <summary>What a turn does when it cannot be recorded.</summary>
public enum FailureMode
{
    /// <summary>The turn fails with a <see cref="MemoryStoreException"/>: nothing is said that would be forgotten (the default).</summary>
    Closed,

    /// <summary>The turn goes on without memory; the failure is logged, counted and flagged on the response.</summary>
    Open,
}
