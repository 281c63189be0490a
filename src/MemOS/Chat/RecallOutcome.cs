using MemOS.Recall;

namespace MemOS.Chat;

/// <summary>What recall gave a turn.</summary>
/// <param name="Result">The results, empty when nothing is relevant.</param>
/// <param name="Block">The block for a user message.</param>
/// <param name="UserBlock">The block for instructions: what people said, and nothing else.</param>
/// <param name="Pins">Standing instructions of the user.</param>
/// <param name="Failed">Whether recall failed, so that the turn goes on without.</param>
internal sealed record RecallOutcome(RecallResult Result, RecallBlock? Block, RecallBlock? UserBlock, RecallBlock? Pins, bool Failed)
{
    public static RecallOutcome None { get; } = new(RecallResult.Empty, null, null, null, Failed: false);
}
