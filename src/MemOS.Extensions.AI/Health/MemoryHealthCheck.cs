using MemOS.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace MemOS.Extensions.AI.Health;

/// <summary>Asks a memory system how it is: opens it where that was not done yet, and counts what it holds.</summary>
internal sealed class MemoryHealthCheck(IServiceProvider services, object? serviceKey) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var memory = await OpenAsync(cancellationToken).ConfigureAwait(false);
            var statistics = await memory.Store.Maintenance.GetStatisticsAsync(cancellationToken).ConfigureAwait(false);
            var jobs = await memory.Store.Jobs.CountAsync(null, cancellationToken).ConfigureAwait(false);
            var data = Describe(statistics, jobs.Queued, jobs.Dead);
            return memory.Store.Maintenance.IsReadOnly ? HealthCheckResult.Degraded("The store can only be read: nothing new is remembered.", data: data)
                : jobs.Dead > 0 ? HealthCheckResult.Degraded("Some messages could not be read into memories; they are kept and can be searched. See: memos doctor", data: data)
                : HealthCheckResult.Healthy("The store answers.", data);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return new(context.Registration.FailureStatus, "The memory cannot be used: " + error.Message, error);
        }
    }

    private async Task<MemoryOS> OpenAsync(CancellationToken cancellationToken)
    {
        var provider = serviceKey is null ? services.GetService<MemoryOSProvider>() : services.GetKeyedService<MemoryOSProvider>(serviceKey);
        return provider is not null ? await provider.GetAsync(cancellationToken).ConfigureAwait(false)
            : serviceKey is null ? services.GetRequiredService<MemoryOS>()
            : services.GetRequiredKeyedService<MemoryOS>(serviceKey);
    }

    private static Dictionary<string, object> Describe(StoreStatistics statistics, int queued, int dead) => new(StringComparer.Ordinal)
    {
        ["messages"] = statistics.Messages,
        ["records"] = statistics.Records,
        ["bytes"] = statistics.Bytes,
        ["jobs_queued"] = queued,
        ["jobs_dead"] = dead,
    };
}
