using MemOS.Evolution.Skills;

namespace MemOS.Chat;

/// <summary>Settings of a turn with memory, the same for every host.</summary>
public class MemoryTurnOptions
{
    /// <summary>The most tokens that the recall block may cost, its fence included; 0 switches recall off. Default: 500.</summary>
    public int BudgetTokens { get; set; } = 500;

    /// <summary>
    /// The window of recent messages that stays in the prompt: it grows to twice this many tokens and is then cut back to it.
    /// Once it has been cut, what recall adds takes the place of its oldest messages for that turn, so that recall makes a long
    /// conversation cost no more. 0 never cuts. Default: 500, some fifteen chat messages growing to thirty.
    /// </summary>
    public int WindowTokens { get; set; } = 500;

    /// <summary>The messages that a cut keeps however long they are; none happens below twice as many. Default: 6, three exchanges.</summary>
    public int WindowMessages { get; set; } = 6;

    /// <summary>Where the recall block stands. Default: <see cref="MemoryPlacement.Auto"/>.</summary>
    public MemoryPlacement Placement { get; set; }

    /// <summary>What happens when the turn cannot be recorded. Default: <see cref="FailureMode.Closed"/>.</summary>
    public FailureMode FailureMode { get; set; }

    /// <summary>
    /// The most tokens for pinned instructions of the user ("always answer in Welsh"), which stand in every prompt; 0 switches
    /// pins off. Default: 120.
    /// </summary>
    public int PinTokens { get; set; } = 120;

    /// <summary>
    /// Which learned skills are added to the tools of a request they fit, and how they run; <see langword="null"/> offers none.
    /// Default: approved skills, at most three in 600 tokens. Only skills whose functions the request itself offers are added.
    /// </summary>
    public SkillOfferOptions? Skills { get; set; } = new();

    /// <summary>How long recall may take before the turn goes on without it. Default: 5 seconds.</summary>
    public TimeSpan RecallTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The same settings with another placement, for hosts that know better where recalled memory belongs.</summary>
    public MemoryTurnOptions WithPlacement(MemoryPlacement placement)
    {
        var copy = (MemoryTurnOptions)MemberwiseClone();
        copy.Placement = placement;
        return copy;
    }

    /// <summary>Gives these settings to those of another hook of the same host.</summary>
    public void CopyTo(MemoryTurnOptions other)
    {
        ArgumentNullException.ThrowIfNull(other);
        other.BudgetTokens = BudgetTokens;
        other.WindowTokens = WindowTokens;
        other.WindowMessages = WindowMessages;
        other.Placement = Placement;
        other.FailureMode = FailureMode;
        other.PinTokens = PinTokens;
        other.RecallTimeout = RecallTimeout;
        other.Skills = Skills;
    }

    /// <summary>Throws when a setting makes no sense, with what to write instead.</summary>
    /// <exception cref="ArgumentException">A number is negative, or a value is not of its enumeration.</exception>
    public void Validate()
    {
        ThrowIfNegative(BudgetTokens, nameof(BudgetTokens));
        ThrowIfNegative(WindowTokens, nameof(WindowTokens));
        ThrowIfNegative(WindowMessages, nameof(WindowMessages));
        ThrowIfNegative(PinTokens, nameof(PinTokens));
        if (RecallTimeout <= TimeSpan.Zero)
        {
            throw new ArgumentException($"{nameof(RecallTimeout)} is {RecallTimeout}; give a time above zero, or set {nameof(BudgetTokens)} to 0 to switch recall off.");
        }

        if (!Enum.IsDefined(Placement) || !Enum.IsDefined(FailureMode))
        {
            throw new ArgumentException($"{nameof(Placement)} or {nameof(FailureMode)} is no value of its enumeration.");
        }
    }

    private static void ThrowIfNegative(int value, string name)
    {
        if (value < 0)
        {
            throw new ArgumentException($"{name} is {value}; give 0 or more.");
        }
    }
}
