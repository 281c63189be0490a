using MemOS.Cubes;
using MemOS.Governance;

namespace MemOS;

public sealed partial class MemoryOS
{
    /// <summary>Takes an item and what goes with it out of recall and keeps it: a record with its source messages, a message with the records it alone supports.</summary>
    /// <exception cref="MemoryNotFoundException">The item is unknown or not visible to the scope; nothing is changed.</exception>
    /// <exception cref="MemoryAccessException">The item lies in a cube that the scope may only read; nothing is changed.</exception>
    /// <exception cref="MemoryStoreException">The store cannot be written.</exception>
    public Task<ForgetReceipt> ForgetAsync(MemoryId id, MemoryScope scope, CancellationToken cancellationToken = default) => ForgetAsync([id], scope, cancellationToken);

    /// <summary>Takes items and what goes with them out of recall and keeps them, all or none.</summary>
    /// <inheritdoc cref="ForgetAsync(MemoryId, MemoryScope, CancellationToken)" path="/exception"/>
    public async Task<ForgetReceipt> ForgetAsync(IReadOnlyList<MemoryId> ids, MemoryScope scope, CancellationToken cancellationToken = default)
    {
        var access = await ResolveAsync(scope, cancellationToken).ConfigureAwait(false);
        using var activity = MemOSTelemetry.Start(MemOSTelemetry.DeleteMemory);
        return await Store.Governance.ForgetAsync(access, ids, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes the forgetting of an item back, with what it took along. What was not forgotten stays as it is.</summary>
    /// <inheritdoc cref="ForgetAsync(MemoryId, MemoryScope, CancellationToken)" path="/exception"/>
    public Task<ForgetReceipt> RestoreAsync(MemoryId id, MemoryScope scope, CancellationToken cancellationToken = default) => RestoreAsync([id], scope, cancellationToken);

    /// <summary>Takes the forgetting of items back, all or none.</summary>
    /// <inheritdoc cref="ForgetAsync(MemoryId, MemoryScope, CancellationToken)" path="/exception"/>
    public async Task<ForgetReceipt> RestoreAsync(IReadOnlyList<MemoryId> ids, MemoryScope scope, CancellationToken cancellationToken = default)
    {
        var access = await ResolveAsync(scope, cancellationToken).ConfigureAwait(false);
        using var activity = MemOSTelemetry.Start(MemOSTelemetry.UpdateMemory);
        var receipt = await Store.Governance.RestoreAsync(access, ids, cancellationToken).ConfigureAwait(false);

        // What was forgotten before it was read is queued again.
        NotifyAdded();
        return receipt;
    }

    /// <summary>Erases an item for good, with everything that derives from it; its content is not learned again.</summary>
    /// <remarks>A record takes its source messages along: they hold its content.</remarks>
    /// <exception cref="MemoryNotFoundException">The item is unknown or not visible to the scope; nothing is erased.</exception>
    /// <exception cref="MemoryAccessException">The item lies in a cube that the user does not own or that the scope only reads; nothing is erased.</exception>
    /// <exception cref="MemoryStoreException">The store cannot be written.</exception>
    public Task<EraseReceipt> EraseAsync(MemoryId id, MemoryScope scope, CancellationToken cancellationToken = default) => EraseAsync([id], scope, cancellationToken);

    /// <summary>Erases items for good, with everything that derives from them, all or none.</summary>
    /// <inheritdoc cref="EraseAsync(MemoryId, MemoryScope, CancellationToken)" path="/exception"/>
    public async Task<EraseReceipt> EraseAsync(IReadOnlyList<MemoryId> ids, MemoryScope scope, CancellationToken cancellationToken = default)
    {
        var access = await ResolveAsync(scope, cancellationToken).ConfigureAwait(false);
        using var activity = MemOSTelemetry.Start(MemOSTelemetry.DeleteMemory);
        var receipt = await Store.Governance.EraseAsync(access, ids, cancellationToken).ConfigureAwait(false);
        NotifyAdded();
        return receipt;
    }

    /// <summary>Erases a session of the scope's home cube for good: its messages, what derives from them, its place in the ledger and its name.</summary>
    /// <param name="session">The session; <see langword="null"/> for the unnamed one. The session of the scope does not matter.</param>
    /// <param name="scope">Whose memory.</param>
    /// <param name="cancellationToken">Cancels before anything is erased.</param>
    /// <exception cref="MemoryNotFoundException">There is no such session; nothing is erased.</exception>
    /// <exception cref="MemoryAccessException">The user does not own the home cube; nothing is erased.</exception>
    /// <exception cref="MemoryStoreException">The store cannot be written.</exception>
    public async Task<EraseReceipt> EraseSessionAsync(string? session, MemoryScope scope, CancellationToken cancellationToken = default)
    {
        NameGuard.CheckLabel(session ?? "", nameof(session));
        var access = await ResolveAsync(scope, cancellationToken).ConfigureAwait(false);
        using var activity = MemOSTelemetry.Start(MemOSTelemetry.DeleteMemory);
        var receipt = await Store.Governance.EraseSessionAsync(access, session, cancellationToken).ConfigureAwait(false);
        NotifyAdded();
        return receipt;
    }

    /// <summary>Erases a user for good: the default cubes, cubes that nobody else may use, links in shared cubes, grants and the name.</summary>
    /// <remarks>Threat note: there is no scope to check; whoever calls this answers for the user's will.</remarks>
    /// <param name="user">The user.</param>
    /// <param name="tenant">The tenant. Default: the empty string.</param>
    /// <param name="cancellationToken">Cancels before anything is erased.</param>
    /// <exception cref="ArgumentException">A name is empty, too long or not valid Unicode.</exception>
    /// <exception cref="MemoryNotFoundException">The tenant has no such user; nothing is erased.</exception>
    /// <exception cref="MemoryStoreException">The store cannot be written.</exception>
    public async Task<EraseReceipt> EraseUserAsync(string user, string tenant = "", CancellationToken cancellationToken = default)
    {
        NameGuard.CheckUser(tenant, user);
        using var activity = MemOSTelemetry.Start(MemOSTelemetry.DeleteMemory);
        return await Store.Governance.EraseUserAsync(tenant, user, cancellationToken).ConfigureAwait(false);
    }
}
