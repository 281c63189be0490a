using MemOS.Storage;

namespace MemOS.Cli.Output;

/// <summary>What <c>memos doctor --json</c> prints.</summary>
internal sealed record DoctorOutput
{
    public required bool Healthy { get; init; }

    public required string File { get; init; }

    public required bool Exists { get; init; }

    /// <summary>Network endpoints that the tool is configured to use.</summary>
    public required int Network { get; init; }

    /// <summary>Where they are, and which texts are sent there; empty when nothing is sent anywhere.</summary>
    public required IReadOnlyList<EndpointOutput> Endpoints { get; init; }

    /// <summary>Texts that lack the vector of the embedding model that the environment names, at most 1,000 counted; <see langword="null"/> when it names none.</summary>
    public int? Unembedded { get; init; }

    /// <summary>Whether the file can only be read.</summary>
    public bool ReadOnly { get; init; }

    public required bool Deep { get; init; }

    public required bool Repaired { get; init; }

    public required IReadOnlyList<StoreProblem> Problems { get; init; }

    /// <summary>What the last failed reading said, while readings wait; <see langword="null"/> when none waits or none failed.</summary>
    public string? LastError { get; init; }

    public StatsOutput? Stats { get; init; }
}
