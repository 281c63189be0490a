using MemOS.Cubes;
using MemOS.Reading;

namespace MemOS.Scheduling;

/// <summary>What models were asked, by cube and hour. All members are safe for concurrent use and by several processes.</summary>
public interface IModelUsageStore
{
    /// <summary>Notes a call for the home cube in advance, if the ceiling leaves room for it: the check and the note are one step.</summary>
    /// <param name="access">The cube that is read.</param>
    /// <param name="ceiling">The limits.</param>
    /// <param name="expected">What the call will take, as far as it is known.</param>
    /// <param name="cancellationToken">Cancels before anything is noted.</param>
    Task<ReadingAllowance> ReserveAsync(CubeAccess access, ReadingCeiling ceiling, ModelUsage expected, CancellationToken cancellationToken = default);

    /// <summary>Corrects the note of a call by what it took.</summary>
    Task SettleAsync(CubeAccess access, ReadingCeiling ceiling, ReadingAllowance allowance, ModelUsage taken, CancellationToken cancellationToken = default);

    /// <summary>The sum since a time, to the hour, over a scope's readable cubes, or over the whole store when <paramref name="access"/> is <see langword="null"/>.</summary>
    Task<UsageSummary> SumAsync(CubeAccess? access, DateTimeOffset since, CancellationToken cancellationToken = default);
}
