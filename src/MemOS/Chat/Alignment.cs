namespace MemOS.Chat;

/// <summary>How incoming messages lie on a session's log.</summary>
/// <param name="Matched">For each incoming message the evidence that it is; <see langword="null"/> when it is not in the log.</param>
/// <param name="New">Indexes of the incoming messages that are to be recorded, ascending.</param>
/// <param name="Abandoned">Evidence of the branch that the caller left.</param>
internal sealed record Alignment(IReadOnlyList<MemoryId?> Matched, IReadOnlyList<int> New, IReadOnlyList<MemoryId> Abandoned);
