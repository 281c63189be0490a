namespace MemOS.Scheduling;

/// <summary>How much of a model reading may use for one cube in an hour and in a day (UTC). What is not set has no limit.</summary>
/// <remarks>
/// Reaching a ceiling stops reading by the model for that cube until the hour or the day is over. Evidence is recorded and found as before,
/// the rules go on reading, and what waits is read later. What a reading sends is noted before it is made, by an estimate; a call that is under
/// way is finished: tokens and money may exceed their limits by what the answers of the calls under way add. A reading that alone needs more
/// than a whole limit is made when none of it is used, for it would otherwise never be. A ceiling that is lifted or raised lets what it put off
/// go on at the next reading. Limits hold over all processes on one store.
/// </remarks>
public sealed record ReadingCeiling
{
    /// <summary>Calls of the model in an hour. Default: no limit.</summary>
    public int? CallsPerHour { get; init; }

    /// <summary>Calls of the model in a day. Default: no limit.</summary>
    public int? CallsPerDay { get; init; }

    /// <summary>Tokens, sent and received, in an hour. Default: no limit.</summary>
    public long? TokensPerHour { get; init; }

    /// <summary>Tokens, sent and received, in a day. Default: no limit.</summary>
    public long? TokensPerDay { get; init; }

    /// <summary>Money in an hour, in the currency of the prices. Default: no limit.</summary>
    public double? MoneyPerHour { get; init; }

    /// <summary>Money in a day, in the currency of the prices. Default: no limit.</summary>
    public double? MoneyPerDay { get; init; }

    /// <summary>The price of a million tokens that are sent. Default: 0.</summary>
    public double InputPrice { get; init; }

    /// <summary>The price of a million tokens that come back. Default: 0.</summary>
    public double OutputPrice { get; init; }

    /// <summary>What a use costs by the prices.</summary>
    public double PriceOf(Reading.ModelUsage usage) => ((usage.InputTokens * InputPrice) + (usage.OutputTokens * OutputPrice)) / 1_000_000;

    /// <summary>What a reading is to be noted with: no more than each whole limit, so that one that alone needs more is made when the limit is unused.</summary>
    internal Reading.ModelUsage Bounded(Reading.ModelUsage expected)
    {
        var calls = Math.Min(CallsPerHour ?? int.MaxValue, CallsPerDay ?? int.MaxValue);
        var tokens = Math.Min(TokensPerHour ?? long.MaxValue, TokensPerDay ?? long.MaxValue);
        var money = Math.Min(MoneyPerHour ?? double.MaxValue, MoneyPerDay ?? double.MaxValue);

        // One less than the limit in money allows: a product of fractions may be a little more than it.
        var affordable = InputPrice > 0 && money * 1_000_000 / InputPrice is var most and < long.MaxValue ? (long)most - 1 : long.MaxValue;
        return new(
            Math.Clamp(expected.Calls, 1, Math.Max(1, calls)),
            Math.Clamp(expected.InputTokens, 0, Math.Max(1, Math.Min(tokens, affordable))),
            expected.OutputTokens);
    }

    internal void Validate()
    {
        foreach (var limit in new double?[] { CallsPerHour, CallsPerDay, TokensPerHour, TokensPerDay, MoneyPerHour, MoneyPerDay, InputPrice, OutputPrice })
        {
            if (limit is < 0 or double.NaN)
            {
                throw new ArgumentOutOfRangeException(nameof(limit), limit, "Limits and prices of a reading ceiling are 0 or more.");
            }
        }

        if ((MoneyPerHour is not null || MoneyPerDay is not null) && InputPrice == 0 && OutputPrice == 0)
        {
            throw new ArgumentException($"A limit in money needs a price: set {nameof(ReadingCeiling)}.{nameof(InputPrice)} and {nameof(OutputPrice)}.");
        }
    }
}
