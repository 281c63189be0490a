using MemOS.Cubes;
using MemOS.Evidence;
using MemOS.Scheduling;

namespace MemOS.Reading;

/// <summary>The memory records of a store. All members are safe for concurrent use; every statement is bound to the access's cubes.</summary>
public interface IRecordStore
{
    /// <summary>Applies changes to the home cube and completes the jobs that led to them, all in one transaction.</summary>
    /// <remarks>
    /// A job whose lease was lost is not completed and nothing of the call is applied: another worker has it, and its effect must land once.
    /// </remarks>
    /// <returns>The ids of the inserted records, in the order of the <see cref="RecordChange.Insert"/> changes; <see langword="null"/> when a lease was lost.
    /// The default id (value 0) stands for a record that was not inserted because the statement was erased before.</returns>
    /// <exception cref="ArgumentException">A record without a source; nothing is applied.</exception>
    /// <exception cref="MemoryNotFoundException">A record or source is unknown or was erased; nothing is applied.</exception>
    Task<IReadOnlyList<MemoryId>?> ApplyAsync(CubeAccess access, IReadOnlyList<RecordChange> changes, IReadOnlyList<JobLease> completes, CancellationToken cancellationToken = default);

    /// <summary>Corrects a record of the home cube: the correction becomes evidence, and the record a new version that rests on it first, in one transaction.</summary>
    /// <param name="access">The record's cube is its home.</param>
    /// <param name="id">The record.</param>
    /// <param name="content">What it says from now on.</param>
    /// <param name="correction">The words of the correction; not read, since what they say is known.</param>
    /// <param name="reason">Why, in a few words.</param>
    /// <param name="cancellationToken">Cancels before anything is written.</param>
    /// <returns>The new version.</returns>
    /// <exception cref="MemoryNotFoundException">The record is unknown or forgotten, or just this correction was erased before; nothing is written.</exception>
    Task<MemoryRecord> CorrectAsync(CubeAccess access, MemoryId id, RecordContent content, EvidenceDraft correction, string reason, CancellationToken cancellationToken = default);

    /// <summary>The records of these ids that the access may read, in the order asked for, in any state; unknown ids are left out.</summary>
    Task<IReadOnlyList<MemoryRecord>> GetAsync(CubeAccess access, IReadOnlyList<MemoryId> ids, CancellationToken cancellationToken = default);

    /// <summary>Records by id, a page at a time.</summary>
    Task<IReadOnlyList<MemoryRecord>> ListAsync(CubeAccess access, RecordFilter filter, CancellationToken cancellationToken = default);

    /// <summary>Current records of the home cube with exactly one of these normalised texts (see <see cref="RecordText.Key"/>) or of one of these (subject, slot) pairs.</summary>
    Task<IReadOnlyList<MemoryRecord>> FindAsync(CubeAccess access, IReadOnlyList<string> textKeys, IReadOnlyList<(string Subject, string Slot)> slots, CancellationToken cancellationToken = default);

    /// <summary>All versions of a record, oldest first; empty when it is unknown.</summary>
    Task<IReadOnlyList<MemoryRecord>> HistoryAsync(CubeAccess access, MemoryId id, CancellationToken cancellationToken = default);
}
