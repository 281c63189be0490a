using MemOS.Extensions.AI.Health;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Reports the health of a memory system.</summary>
public static class HealthChecksBuilderMemOSExtensions
{
    /// <summary>
    /// Adds a check: healthy when the store opens and answers, degraded when reading into memories has failed for good or the store
    /// can only be read, otherwise unhealthy. Nothing of what is remembered is reported.
    /// </summary>
    /// <param name="builder">The checks.</param>
    /// <param name="serviceKey">The key of a memory system among several. Default: <see langword="null"/>, the application's only one.</param>
    /// <param name="name">The name of the check. Default: "memos".</param>
    /// <param name="failureStatus">What a failure counts as. Default: unhealthy.</param>
    /// <param name="tags">Tags to choose checks by. Default: none.</param>
    /// <param name="timeout">How long the check may take. Default: no limit of its own.</param>
    public static IHealthChecksBuilder AddMemOS(
        this IHealthChecksBuilder builder, object? serviceKey = null, string name = "memos", HealthStatus? failureStatus = null, IEnumerable<string>? tags = null, TimeSpan? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return builder.Add(new(name, services => new MemoryHealthCheck(services, serviceKey), failureStatus, tags, timeout));
    }
}
