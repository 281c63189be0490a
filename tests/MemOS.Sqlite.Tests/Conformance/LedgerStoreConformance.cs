using MemOS.Tokens;

namespace MemOS.Sqlite.Tests.Conformance;

/// <summary>What every store owes of <see cref="ILedgerStore"/>.</summary>
public abstract class LedgerStoreConformance : StoreConformance
{
    [Fact]
    public async Task SumAsync_Entries_SumsTheCubeOrASession()
    {
        var access = await AccessAsync();
        await Store.Ledger.AppendAsync(access, Entry("s", 1000, 100));
        await Store.Ledger.AppendAsync(access, Entry("s", 2000, 100));
        await Store.Ledger.AppendAsync(access, Entry(null, 10, 5));
        await Store.Ledger.AppendAsync(await AccessAsync("bob"), Entry("s", 7, 7));

        Assert.Equal(new LedgerSummary(3, 3010, 205, 30, 6), await Store.Ledger.SumAsync(access, null));
        Assert.Equal(new LedgerSummary(2, 3000, 200, 20, 4), await Store.Ledger.SumAsync(access, "s"));
        Assert.Equal(0, (await Store.Ledger.SumAsync(access, "unknown")).Turns);
    }

    [Fact]
    public async Task ListAsync_Entries_GivesTheLastOldestFirst()
    {
        var access = await AccessAsync();
        var entries = new[] { Entry("s", 1, 1), Entry(null, 2, 2), Entry("s", 3, 3) };
        foreach (var entry in entries)
        {
            await Store.Ledger.AppendAsync(access, entry);
        }

        Assert.Equal(entries[1..], await Store.Ledger.ListAsync(access, null, 2));
        Assert.Equal([entries[0], entries[2]], await Store.Ledger.ListAsync(access, "s", 10));
        Assert.Empty(await Store.Ledger.ListAsync(await AccessAsync("bob"), null, 10));
    }

    [Fact]
    public async Task AppendAsync_CostWithEvidence_IsNotedOnceAndOnlyWithIt()
    {
        var access = await AccessAsync();
        await Store.Evidence.AppendAsync(access, new() { Session = "s", Items = [Said("one", "1")], Cost = Entry("s", 1000, 100) });

        await Assert.ThrowsAsync<MemoryConflictException>(() => Store.Evidence.AppendAsync(access, new() { Session = "s", Items = [Said("another", "1")], Cost = Entry("s", 2000, 200) }));

        Assert.Equal([Entry("s", 1000, 100)], await Store.Ledger.ListAsync(access, null, 10));
    }

    private static LedgerEntry Entry(string? session, long full, long sent) =>
        new() { Session = session, Time = new(2024, 5, 1, 8, 0, 0, TimeSpan.FromHours(-4)), FullTokens = full, SentTokens = sent, InjectedTokens = 10, SpentTokens = 2 };
}
