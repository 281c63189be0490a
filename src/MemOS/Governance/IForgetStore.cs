using MemOS.Cubes;

namespace MemOS.Governance;

/// <summary>Forgetting, which can be taken back, and erasing, which cannot. All members are safe for concurrent use.</summary>
/// <remarks>
/// Every call lands whole or not at all. What is named must lie in a writable cube of the access; erasing also takes the
/// role of an owner. Items of cubes that the access cannot read are not found.
/// </remarks>
public interface IForgetStore
{
    /// <summary>Takes items out of recall and keeps them.</summary>
    /// <remarks>
    /// A record takes its source messages along, so that its content is not recalled through them. A message takes along its
    /// links in other cubes and the records that no other active message supports. What is forgotten already stays so.
    /// </remarks>
    /// <exception cref="MemoryNotFoundException">An id is unknown or not visible; nothing is changed.</exception>
    /// <exception cref="MemoryAccessException">An id lies in a cube that is only readable; nothing is changed.</exception>
    Task<ForgetReceipt> ForgetAsync(CubeAccess access, IReadOnlyList<MemoryId> ids, CancellationToken cancellationToken = default);

    /// <summary>Takes the forgetting of items back: they return with what they took along, unless that was also forgotten for another reason.</summary>
    /// <exception cref="MemoryNotFoundException">An id is unknown, not visible or was erased; nothing is changed.</exception>
    /// <exception cref="MemoryAccessException">An id lies in a cube that is only readable; nothing is changed.</exception>
    Task<ForgetReceipt> RestoreAsync(CubeAccess access, IReadOnlyList<MemoryId> ids, CancellationToken cancellationToken = default);

    /// <summary>Erases items for good, with everything that derives from them.</summary>
    /// <remarks>
    /// A record takes its source messages along: they hold its content. A message takes along its links and every record
    /// that has it among its sources, with all versions, index entries and vectors; messages that also stood behind such a
    /// record are queued to be read again. Keyed hashes keep the erased content from being recorded or learned again; a
    /// statement that is added by hand (<see cref="Reading.RecordOrigin.Manual"/>) lifts them.
    /// </remarks>
    /// <exception cref="MemoryNotFoundException">An id is unknown or not visible; nothing is erased.</exception>
    /// <exception cref="MemoryAccessException">The user does not own the cube; nothing is erased.</exception>
    Task<EraseReceipt> EraseAsync(CubeAccess access, IReadOnlyList<MemoryId> ids, CancellationToken cancellationToken = default);

    /// <summary>Erases a session of the home cube for good: its messages, what derives from them, its place in the ledger and its name.</summary>
    /// <exception cref="MemoryNotFoundException">There is no such session.</exception>
    /// <exception cref="MemoryAccessException">The user does not own the home cube.</exception>
    Task<EraseReceipt> EraseSessionAsync(CubeAccess access, string? session, CancellationToken cancellationToken = default);

    /// <summary>Erases a user for good: the default cubes, cubes that nobody else may use, links in shared cubes, grants and the name.</summary>
    /// <remarks>Threat note: there is no access to check; whoever calls this answers for the user's will.</remarks>
    /// <exception cref="MemoryNotFoundException">There is no such user.</exception>
    Task<EraseReceipt> EraseUserAsync(string tenant, string user, CancellationToken cancellationToken = default);

    /// <summary>Removes the last copies of what was erased, if an earlier receipt was pending.</summary>
    /// <returns>Whether nothing is pending any more.</returns>
    Task<bool> FinishErasingAsync(CancellationToken cancellationToken = default);
}
