using Microsoft.Extensions.AI;

namespace MemOS.Hosts.Tests.Conformance;

/// <summary>One conversation in a host, which keeps its history the way the host does.</summary>
public interface IHostSession
{
    /// <summary>Says something and waits for the whole answer.</summary>
    /// <param name="text">What the person says.</param>
    /// <param name="streaming">Whether the host is asked for a stream, which is then read to its end.</param>
    /// <param name="tools">Tools that the model may call in this turn.</param>
    /// <param name="cancellationToken">Cancels the turn.</param>
    /// <returns>The text of the answer.</returns>
    Task<string> SayAsync(string text, bool streaming, IReadOnlyList<AIFunction>? tools = null, CancellationToken cancellationToken = default);

    /// <summary>Says something and hands the pieces of the answer on as they come.</summary>
    IAsyncEnumerable<string> StreamAsync(string text, CancellationToken cancellationToken = default);
}
