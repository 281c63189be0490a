using System.Reflection;
using MemOS.Scheduling;

namespace MemOS.Tests.Scheduling;

/// <summary>A job store that does nothing but renew leases, as a test says.</summary>
public class RenewalScript : DispatchProxy
{
    private Func<int, Task<bool>> answer = null!;
    private int calls;

    /// <summary>A store that answers the renewals, counted from one.</summary>
    public static IJobStore Answering(Func<int, Task<bool>> answer)
    {
        var store = Create<IJobStore, RenewalScript>();
        ((RenewalScript)(object)store).answer = answer;
        return store;
    }

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        targetMethod?.Name == nameof(IJobStore.RenewAsync) ? answer(Interlocked.Increment(ref calls)) : throw new NotSupportedException(targetMethod?.Name);
}
