using System.Globalization;
using MemOS.Scheduling;

namespace MemOS.Cli;

/// <summary>The ceiling of reading by a model, as the environment sets it.</summary>
internal static class CliCeiling
{
    private const string InputPrice = "MEMOS_INPUT_PRICE";
    private const string OutputPrice = "MEMOS_OUTPUT_PRICE";
    private const string MoneyPerHour = "MEMOS_MONEY_PER_HOUR";
    private const string MoneyPerDay = "MEMOS_MONEY_PER_DAY";

    /// <summary>The ceiling; what is unset has no limit.</summary>
    /// <exception cref="CliException">A limit or a price is no number, or a limit in money has no price.</exception>
    public static ReadingCeiling Of(CliHost host)
    {
        var ceiling = new ReadingCeiling
        {
            CallsPerHour = Calls(host, "MEMOS_CALLS_PER_HOUR"), CallsPerDay = Calls(host, "MEMOS_CALLS_PER_DAY"),
            TokensPerHour = Count(host, "MEMOS_TOKENS_PER_HOUR"), TokensPerDay = Count(host, "MEMOS_TOKENS_PER_DAY"),
            MoneyPerHour = Amount(host, MoneyPerHour), MoneyPerDay = Amount(host, MoneyPerDay),
            InputPrice = Amount(host, InputPrice) ?? 0, OutputPrice = Amount(host, OutputPrice) ?? 0,
        };
        CheckPrices(host, ceiling);
        return ceiling;
    }

    // A price that is left out counts nothing: what the model was paid would go past the limit unseen.
    private static void CheckPrices(CliHost host, ReadingCeiling ceiling)
    {
        var limit = ceiling.MoneyPerHour is not null ? MoneyPerHour : ceiling.MoneyPerDay is not null ? MoneyPerDay : null;
        var isPriced = host.Variable(InputPrice) is not null && host.Variable(OutputPrice) is not null && ceiling.InputPrice + ceiling.OutputPrice > 0;
        if (limit is not null && !isPriced)
        {
            throw new CliException($"{limit}={host.Variable(limit)} needs prices: set {InputPrice} and {OutputPrice} to what a million tokens cost that are sent and that come back, in the same currency. For a model that costs nothing, unset {limit}.", ExitCode.Usage);
        }
    }

    // More calls than the number holds are never made.
    private static int? Calls(CliHost host, string name) => Count(host, name) is { } limit ? (int)Math.Min(limit, int.MaxValue) : null;

    private static long? Count(CliHost host, string name) => host.Variable(name) switch
    {
        null => null,
        var text when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) => limit,
        var text => throw new CliException($"{name}={text}: a whole number is needed.", ExitCode.Usage),
    };

    private static double? Amount(CliHost host, string name) => host.Variable(name) switch
    {
        null => null,
        var text when double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && double.IsFinite(amount) => amount,
        var text => throw new CliException($"{name}={text}: an amount is needed, 0 or more, with a point and without a currency, such as 1.50.", ExitCode.Usage),
    };
}
