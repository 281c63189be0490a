using MemOS.Recall;
using MemOS.Tokens;

namespace MemOS.Chat;

/// <summary>What a turn did with memory.</summary>
/// <param name="Scope">Whose turn it was.</param>
/// <param name="Ledger">What it cost, and what it would have cost with the full history.</param>
public sealed record MemoryTurnReport(MemoryScope Scope, LedgerEntry Ledger)
{
    /// <summary>The evidence that the turn recorded, the user's side first.</summary>
    public IReadOnlyList<MemoryId> Recorded { get; init; } = [];

    /// <summary>What was recalled for it; empty when nothing was relevant.</summary>
    public IReadOnlyList<RecallItem> Recalled { get; init; } = [];

    /// <summary>The block as it was injected; <see langword="null"/> when there was none.</summary>
    public string? Block { get; init; }

    /// <summary>Whether recall failed and the turn went on without it.</summary>
    public bool RecallFailed { get; init; }

    /// <summary>Whether recording failed and the turn went on, by <see cref="FailureMode.Open"/>.</summary>
    public bool RecordingFailed { get; init; }
}
