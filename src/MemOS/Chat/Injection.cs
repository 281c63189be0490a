namespace MemOS.Chat;

/// <summary>What a prompt gets from memory, and where it stands.</summary>
/// <param name="Target">The index of the last user message; -1 when there is none.</param>
/// <param name="InInstructions">Whether the block stands in the instructions rather than in that message.</param>
/// <param name="Block">The recall block; <see langword="null"/> when there is none, or an outer hook has placed it.</param>
/// <param name="Pins">Standing instructions of the user, which stand in the instructions.</param>
internal sealed record Injection(int Target, bool InInstructions, RecallBlock? Block, RecallBlock? Pins)
{
    /// <summary>What it costs, a separator for each block included.</summary>
    public int Tokens => (Block is null ? 0 : Block.Tokens + 1) + (Pins is null ? 0 : Pins.Tokens + 1);
}
