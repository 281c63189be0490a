using MemOS.Governance;

namespace MemOS;

public sealed partial class MemoryOS
{
    /// <summary>Takes an item and what goes with it out of recall and keeps it: a record with its source messages, a message with the records it alone supports.</summary>
    /// <exception cref="MemoryNotFoundException">The item is unknown or not visible to the scope; nothing is changed.</exception>
    /// <exception cref="MemoryAccessException">The item lies in a cube that the scope may only read; nothing is changed.</exception>
    /// <exception cref="MemoryStoreException">The store cannot be written.</exception>
    public async Task<ForgetReceipt> ForgetAsync(MemoryId id, MemoryScope scope, CancellationToken cancellationToken = default)
    {
        var access = await ResolveAsync(scope, cancellationToken).ConfigureAwait(false);
        using var activity = MemOSTelemetry.Start(MemOSTelemetry.DeleteMemory);
        return await Store.Governance.ForgetAsync(access, [id], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes the forgetting of an item back.</summary>
    /// <inheritdoc cref="ForgetAsync" path="/exception"/>
    public async Task<ForgetReceipt> RestoreAsync(MemoryId id, MemoryScope scope, CancellationToken cancellationToken = default)
    {
        var access = await ResolveAsync(scope, cancellationToken).ConfigureAwait(false);
        return await Store.Governance.RestoreAsync(access, [id], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Erases an item for good, with everything that derives from it; its content is not learned again.</summary>
    /// <inheritdoc cref="ForgetAsync" path="/exception"/>
    public async Task<EraseReceipt> EraseAsync(MemoryId id, MemoryScope scope, CancellationToken cancellationToken = default)
    {
        var access = await ResolveAsync(scope, cancellationToken).ConfigureAwait(false);
        using var activity = MemOSTelemetry.Start(MemOSTelemetry.DeleteMemory);
        var receipt = await Store.Governance.EraseAsync(access, [id], cancellationToken).ConfigureAwait(false);
        NotifyAdded();
        return receipt;
    }
}
