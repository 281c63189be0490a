using MemOS.Reading;
using MemOS.Scheduling;

namespace MemOS.Sqlite.Tests.Conformance;

/// <summary>What every store owes of <see cref="IModelUsageStore"/>.</summary>
public abstract class ModelUsageStoreConformance : StoreConformance
{
    private static readonly ModelUsage OneCall = new(1, 100, 0);

    [Fact]
    public async Task ReserveAsync_CallsOfTheHour_AreGrantedUpToTheLimitAndAgainInTheNextHour()
    {
        var access = await AccessAsync();
        var ceiling = new ReadingCeiling { CallsPerHour = 2 };

        Assert.Null((await Store.Usage.ReserveAsync(access, ceiling, OneCall)).Until);
        Assert.Null((await Store.Usage.ReserveAsync(access, ceiling, OneCall)).Until);
        var refused = await Store.Usage.ReserveAsync(access, ceiling, OneCall);

        Assert.Equal(new DateTimeOffset(2024, 5, 1, 13, 0, 0, TimeSpan.Zero), refused.Until);
        Assert.Equal("2 of 2 calls of the hour are used", refused.Reason);
        Time.Advance(TimeSpan.FromHours(1));
        Assert.Null((await Store.Usage.ReserveAsync(access, ceiling, OneCall)).Until);
    }

    [Fact]
    public async Task ReserveAsync_TokensOfTheDay_CountWhatCallsTook()
    {
        var access = await AccessAsync();
        var ceiling = new ReadingCeiling { TokensPerDay = 1000 };
        var allowance = await Store.Usage.ReserveAsync(access, ceiling, OneCall);
        await Store.Usage.SettleAsync(access, ceiling, allowance, new(1, 300, 650));

        var refused = await Store.Usage.ReserveAsync(access, ceiling, OneCall);

        Assert.Equal(new DateTimeOffset(2024, 5, 2, 0, 0, 0, TimeSpan.Zero), refused.Until);
        Assert.Equal(new UsageSummary(new(1, 300, 650), 0), await Store.Usage.SumAsync(access, Time.Now));
        Time.Advance(TimeSpan.FromHours(5));
        Assert.NotNull((await Store.Usage.ReserveAsync(access, ceiling, OneCall)).Until);
        Time.Advance(TimeSpan.FromHours(7));
        Assert.Null((await Store.Usage.ReserveAsync(access, ceiling, OneCall)).Until);
    }

    [Fact]
    public async Task ReserveAsync_Money_IsCountedByThePricesOfItsTime()
    {
        var access = await AccessAsync();
        var ceiling = new ReadingCeiling { MoneyPerDay = 0.5, InputPrice = 1000, OutputPrice = 2000 };
        var allowance = await Store.Usage.ReserveAsync(access, ceiling, OneCall);
        await Store.Usage.SettleAsync(access, ceiling, allowance, new(1, 100, 200));

        Assert.Equal(0.5, (await Store.Usage.SumAsync(access, Time.Now)).Cost, 9);
        Assert.Equal("0.5 of 0.5 in money of the day are used", (await Store.Usage.ReserveAsync(access, ceiling, OneCall)).Reason);
        Assert.Null((await Store.Usage.ReserveAsync(access, ceiling with { MoneyPerDay = 0.7 }, OneCall)).Until);
    }

    [Fact]
    public async Task ReserveAsync_AnotherCube_HasACeilingOfItsOwn()
    {
        var ceiling = new ReadingCeiling { CallsPerDay = 1 };
        await Store.Usage.ReserveAsync(await AccessAsync(), ceiling, OneCall);

        Assert.Null((await Store.Usage.ReserveAsync(await AccessAsync("bob"), ceiling, OneCall)).Until);
        Assert.Equal(1, (await Store.Usage.SumAsync(await AccessAsync(), Time.Now)).Usage.Calls);
        Assert.Equal(2, (await Store.Usage.SumAsync(null, Time.Now)).Usage.Calls);
    }

    [Fact]
    public async Task ReserveAsync_ManyAtOnce_NeverGrantsMoreThanTheLimit()
    {
        var access = await AccessAsync();
        var ceiling = new ReadingCeiling { CallsPerHour = 7 };

        var granted = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Store.Usage.ReserveAsync(access, ceiling, OneCall)));

        Assert.Equal(7, granted.Count(allowance => allowance.Until is null));
    }
}
