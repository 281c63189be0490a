using MemOS.Cubes;
using MemOS.Reading;
using MemOS.Storage;

namespace MemOS.Scheduling;

/// <summary>What models may spend by the ceiling, and what they spent, in the store and in the ledger.</summary>
internal sealed class ModelAccount(IMemoryStore store, MemoryOSOptions options)
{
    /// <summary>Notes calls in advance, if the ceiling leaves room for them.</summary>
    public Task<ReadingAllowance> ReserveAsync(CubeAccess access, ModelUsage expected, CancellationToken cancellationToken) =>
        store.Usage.ReserveAsync(access, options.ReadingCeiling, expected, cancellationToken);

    /// <summary>Whether the ceiling leaves room for any call.</summary>
    public async Task<bool> HasRoomAsync(CubeAccess access, CancellationToken cancellationToken)
    {
        var allowance = await ReserveAsync(access, new(1, 1, 0), cancellationToken).ConfigureAwait(false);
        if (allowance.Until is not null)
        {
            return false;
        }

        await SettleAsync(access, null, allowance, default).ConfigureAwait(false);
        return true;
    }

    /// <summary>Corrects the note by what was taken, which is spent however the work ended: nothing cancels it.</summary>
    public async Task SettleAsync(CubeAccess access, string? session, ReadingAllowance allowance, ModelUsage taken)
    {
        await store.Usage.SettleAsync(access, options.ReadingCeiling, allowance, taken, CancellationToken.None).ConfigureAwait(false);
        if (taken.Calls == 0)
        {
            return;
        }

        MemOSTelemetry.ModelCalls.Add(taken.Calls);
        MemOSTelemetry.Tokens.Add(taken.Tokens, new KeyValuePair<string, object?>(MemOSTelemetry.TokenKind, "spent"));
        await store.Ledger.AppendAsync(
            access,
            new() { Session = session, Time = options.TimeProvider.GetLocalNow(), FullTokens = 0, SentTokens = 0, InjectedTokens = 0, SpentTokens = taken.Tokens },
            CancellationToken.None).ConfigureAwait(false);
    }
}
