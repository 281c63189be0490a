using MemOS.Tokens;

namespace MemOS.Evidence;

/// <summary>What one call records: new evidence of one session, the branch that it leaves and what the turn cost, in one transaction.</summary>
public sealed record EvidenceBatch
{
    /// <summary>The session; <see langword="null"/> for the unnamed one.</summary>
    public string? Session { get; init; }

    /// <summary>The new evidence in order.</summary>
    public required IReadOnlyList<EvidenceDraft> Items { get; init; }

    /// <summary>Evidence that becomes <see cref="EvidenceState.Abandoned"/>. Default: none.</summary>
    public IReadOnlyList<MemoryId> Abandon { get; init; } = [];

    /// <summary>Whether a reading job is queued for the new evidence. Default: <see langword="true"/>.</summary>
    public bool Read { get; init; } = true;

    /// <summary>What the turn that the evidence ends cost, for the ledger: noted with the evidence, so that a turn waits for the disk once. Default: nothing.</summary>
    public LedgerEntry? Cost { get; init; }

    /// <summary>How soon the job is done: higher goes first. Default: 0; a turn that somebody is in has 1.</summary>
    public int Priority { get; init; }
}
