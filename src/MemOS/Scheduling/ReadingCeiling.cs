namespace MemOS.Scheduling;

/// <summary>How much of a model reading may use for one cube in an hour and in a day (UTC). What is not set has no limit.</summary>
/// <remarks>
/// Reaching a ceiling stops reading by the model for that cube until the hour or the day is over. Evidence is recorded and found as before,
/// the rules go on reading, and what waits is read later. A call that is under way is finished: tokens and money may exceed their
/// limits by what the answers of the calls under way add; the number of calls does only where
/// one reading of long messages alone needs more calls than the whole limit, which is then made when none of it is used. Limits hold over all processes on one store.
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
