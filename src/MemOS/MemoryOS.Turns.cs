using MemOS.Chat;
using MemOS.Evolution.Skills;
using MemOS.Tokens;

namespace MemOS;

public sealed partial class MemoryOS
{
    private MemoryTurns? turns;
    private TokenLedger? ledger;
    private MemorySkills? skills;

    /// <summary>Takes turns of a conversation through memory; what chat clients, filters and context providers are made of.</summary>
    public MemoryTurns Turns => LazyInitializer.EnsureInitialized(ref turns, () => new(this));

    /// <summary>What turns cost and what they would have cost with the full history.</summary>
    public TokenLedger Ledger => LazyInitializer.EnsureInitialized(ref ledger, () => new(this));

    /// <summary>The skills at work: offers those that fit a request, runs them, and notes their trials.</summary>
    public MemorySkills Skills => LazyInitializer.EnsureInitialized(ref skills, () => new(this));
}
