using System.Globalization;
using MemOS.Cubes;
using MemOS.Reading;
using MemOS.Scheduling;
using MemOS.Sqlite.Storage;

namespace MemOS.Sqlite.Scheduling;

/// <inheritdoc cref="IModelUsageStore"/>
internal sealed class SqliteModelUsageStore(Database database) : IModelUsageStore
{
    private const int HoursPerDay = 24;
    private const int KeptDays = 400;

    private const string Sum = """
        SELECT coalesce(sum(calls), 0), coalesce(sum(input_tokens), 0), coalesce(sum(output_tokens), 0), coalesce(sum(cost), 0)
        FROM model_usage WHERE hour >= ?1 AND (?2 IS NULL OR cube IN (SELECT value FROM json_each(?2)))
        """;

    private const string Note = """
        INSERT INTO model_usage (cube, hour, calls, input_tokens, output_tokens, cost) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT (cube, hour) DO UPDATE SET calls = calls + ?3, input_tokens = input_tokens + ?4, output_tokens = output_tokens + ?5, cost = cost + ?6
        """;

    private const string DropOld = "DELETE FROM model_usage WHERE cube = ?1 AND hour < ?2";

    /// <inheritdoc/>
    public Task<ReadingAllowance> ReserveAsync(CubeAccess access, ReadingCeiling ceiling, ModelUsage expected, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentNullException.ThrowIfNull(ceiling);
        return database.WriteAsync(
            connection =>
            {
                var hour = HourOf(Times.FromUtc(database.Now));
                var today = hour - (hour % HoursPerDay);
                if (Exceeds(Read(connection, JsonList.Of([access.Home]), today), expected, ceiling, ceiling.CallsPerDay, ceiling.TokensPerDay, ceiling.MoneyPerDay, "day") is { } ofDay)
                {
                    return new ReadingAllowance(default, hour, Start(today + HoursPerDay), ofDay);
                }

                if (Exceeds(Read(connection, JsonList.Of([access.Home]), hour), expected, ceiling, ceiling.CallsPerHour, ceiling.TokensPerHour, ceiling.MoneyPerHour, "hour") is { } ofHour)
                {
                    return new ReadingAllowance(default, hour, Start(hour + 1), ofHour);
                }

                Add(connection, access.Home, hour, expected, ceiling.PriceOf(expected));
                connection.Prepare(DropOld).Bind(access.Home).Bind(today - (KeptDays * HoursPerDay)).Run();
                return new ReadingAllowance(expected, hour);
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task SettleAsync(CubeAccess access, ReadingCeiling ceiling, ReadingAllowance allowance, ModelUsage taken, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentNullException.ThrowIfNull(ceiling);
        ArgumentNullException.ThrowIfNull(allowance);
        var noted = allowance.Usage;
        var difference = new ModelUsage(taken.Calls - noted.Calls, taken.InputTokens - noted.InputTokens, taken.OutputTokens - noted.OutputTokens);
        return database.WriteAsync(
            connection =>
            {
                Add(connection, access.Home, allowance.Hour, difference, ceiling.PriceOf(taken) - ceiling.PriceOf(noted));
                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<UsageSummary> SumAsync(CubeAccess? access, DateTimeOffset since, CancellationToken cancellationToken = default) =>
        database.ReadAsync(connection => Read(connection, access is null ? null : JsonList.Of(access.Readable), HourOf(since)), cancellationToken);

    private static long HourOf(DateTimeOffset time) => time.UtcTicks / TimeSpan.TicksPerHour;

    private static DateTimeOffset Start(long hour) => new(hour * TimeSpan.TicksPerHour, TimeSpan.Zero);

    private static UsageSummary Read(Connection connection, string? cubes, long sinceHour)
    {
        using var row = connection.Prepare(Sum).Bind(sinceHour).Bind(cubes);
        row.Step();
        return new(new(row.Int32(0), row.Int64(1), row.Int64(2)), row.Real(3));
    }

    private static void Add(Connection connection, int cube, long hour, ModelUsage usage, double cost) =>
        connection.Prepare(Note).Bind(cube).Bind(hour).Bind(usage.Calls).Bind(usage.InputTokens).Bind(usage.OutputTokens).Bind(cost).Run();

    private static string? Exceeds(UsageSummary used, ModelUsage expected, ReadingCeiling ceiling, int? calls, long? tokens, double? money, string span)
    {
        var culture = CultureInfo.InvariantCulture;
        return used.Usage.Calls + expected.Calls > calls ? string.Create(culture, $"{used.Usage.Calls:N0} of {calls:N0} calls of the {span} are used{(used.Usage.Calls < calls ? $", and {expected.Calls:N0} are needed" : "")}")
            : used.Usage.Tokens + expected.Tokens > tokens ? string.Create(culture, $"{used.Usage.Tokens:N0} of {tokens:N0} tokens of the {span} are used{(used.Usage.Tokens < tokens ? $", and about {expected.Tokens:N0} are needed" : "")}")
            : used.Cost + ceiling.PriceOf(expected) > money ? string.Create(culture, $"{used.Cost:0.########} of {money:0.########} in money of the {span} are used{(used.Cost < money ? $", and about {ceiling.PriceOf(expected):0.########} are needed" : "")}")
            : null;
    }
}
