using MemOS.Cubes;

namespace MemOS.Scheduling;

/// <summary>Durable work. A job runs at least once and its effect lands once. All members are safe for concurrent use and by several processes.</summary>
public interface IJobStore
{
    /// <summary>Takes due jobs of one session of one cube (the one that waits longest, in order), at most <paramref name="limit"/>. Sessions whose first job has failed before come last.</summary>
    /// <param name="kind">The kind of jobs.</param>
    /// <param name="limit">The most jobs.</param>
    /// <param name="duration">How long they are held unless renewed.</param>
    /// <param name="dueBy">Takes only what was due by then, so that who began then tries each job once. Default: now.</param>
    /// <param name="cancellationToken">Cancels before anything is taken.</param>
    /// <returns>The jobs, oldest first; empty when none is due.</returns>
    Task<IReadOnlyList<JobLease>> LeaseAsync(JobKind kind, int limit, TimeSpan duration, DateTimeOffset? dueBy = null, CancellationToken cancellationToken = default);

    /// <summary>Gives a job back after a failure: due again after <paramref name="delay"/>, or dead when that is <see langword="null"/>.</summary>
    Task FailAsync(JobLease lease, string error, TimeSpan? delay, CancellationToken cancellationToken = default);

    /// <summary>Makes leases last longer.</summary>
    /// <returns><see langword="false"/> when one of them was lost; then nothing is changed, and the work is somebody else's.</returns>
    Task<bool> RenewAsync(IReadOnlyList<JobLease> leases, TimeSpan duration, CancellationToken cancellationToken = default);

    /// <summary>Gives jobs back without having tried them: due at once, or at a time, with the reason for the pause.</summary>
    Task ReleaseAsync(IReadOnlyList<JobLease> leases, DateTimeOffset? pausedUntil = null, string? reason = null, CancellationToken cancellationToken = default);

    /// <summary>When the next job of a kind that waits for a later try, or for the end of its lease, is due; <see langword="null"/> when none waits.</summary>
    Task<DateTimeOffset?> NextDueAsync(JobKind kind, CancellationToken cancellationToken = default);

    /// <summary>Queues a job over evidence of one session of the home cube; an unknown session queues nothing.</summary>
    Task EnqueueAsync(CubeAccess access, JobKind kind, string? session, MemoryId first, MemoryId last, CancellationToken cancellationToken = default);

    /// <summary>The cubes in which jobs of a kind wait for a time with a reason, as a ceiling makes them.</summary>
    Task<IReadOnlyList<int>> FindPausedAsync(JobKind kind, CancellationToken cancellationToken = default);

    /// <summary>Makes the jobs of a kind in the home cube due again that wait for a time with a reason.</summary>
    Task ResumeAsync(CubeAccess access, JobKind kind, CancellationToken cancellationToken = default);

    /// <summary>Makes the dead jobs of a scope's writable cubes due again, with their attempts forgotten, and those that wait for a time with a reason.</summary>
    /// <returns>How many there were.</returns>
    Task<int> RetryDeadAsync(CubeAccess access, CancellationToken cancellationToken = default);

    /// <summary>The evidence of leased jobs of one session, in order.</summary>
    Task<IReadOnlyList<Evidence.EvidenceItem>> LoadAsync(IReadOnlyList<JobLease> leases, CancellationToken cancellationToken = default);

    /// <summary>The access by which a job writes: its cube alone.</summary>
    Task<CubeAccess> AccessAsync(JobLease lease, CancellationToken cancellationToken = default);

    /// <summary>How many jobs of some kinds are due or under way in a scope's readable cubes; what waits for a later try is not counted.</summary>
    Task<int> CountDueAsync(CubeAccess access, IReadOnlyCollection<JobKind> kinds, CancellationToken cancellationToken = default);

    /// <summary>Counts of a scope's readable cubes, or of the whole store when <paramref name="access"/> is <see langword="null"/>.</summary>
    Task<JobCounts> CountAsync(CubeAccess? access, CancellationToken cancellationToken = default);
}
