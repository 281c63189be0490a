namespace MemOS.Governance;

/// <summary>What forgetting or restoring changed.</summary>
/// <param name="Items">The items that left recall or came back: what was named and what went with it, ascending by id.</param>
public sealed record ForgetReceipt(IReadOnlyList<MemoryId> Items);
